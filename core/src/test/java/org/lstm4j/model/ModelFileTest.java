package org.lstm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.ModelFileException;
import org.lstm4j.StorageException;
import org.lstm4j.json.JsonValue;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.graph.Graph;
import org.lstm4j.nn.graph.GraphSpec;
import org.lstm4j.nn.graph.Merge;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.Model;

class ModelFileTest {

    @TempDir
    private Path folder;

    @Test
    void predictsTheSameAfterSavingAndLoading() {
        Sequential network = everyKindOfLayer(7);
        Sequential loaded = ModelFile.read(written(ModelFile.of(network))).network();

        Tensor inputs = noise(Shape.sequence(5, 2).withBatch(9));
        assertThat(predict(loaded, inputs)).isEqualTo(predict(network, inputs));
        assertThat(NetworkSpec.of(loaded)).isEqualTo(NetworkSpec.of(network));
        assertThat(WeightsHash.sha256(loaded.parameters())).isEqualTo(WeightsHash.sha256(network.parameters()));
    }

    @Test
    void keepsAGraphWithTheNamesOfItsInputsAndOutputs() {
        GraphSpec spec = GraphSpec.builder().input("history", Shape.sequence(5, 2)).input("calendar", Shape.vector(3))
                .layer("memory", new LstmSpec(4), "history").merge("joined", Merge.CONCATENATE, "memory", "calendar")
                .layer("mean", new DenseSpec(2), "joined").layer("largest", new DenseSpec(1), "joined")
                .outputs("mean", "largest").build();
        Sequential network = spec.network(7);
        Sequential loaded = ModelFile.read(written(ModelFile.of(network))).network();

        Tensor inputs = noise(spec.inputs().shape().withBatch(9));
        assertThat(predict(loaded, inputs)).isEqualTo(predict(network, inputs));
        assertThat(NetworkSpec.of(loaded)).isEqualTo(NetworkSpec.of(network));
        assertThat(Graph.of(loaded).inputs()).isEqualTo(spec.inputs());
        assertThat(Graph.of(loaded).outputs()).isEqualTo(Graph.of(network).outputs());
    }

    @Test
    void writesTheSameBytesAgainAfterLoading() throws IOException {
        Path first = written(withSections());
        Path second = folder.resolve("second.lstm4j");
        ModelFile.read(first).write(second);
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void equalModelsGiveEqualBytesAndOthersDoNot() throws IOException {
        Path first = folder.resolve("first.lstm4j");
        Path second = folder.resolve("second.lstm4j");
        Path other = folder.resolve("other.lstm4j");
        ModelFile.of(everyKindOfLayer(7)).write(first);
        ModelFile.of(everyKindOfLayer(7)).write(second);
        ModelFile.of(everyKindOfLayer(8)).write(other);
        assertThat(second).hasSameBinaryContentAs(first);
        assertThat(Files.mismatch(first, other)).isPositive();
    }

    @Test
    void keepsSectionsAndTheirOrder() {
        ModelFile file = ModelFile.read(written(withSections()));
        assertThat(file.sections()).isEqualTo(withSections().sections());
        assertThat(file.sections().keySet()).containsExactly("schema", "frequency", "a");
        double mean = file.section("schema", json -> json.asObject().require("mean").asDouble());
        assertThat(mean).isEqualTo(0.1);
    }

    @Test
    void namesTheFileAndTheSectionThatCannotBeUsed() {
        Path path = written(withSections());
        ModelFile file = ModelFile.read(path);
        assertThatThrownBy(() -> file.section("schema", JsonValue::asText)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining(path.toString()).hasMessageContaining("section 'schema'");
        assertThatThrownBy(() -> file.section("scaler", JsonValue::asText)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("the section 'scaler' is missing").hasMessageContaining("frequency");
    }

    @Test
    void refusesSectionsUnderTheFormatsOwnNames() {
        ModelFile file = ModelFile.of(everyKindOfLayer(1));
        assertThatIllegalArgumentException().isThrownBy(() -> file.with("lstm4j.network", JsonValue.of("x")));
        assertThatIllegalArgumentException().isThrownBy(() -> file.with("", JsonValue.of("x")));
    }

    @Test
    void readsTheHeaderAlone() {
        Sequential network = everyKindOfLayer(7);
        ModelHeader header = ModelFile.readHeader(written(withSections()));
        assertThat(header.formatVersion()).isEqualTo(ModelFile.FORMAT_VERSION);
        assertThat(header.network()).isEqualTo(NetworkSpec.of(network));
        assertThat(header.parameterCount()).isEqualTo(network.parameterCount());
        assertThat(header.sections()).containsKeys("schema", "frequency", "a");
        assertThat(header.weights()).extracting(TensorEntry::name).startsWith("0.weight_ih_l0", "0.weight_hh_l0",
                "0.bias_l0");
    }

    @Test
    void saysThatAMissingFileDoesNotExist() {
        assertThatThrownBy(() -> ModelFile.read(folder.resolve("absent.lstm4j"))).isInstanceOf(StorageException.class)
                .hasMessageContaining("absent.lstm4j does not exist");
    }

    private Path written(ModelFile file) {
        Path path = folder.resolve("m.lstm4j");
        file.write(path);
        return path;
    }

    private static ModelFile withSections() {
        return ModelFile.of(everyKindOfLayer(7))
                .with("schema", JsonValue.object().put("mean", 0.1).put("target", "Wärme 需求 \"kW\"\n").build())
                .with("frequency", JsonValue.of("PT1H"))
                .with("a", JsonValue.of(new double[]{1, Double.NaN, 3e-300}));
    }

    private static Sequential everyKindOfLayer(long seed) {
        return Sequential.input(Shape.sequence(5, 2))
                .add(new LstmSpec(4, true, Initialization.PYTORCH))
                .add(new DropoutSpec(0.1f))
                .add(new LstmSpec(3))
                .add(new DenseSpec(4).withActivation(Activation.TANH))
                .add(new DenseSpec(2, Activation.LINEAR, Initialization.PYTORCH))
                .build(seed);
    }

    private static float[] predict(Sequential network, Tensor inputs) {
        return Model.compile(network, new Adam(0.001), new MeanSquaredError()).predict(inputs).data();
    }

    private static Tensor noise(Shape shape) {
        RandomStream random = new RandomStreams(1).stream("inputs");
        Tensor tensor = Tensor.zeros(shape);
        for (int index = 0; index < tensor.data().length; index++) {
            tensor.data()[index] = random.nextFloat() - 0.5f;
        }
        return tensor;
    }
}
