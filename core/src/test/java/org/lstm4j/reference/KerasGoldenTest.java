package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.LayerNormalizationSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Whole networks with Keras' weights say what Keras says.
class KerasGoldenTest {

    private static final double TOLERANCE = 1e-5;

    @Test
    void layersNormaliseAsKerasDoes() {
        GoldenFile golden = GoldenFile.read("keras_layer_normalization_f32");
        Sequential network = Sequential.input(Shape.sequence(9, 3))
                .add(new LayerNormalizationSpec())
                .add(new LstmSpec(12).withReturnSequences(true))
                .add(new LayerNormalizationSpec())
                .add(new LstmSpec(12))
                .add(new DenseSpec(1).withActivation(Activation.TANH))
                .restore(0, (name, shape) -> parameter(golden, name, shape));
        Tensor input = Floats.sequences(golden.cube("input"));
        Tensor output = network.newPass(input.shape(), PassMode.INFERENCE, Compute.shared()).forward(input);
        Worst worst = new Worst();
        worst.seeRelative("output", golden.flat("output"), Floats.doubles(output.data()));
        assertThat(worst.error()).as("%s", worst).isLessThanOrEqualTo(TOLERANCE);
    }

    private static Parameter parameter(GoldenFile golden, String name, Shape shape) {
        Parameter parameter = new Parameter(name, shape);
        double[] values = golden.flat(name);
        for (int index = 0; index < values.length; index++) {
            parameter.value()[index] = (float) values[index];
        }
        return parameter;
    }
}
