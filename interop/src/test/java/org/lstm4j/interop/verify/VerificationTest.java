package org.lstm4j.interop.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.ModelFileException;
import org.lstm4j.compute.Compute;
import org.lstm4j.interop.Fixtures;
import org.lstm4j.interop.ModelImport;
import org.lstm4j.interop.ModelSource;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.interop.tensor.TensorFile;
import org.lstm4j.model.FileFaults;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class VerificationTest {

    private static final double TOLERANCE = 1e-5;

    /// What goes wrong where orders of gates, biases and orientations are mixed up: each must be told from a right import.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void flagsWrongImports(int fault) {
        Sequential network = ModelImport.read(Fixtures.file("seed/seed_model.safetensors"), ImportOptions.NONE)
                .network();
        faults().get(fault).accept(network);

        assertThat(seed(network).isWithin(TOLERANCE)).isFalse();
        assertThat(seed(network).largestDifference()).isGreaterThan(1e-3);
    }

    private static List<Consumer<Sequential>> faults() {
        return List.of(
                network -> swapRows(network, "0.weight_ih_l0", 50, 100, 1), // the gates f and g
                network -> swapRows(network, "0.weight_hh_l0", 0, 150, 50), // i and o
                network -> Arrays.fill(value(network, "0.bias_l0"), 0f),
                network -> Arrays.fill(value(network, "1.bias"), 0f),
                network -> transposeSquare(value(network, "0.weight_hh_l0")));
    }

    @Test
    void saysWhereTheLargestDifferenceIs() {
        Reference reference = reference(new double[]{1, 2, 3, 5}, 0f, 0f, 1f, 2f);
        Comparison comparison = Verification.compare(identity(), reference, Compute.shared());

        assertThat(comparison.index()).containsExactly(1, 1);
        assertThat(comparison.expected()).isEqualTo(5);
        assertThat(comparison.received()).isEqualTo(2);
        assertThat(comparison.standardDeviation()).isEqualTo(Math.sqrt(2.1875));
        assertThat(comparison.largestDifference()).isEqualTo(3 / Math.sqrt(2.1875));
        assertThat(comparison.elements()).isEqualTo(4);
    }

    @Test
    void nanIsNeverWithinATolerance() {
        Reference reference = reference(new double[]{1, Double.NaN, 3, 9}, 1f, 2f, 3f, 4f);

        assertThat(Verification.compare(identity(), reference, Compute.shared()).isWithin(1e9)).isFalse();
    }

    @Test
    void equalOutputsDifferByNothingWhateverTheirUnit() {
        Comparison comparison = Verification.compare(identity(), reference(new double[]{4, 4, 4, 4}, 4f, 4f, 4f, 4f),
                Compute.shared());

        assertThat(comparison.largestDifference()).isZero();
        assertThat(comparison.isWithin(0)).isTrue();
    }

    @Test
    void refusesOutputsOfAnotherShape() {
        Reference reference = new Reference(Tensor.of(Shape.vector(2).withBatch(1), 1f, 2f), List.of(1L, 3L),
                new double[3], new FileFaults("io"));

        assertThatThrownBy(() -> Verification.compare(identity(), reference, Compute.shared()))
                .isInstanceOf(ModelFileException.class).hasMessageContaining("outputs of another shape")
                .hasMessageContaining("expected [1, 3]; received [1, 2]");
    }

    @Test
    void refusesInputsThatTheNetworkCannotTake() {
        Reference reference = new Reference(Tensor.of(Shape.vector(3).withBatch(1), 1f, 2f, 3f), List.of(1L, 2L),
                new double[2], new FileFaults("io"));

        Sequential dense = Sequential.input(Shape.vector(2)).add(new DenseSpec(2)).build(1);

        assertThatThrownBy(() -> Verification.compare(dense, reference, Compute.shared()))
                .isInstanceOf(ModelFileException.class).hasMessageContaining("cannot take these inputs");
    }

    @Test
    void refusesInputsAndOutputsOfDifferentBatches() {
        try (ModelSource source = ModelSource.open(Fixtures.file("seed/seed_model_io.safetensors"))) {
            TensorFile file = source.tensors();

            assertThatThrownBy(() -> Reference.read(file, "input", "hn")).isInstanceOf(ModelFileException.class)
                    .hasMessageContaining("'hn' [1, 4, 50]");
            assertThatThrownBy(() -> Reference.read(file, "inputs", "output"))
                    .hasMessageContaining("no tensor 'inputs'");
        }
    }

    private static Comparison seed(Sequential network) {
        return Fixtures.compare(new ImportedModel(network, List.of()),
                "seed/seed_model_io.safetensors");
    }

    private static Sequential identity() {
        return Sequential.input(Shape.vector(2)).add(new FlattenSpec()).build(1);
    }

    private static Reference reference(double[] expected, float... inputs) {
        return new Reference(Tensor.of(Shape.vector(2).withBatch(2), inputs), List.of(2L, 2L), expected,
                new FileFaults("io"));
    }

    private static float[] value(Sequential network, String parameter) {
        return network.parameters().stream().filter(one -> one.name().equals(parameter)).findFirst().orElseThrow()
                .value();
    }

    private static void swapRows(Sequential network, String parameter, int first, int second, int columns) {
        float[] value = value(network, parameter);
        for (int index = 0; index < 50 * columns; index++) {
            float kept = value[first * columns + index];
            value[first * columns + index] = value[second * columns + index];
            value[second * columns + index] = kept;
        }
    }

    private static void transposeSquare(float[] value) {
        for (int row = 0; row < 50; row++) {
            for (int column = 0; column < row; column++) {
                float kept = value[row * 50 + column];
                value[row * 50 + column] = value[column * 50 + row];
                value[column * 50 + row] = kept;
            }
        }
    }
}
