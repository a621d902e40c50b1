package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.inference.Predictor;
import org.lstm4j.inference.WeightFormat;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Whole networks with Keras' weights say what Keras says, in the network's own passes and in a predictor.
class KerasGoldenTest {

    private static final double TOLERANCE = 1e-5;

    @ParameterizedTest
    @EnumSource
    void saysWhatKerasSays(KerasModel model) {
        for (ShippedKernels kernels : ShippedKernels.values()) {
            Worst pass = error(model, inPass(model.network(), model.input(), kernels.compute()));
            Worst predictor = error(model, inPredictor(model.network(), model.input(), kernels.compute()));
            System.out.printf("float32, %s kernels, against Keras' %s: worst relative error %s%n", kernels, model,
                    pass);
            assertThat(pass.error()).as("%s kernels, pass: %s", kernels, pass).isLessThanOrEqualTo(TOLERANCE);
            assertThat(predictor.error()).as("%s kernels, predictor: %s", kernels, predictor)
                    .isLessThanOrEqualTo(TOLERANCE);
        }
    }

    /// Both ways and both sets of kernels give the same bytes.
    @ParameterizedTest
    @EnumSource
    void passesAndPredictorsAgreeToTheByte(KerasModel model) {
        float[] expected = inPass(model.network(), model.input(), ShippedKernels.SCALAR.compute()).data();
        for (ShippedKernels kernels : ShippedKernels.values()) {
            Compute compute = kernels.compute();
            assertThat(inPass(model.network(), model.input(), compute).data()).isEqualTo(expected);
            assertThat(inPredictor(model.network(), model.input(), compute).data()).isEqualTo(expected);
        }
    }

    /// A weight that stands in the wrong place, such as a gate's in another's, would be seen: each array turned around is.
    @ParameterizedTest
    @EnumSource
    void everyWeightCounts(KerasModel model) {
        for (int index = 0; index < model.network().parameters().size(); index++) {
            Sequential network = model.network();
            Parameter parameter = network.parameters().get(index);
            turnAround(parameter.value());
            Worst worst = error(model, inPass(network, model.input(), Compute.shared()));
            assertThat(worst.error()).as(parameter.name()).isGreaterThan(100 * TOLERANCE);
        }
    }

    /// A padded sequence gives the same bytes as the sequence alone: in the file after 9, 7, 3, 1 and 8 of 9 steps.
    @ParameterizedTest
    @EnumSource
    void paddingIsAsIfItWereNotThere(ShippedKernels kernels) {
        Tensor padded = KerasModel.MASKED.input();
        Sequential network = KerasModel.MASKED.network();
        Compute compute = kernels.compute();
        float[] inPass = inPass(network, padded, compute).data();
        float[] inPredictor = inPredictor(network, padded, compute).data();
        List<Integer> lengths = new ArrayList<>();
        for (int row = 0; row < padded.batch(); row++) {
            Tensor alone = withoutPadding(padded, row);
            lengths.add(alone.shape().size(1));
            assertThat(inPass(network, alone, compute).data()).containsExactly(inPass[row]);
            assertThat(inPredictor(network, alone, compute).data()).containsExactly(inPredictor[row]);
        }
        assertThat(lengths).containsExactly(9, 7, 3, 1, 8);
    }

    private static Tensor withoutPadding(Tensor padded, int row) {
        int features = padded.shape().last();
        int size = padded.shape().size(1) * features;
        float[] values = Arrays.copyOfRange(padded.data(), row * size, (row + 1) * size);
        int length = size;
        while (values[length - 1] == 0f) {
            length--;
        }
        Tensor alone = Tensor.zeros(Shape.sequence(length / features, features).withBatch(1));
        System.arraycopy(values, 0, alone.data(), 0, length);
        return alone;
    }

    private static Tensor inPass(Sequential network, Tensor input, Compute compute) {
        return network.newPass(input.shape(), PassMode.INFERENCE, compute).forward(input);
    }

    private static Tensor inPredictor(Sequential network, Tensor input, Compute compute) {
        return Predictor.of(network, WeightFormat.FLOAT32, compute).predict(input);
    }

    private static Worst error(KerasModel model, Tensor actual) {
        Worst worst = new Worst();
        worst.seeRelative("output", model.output(), Floats.doubles(actual.data()));
        return worst;
    }

    private static void turnAround(float[] values) {
        if (values.length == 1) {
            values[0] = -values[0];
        }
        for (int low = 0, high = values.length - 1; low < high; low++, high--) {
            float kept = values[low];
            values[low] = values[high];
            values[high] = kept;
        }
    }
}
