package org.lstm4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.GaussianNoiseSpec;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.SpatialDropoutSpec;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Gradients of layers that draw random numbers, against differences of their own outputs: layers built alike draw alike.
class RandomLayerGradientTest {

    private static final double TOLERANCE = 1e-5;
    private static final Shape BATCH = Shape.sequence(4, 3).withBatch(2);
    /// These layers are linear in their input, so a large step only helps against rounding.
    private static final float STEP = 4;

    private final Tensor input = LayerCheck.input(BATCH, 3);
    private final Tensor outputWeights = LayerCheck.input(BATCH, 5);

    static Stream<LayerSpec> layers() {
        return Stream.of(new DropoutSpec(0.3f), new SpatialDropoutSpec(0.3f), new GaussianNoiseSpec(0.5f));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientsMeetDifferences(LayerSpec spec) {
        Worst worst = check(spec, built(spec));
        assertThat(worst.error()).as("%s", worst).isLessThanOrEqualTo(TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void findsASmallFaultInTheGradient(LayerSpec spec) {
        Worst worst = check(spec, new FaultyLayer(built(spec), 0));
        assertThat(worst.error()).as("%s", worst).isGreaterThan(100 * TOLERANCE);
    }

    private Worst check(LayerSpec spec, Layer layer) {
        LayerPass pass = layer.newPass(BATCH, PassMode.TRAINING, Compute.shared());
        pass.forward(input);
        pass.backward(outputWeights);
        double[] differences = new double[input.data().length];
        for (int index = 0; index < differences.length; index++) {
            differences[index] = (loss(spec, index, STEP) - loss(spec, index, -STEP)) / (2 * STEP);
        }
        Worst worst = new Worst();
        worst.seeRelative("input", differences, Floats.doubles(pass.inputGradient().data()));
        return worst;
    }

    private double loss(LayerSpec spec, int index, float step) {
        Tensor moved = input.copy();
        moved.data()[index] += step;
        float[] output = built(spec).newPass(BATCH, PassMode.TRAINING, Compute.shared()).forward(moved).data();
        double sum = 0;
        for (int place = 0; place < output.length; place++) {
            sum += (double) outputWeights.data()[place] * output[place];
        }
        return sum;
    }

    private static Layer built(LayerSpec spec) {
        return spec.build("0", BATCH.withoutBatch(), new RandomStreams(1));
    }
}
