package org.lstm4j.interop.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.ModelFileException;
import org.lstm4j.interop.Fixtures;
import org.lstm4j.interop.ModelImport;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportOptions.Steps;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.interop.network.MappingFile;
import org.lstm4j.interop.safetensors.SafetensorsTensors;
import org.lstm4j.interop.tensor.TensorFile;
import org.lstm4j.json.Json;
import org.lstm4j.model.ByteSource;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;

class StateDictReaderTest {

    private static final double TOLERANCE = 1e-5;

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"__metadata__\":{}}"})
    void refusesAFileOfNoTensors(String header) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + header.length()).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        TensorFile file = SafetensorsTensors.read(ByteSource.of("empty.safetensors", bytes.array()));

        assertThatThrownBy(() -> StateDictReader.read(file, ImportOptions.NONE)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("empty.safetensors: there are no tensors in it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"seed/seed_model.safetensors", "seed/seed_state_dict.pt"})
    void readsTheChaptersModel(String file) {
        ImportedModel model = ModelImport.read(Fixtures.file(file), ImportOptions.NONE);

        assertThat(Fixtures.compare(model, "seed/seed_model_io.safetensors").largestDifference()).isLessThan(TOLERANCE);
        assertThat(model.assumptions()).hasSize(3).anyMatch(said -> said.contains("--steps all"))
                .anyMatch(said -> said.contains("'lstm' (LSTM, 1 → 50), 'fc' (Linear, 50 → 1)"))
                .anyMatch(said -> said.contains("--activation fc=sigmoid"));
    }

    @ParameterizedTest
    @CsvSource({"lstm_two_layer, LAST", "lstm_all_steps, ALL", "lstm_bidirectional_last, LAST",
        "lstm_bidirectional_final, FINAL", "lstm_projected, ALL", "lstm_no_bias, LAST", "gru, FINAL",
        "embedded, LAST", "float64, LAST", "float16, LAST", "bfloat16, LAST", "checkpoint, LAST"})
    void saysWhatPyTorchSays(String name, Steps steps) {
        ImportedModel model = ModelImport.read(
                Fixtures.file("pytorch/" + name + ".pt"), ImportOptions.NONE.withSteps(steps));

        assertThat(Fixtures.compare(model, "pytorch/" + name + "_io.npz").largestDifference()).isLessThan(TOLERANCE);
    }

    @Test
    void readsTensorsThatLieInAnotherOrder() {
        ImportedModel turned = ModelImport.read(Fixtures.file("pytorch/transposed.pt"), ImportOptions.NONE);

        assertThat(Fixtures.compare(turned, "pytorch/checkpoint_io.npz").largestDifference()).isLessThan(TOLERANCE);
    }

    @Test
    void theActivationOfAnRnnIsSaid() {
        ImportOptions relu = ImportOptions.NONE.withActivations(Map.of("rnn", Activation.RELU));
        ImportedModel model = ModelImport.read(Fixtures.file("pytorch/rnn_relu.pt"), relu);
        ImportedModel taken = ModelImport.read(Fixtures.file("pytorch/rnn_relu.pt"), ImportOptions.NONE);

        assertThat(Fixtures.compare(model, "pytorch/rnn_relu_io.npz").largestDifference()).isLessThan(TOLERANCE);
        assertThat(taken.assumptions()).anyMatch(said -> said.contains("is tanh"));
        assertThat(Fixtures.compare(taken, "pytorch/rnn_relu_io.npz").largestDifference()).isGreaterThan(0.1);
    }

    @Test
    void asksForTheActivationWithinAHead() {
        Path stack = Fixtures.file("pytorch/stack.pt");

        assertThatThrownBy(() -> ModelImport.read(stack, ImportOptions.NONE)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("which activation follows 'fc1'").hasMessageContaining("--activation fc1=relu");
        ImportedModel model = ModelImport.read(
                stack, ImportOptions.NONE.withActivations(Map.of("fc1", Activation.RELU)));
        assertThat(Fixtures.compare(model, "pytorch/stack_io.npz").largestDifference()).isLessThan(TOLERANCE);
    }

    @Test
    void asksWhichStepsOfBothDirectionsGoOn() {
        Path file = Fixtures.file("pytorch/lstm_bidirectional_last.pt");

        assertThatThrownBy(() -> ModelImport.read(file, ImportOptions.NONE)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--steps final for h_n");
        ImportedModel other = ModelImport.read(file, ImportOptions.NONE.withSteps(Steps.FINAL));
        assertThat(Fixtures.compare(other, "pytorch/lstm_bidirectional_last_io.npz").largestDifference())
                .isGreaterThan(0.1);
    }

    /// What DataParallel, Lightning and compilers put before names may be said or left out.
    @ParameterizedTest
    @ValueSource(strings = {"fc", "model.fc", "model._orig_mod.fc"})
    void readsACheckpointOfATrainer(String head) {
        ImportedModel model = ModelImport.read(Fixtures.file("pytorch/trainer.pt"),
                ImportOptions.NONE.withActivations(Map.of(head, Activation.LINEAR)));

        assertThat(model.assumptions()).anyMatch(line -> line.contains("the epsilon of 'before' is 1e-5"));
        assertThat(Fixtures.compare(model, "pytorch/trainer_io.npz").largestDifference()).isLessThan(TOLERANCE);
    }

    @Test
    void takesAMappingOfNamesWithoutWhatWrappersPutBefore() {
        ImportedModel model = ModelImport.read(Fixtures.file("pytorch/trainer.pt"), mapping("""
                {"layers": [{"weights": "before", "epsilon": 1e-5}, {"weights": "model.lstm"},
                  {"weights": "after", "kind": "batch_normalization"}, {"weights": "fc"}]}
                """));

        assertThat(model.assumptions()).isEmpty();
        assertThat(Fixtures.compare(model, "pytorch/trainer_io.npz").largestDifference()).isLessThan(TOLERANCE);
    }

    @Test
    void takesActivationsBesideAMappingButNoSteps() {
        ImportOptions mapping = mapping("{\"layers\": [{\"weights\": \"lstm\"}, {\"weights\": \"fc\"}]}");
        Path file = Fixtures.file("seed/seed_state_dict.pt");
        DenseSpec dense = (DenseSpec) ModelImport.read(file, mapping.withActivations(Map.of("fc", Activation.RELU)))
                .network().layers().getLast().spec();

        assertThat(dense.activation()).isEqualTo(Activation.RELU);
        assertThatThrownBy(() -> ModelImport.read(file, mapping.withSteps(Steps.ALL)))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("--steps is said beside it");
        assertThatThrownBy(() -> ModelImport.read(file, mapping.withActivations(Map.of("f", Activation.RELU))))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("no layer 'f'");
    }

    private static ImportOptions mapping(String text) {
        return ImportOptions.NONE.withMapping(new MappingFile("mapping.json",
                Json.parse(text.replace('\'', '"')).asObject()));
    }

    @Test
    void refusesAnActivationForALayerThatIsNotThere() {
        assertThatThrownBy(() -> ModelImport.read(Fixtures.file("seed/seed_state_dict.pt"),
                ImportOptions.NONE.withActivations(Map.of("head", Activation.RELU))))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("no layer 'head'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "lstm_bidirectional_last | {'weights': 'rnn', 'return_sequences': true}, {'kind': 'last_step'},",
        "lstm_bidirectional_final | {'weights': 'rnn', 'return_sequences': false},"})
    void takesTheStepsOfBothDirectionsThatAMappingNames(String name, String lstm) {
        ImportedModel model = ModelImport.read(Fixtures.file("pytorch/" + name + ".pt"),
                mapping("{'layers': [" + lstm + " {'weights': 'head'}]}"));

        assertThat(Fixtures.compare(model, "pytorch/" + name + "_io.npz").largestDifference()).isLessThan(TOLERANCE);
    }

    @Test
    void asksAMappingWhichStepsOfBothDirectionsGoOn() {
        assertThatThrownBy(() -> ModelImport.read(Fixtures.file("pytorch/lstm_bidirectional_last.pt"),
                mapping("{'layers': [{'weights': 'rnn'}, {'weights': 'head'}]}")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("does not say which steps of both directions go on")
                .hasMessageContaining("last_step");
    }

    @Test
    void saysWhichActivationOfAnRnnAMappingTakesForGranted() {
        ImportOptions unsaid = mapping("{'layers': [{'weights': 'rnn'}, {'weights': 'head'}]}");
        ImportOptions said = mapping("{'layers': [{'weights': 'rnn', 'activation': 'relu'}, {'weights': 'head'}]}");
        ImportedModel relu = ModelImport.read(Fixtures.file("pytorch/rnn_relu.pt"), said);

        assertThat(ModelImport.read(Fixtures.file("pytorch/rnn_relu.pt"), unsaid).assumptions()).singleElement()
                .asString().contains("the activation of 'rnn' is tanh");
        assertThat(relu.assumptions()).isEmpty();
        assertThat(Fixtures.compare(relu, "pytorch/rnn_relu_io.npz").largestDifference()).isLessThan(TOLERANCE);
    }

    @Test
    void takesLayersAsAMappingSays() {
        ImportOptions mapping = ImportOptions.NONE.withMapping(new MappingFile("mapping.json", Json.parse("""
                {"steps": 9, "layers": [
                  {"weights": "first", "return_sequences": true},
                  {"weights": "norm", "epsilon": 1e-5},
                  {"weights": "second", "kind": "lstm"},
                  {"weights": "fc1"},
                  {"kind": "activation", "activation": "relu"},
                  {"weights": "fc2"}]}
                """).asObject()));
        ImportedModel model = ModelImport.read(Fixtures.file("pytorch/stack.pt"), mapping);

        assertThat(model.assumptions()).isEmpty();
        assertThat(model.network().inputShape().size(0)).isEqualTo(9);
        assertThat(Fixtures.compare(model, "pytorch/stack_io.npz").largestDifference()).isLessThan(TOLERANCE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"layers\": [{\"weights\": \"lstm\"}]} | leaves out weights of the file; expected a layer for each; received none for ['fc']",
        "{\"layers\": [{\"weights\": \"lstm\"}, {\"weights\": \"rnn\"}]} | layer '1, rnn' names weights that the file has not, or that a layer before it has; expected one of ['fc']; received 'rnn'",
        "{\"layers\": [{\"weights\": \"lstm\", \"kind\": \"gru\"}, {\"weights\": \"fc\"}]} | layer '0, lstm' has weights of another kind; expected [lstm]; received 'gru'",
        "{\"layers\": [{\"weights\": \"lstm\", \"units\": 3}, {\"weights\": \"fc\"}]} | has the setting 'units'",
        "{\"layers\": [{\"kind\": \"lambda\"}, {\"weights\": \"fc\"}]} | layer '0, lambda' is of a kind that there is not; expected one of [lstm",
        "{\"layers\": []} | needs at least one layer",
        "{\"layer\": []} | no member 'layer'"})
    void saysWhatIsWrongWithAMapping(String mapping, String message) {
        ImportOptions options = ImportOptions.NONE
                .withMapping(new MappingFile("mapping.json", Json.parse(mapping).asObject()));

        assertThatThrownBy(() -> ModelImport.read(Fixtures.file("seed/seed_state_dict.pt"), options))
                .isInstanceOf(ConfigurationException.class).hasMessageStartingWith("mapping 'mapping.json': ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"seed/seed_state_dict_legacy.pt, before 1.6", "seed/seed_torchscript.pt, holds a program",
        "seed/seed_torchscript_traced.pt, holds a program", "pytorch/whole_model.pt, asks for '__main__.Recurrent'"})
    void refusesProgramsWithAWordOnWhatToDo(String file, String word) {
        assertThat(Files.exists(Fixtures.file(file))).isTrue();
        assertThatThrownBy(() -> ModelImport.read(Fixtures.file(file), ImportOptions.NONE))
                .isInstanceOf(ModelFileException.class).hasMessageContaining(word)
                .hasMessageContaining("torch.save(model.state_dict()");
    }
}
