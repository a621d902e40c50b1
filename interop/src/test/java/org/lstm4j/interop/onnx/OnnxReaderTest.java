package org.lstm4j.interop.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.ModelFileException;
import org.lstm4j.interop.network.FileSummary;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.model.ByteSource;
import org.lstm4j.nn.Layer;

/// What is made of PyTorch's models says what PyTorch says.
final class OnnxReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"seed_opset13", "seed_opset17"})
    void readsTheTutorialsModel(String name) {
        ImportedModel model = Fixture.verify(name, "seed_model_io");
        assertThat(kinds(model)).containsExactly("lstm", "dense");
        assertThat(model.assumptions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lstm_last_9", "lstm_last_11", "lstm_last_13", "lstm_last_17", "lstm_fixed"})
    void readsTheLastStepOfOperatorSetsOldAndNew(String name) {
        assertThat(kinds(Fixture.verify(name, name))).containsExactly("lstm", "dense");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lstm_hidden", "manual_states"})
    void readsTwoLayersFromTheLastHiddenState(String name) {
        assertThat(kinds(Fixture.verify(name, name))).containsExactly("lstm", "lstm", "dense");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bidirectional_two_layers", "bidirectional_last", "bidirectional_joined", "gru_turned"})
    void readsBothDirections(String name) {
        assertThat(kinds(Fixture.verify(name, name))).contains("bidirectional", "dense");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gru_last", "gru_no_bias", "rnn_every", "rnn_relu"})
    void readsOtherCells(String name) {
        Fixture.verify(name, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two_kinds_normalized_13", "two_kinds_normalized_17"})
    void readsNormalizationAsOperatorAndAsFormula(String name) {
        assertThat(kinds(Fixture.verify(name, name))).containsExactly("bidirectional", "layer_normalization", "lstm",
                "layer_normalization", "dense", "dense");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dynamo_lstm", "dynamo_bidirectional", "dynamo_gru"})
    void readsWhatPyTorchsNewerExporterWrites(String name) {
        assertThat(Fixture.verify(name, name).assumptions()).isEmpty();
    }

    @Test
    void noticesThatAnExporterDroppedTheProjection() {
        assertThatThrownBy(() -> Fixture.read("dynamo_projection")).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("a state to begin with has another size than the layer")
                .hasMessageContaining("expected 2 units; received 4 units").hasMessageContaining("proj_size");
    }

    @Test
    void readsAnEmbedding() {
        assertThat(kinds(Fixture.verify("embedded", "embedded"))).containsExactly("embedding", "lstm", "dense");
    }

    @Test
    void readsStepsInOneRow() {
        assertThat(kinds(Fixture.verify("flattened", "flattened"))).containsExactly("lstm", "flatten", "dense");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unfolded", "gru_unfolded", "mean", "both_ends", "viewed", "viewed_states", "around",
        "one_sample"})
    void readsWhatPeopleWriteOtherwise(String name) {
        assertThat(Fixture.verify(name, name).assumptions()).hasSize(name.equals("around") ? 1 : 0);
    }

    @Test
    void saysWhatTheNetworkDoesOtherwiseThanTheModel() {
        assertThat(Fixture.verify("squeezed", "squeezed").assumptions()).singleElement().asString()
                .contains("axes of size 1");
        assertThat(Fixture.read("steps_first").assumptions()).hasSize(2)
                .allSatisfy(sentence -> assertThat(sentence).contains("steps before samples"));
        assertThat(Fixture.read("several_outputs").assumptions()).hasSize(4)
                .anySatisfy(sentence -> assertThat(sentence).contains("is left out"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sigmoid", "softplus", "elu", "selu", "leaky", "hardtanh", "relu6", "hardsigmoid", "silu",
        "gelu", "mish", "softsign"})
    void readsActivationsAsPartOfTheDenseLayer(String name) {
        ImportedModel model = Fixture.verify("activation_" + name, "activation_" + name);
        assertThat(kinds(model)).containsExactly("lstm", "dense");
    }

    @Test
    void readsLogarithmsOfShares() {
        assertThat(kinds(Fixture.verify("activation_logsoftmax", "activation_logsoftmax")))
                .containsExactly("lstm", "dense", "softmax");
    }

    @Test
    void readsBatchNormalizationAsAScaleOfEachFeature() {
        assertThat(kinds(Fixture.verify("batch_norm", "batch_norm"))).containsExactly("lstm", "dense", "dense",
                "dense");
    }

    @Test
    void refusesToBeToldWhatTheFileSays() {
        assertThatThrownBy(() -> Fixture.read("lstm_fixed", ImportOptions.NONE.withSteps(ImportOptions.Steps.LAST)))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("says all of itself");
    }

    @Test
    void summarizesAModel() {
        try (ByteSource source = ByteSource.open(Fixture.file("seed_opset13"))) {
            FileSummary summary = OnnxReader.inspect(source, null, ImportOptions.NONE);
            assertThat(summary.facts()).containsEntry("operator sets", "ai.onnx 13")
                    .containsEntry("inputs", "input F32 [?, ?, 1]").hasEntrySatisfying("nodes",
                            nodes -> assertThat(nodes).contains("1 LSTM"));
            assertThat(summary.tensors()).extracting(tensor -> tensor.name()).contains("fc.weight");
        }
    }

    private static List<String> kinds(ImportedModel model) {
        return model.network().layers().stream().map(Layer::spec).map(spec -> spec.kind()).toList();
    }
}
