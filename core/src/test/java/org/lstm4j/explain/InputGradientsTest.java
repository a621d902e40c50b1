package org.lstm4j.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Slopes and what is made of them.
class InputGradientsTest {

    private static final Compute COMPUTE = Compute.shared();

    @Test
    void theSlopeOfALinearNetworkIsItsWeight() {
        Tensor samples = Tensor.of(Shape.vector(2).withBatch(2), 1f, 2f, -3f, 4f);
        assertThat(new InputGradients(linear(), COMPUTE).of(samples, OutputSum.of(1)).data())
                .containsExactly(5f, -7f, 5f, -7f);
        assertThat(new InputGradients(linear(), COMPUTE).of(samples, OutputSum.mean(0, 1)).data())
                .containsExactly(4f, -2.5f, 4f, -2.5f);
        assertThat(new Saliency(linear(), COMPUTE).of(samples, OutputSum.of(1)).data()).containsExactly(5f, 7f, 5f, 7f);
        Tensor timesInput = new Saliency(linear(), COMPUTE).timesInput(samples, OutputSum.of(1));
        assertThat(timesInput.data()).containsExactly(5f, -14f, -15f, -28f);
        assertThat(Saliency.meanMagnitude(timesInput).data()).containsExactly(10f, 21f);
    }

    /// Of (3a + 2b − 0)² and the like, by hand: 2 · error · weight / numbers.
    @Test
    void theSlopeOfALossIsThatOfItsMean() {
        Tensor samples = Tensor.of(Shape.vector(2).withBatch(1), 1f, 2f); // outputs 7 and −9
        Tensor targets = Tensor.of(Shape.vector(2).withBatch(1), 6f, -9f);
        assertThat(new InputGradients(linear(), COMPUTE).ofLoss(samples, targets, new MeanSquaredError()).data())
                .containsExactly(3f, 2f);
    }

    @Test
    void batchesDoNotMatter() {
        Sequential network = SampleNetworks.named("bidirectional");
        Tensor samples = SampleNetworks.samples(SampleNetworks.SAMPLE, 37);
        Tensor whole = new InputGradients(network, COMPUTE).of(samples, OutputSum.of(0));
        InputGradients single = new InputGradients(network, COMPUTE);
        for (int row = 0; row < 37; row++) {
            assertThat(single.of(samples.rows(row, row + 1), OutputSum.of(0)).data())
                    .isEqualTo(whole.rows(row, row + 1).data());
        }
    }

    @Test
    void threadsDoNotMatter() {
        Sequential network = SampleNetworks.named("lstm");
        Tensor samples = SampleNetworks.samples(SampleNetworks.SAMPLE, 20);
        float[] one;
        try (Compute compute = Compute.withThreads(1)) {
            one = new InputGradients(network, compute).of(samples, OutputSum.of(0)).data();
        }
        try (Compute compute = Compute.withThreads(3)) {
            assertThat(new InputGradients(network, compute).of(samples, OutputSum.of(0)).data()).isEqualTo(one);
        }
    }

    @Test
    void statesOfEarlierSamplesDoNotMatter() {
        Sequential network = SampleNetworks.named("stateful");
        InputGradients gradients = new InputGradients(network, COMPUTE);
        Tensor samples = SampleNetworks.samples(SampleNetworks.SAMPLE, 2);
        float[] first = gradients.of(samples, OutputSum.of(0)).data();
        assertThat(gradients.of(samples, OutputSum.of(0)).data()).isEqualTo(first);
    }

    @Test
    void seesWeightsAsTheyAreAndLeavesGradientsAlone() {
        Sequential network = linear();
        InputGradients gradients = new InputGradients(network, COMPUTE);
        Tensor samples = Tensor.of(Shape.vector(2).withBatch(1), 1f, 2f);
        for (Parameter parameter : network.parameters()) {
            Arrays.fill(parameter.gradient(), 3f);
        }
        gradients.of(samples, OutputSum.of(0));
        network.parameters().getFirst().value()[0] = 11f;
        assertThat(gradients.of(samples, OutputSum.of(0)).data()).containsExactly(11f, 2f);
        for (Parameter parameter : network.parameters()) {
            assertThat(parameter.gradient()).containsOnly(3f);
        }
    }

    /// y = Σ over steps and features: the norm is √features at every step.
    @Test
    void normsByStepsAreThoseOfTheSlopes() {
        Sequential network = Sequential.input(Shape.sequence(4, 3)).add(new org.lstm4j.nn.FlattenSpec())
                .add(new DenseSpec(1)).build(1);
        for (int index = 0; index < 12; index++) {
            network.parameters().getFirst().value()[index] = index / 3 == 2 ? 0f : index / 3 + 1;
        }
        double[] norms = new GradientBySteps(network, COMPUTE).of(SampleNetworks.samples(Shape.sequence(4, 3), 5),
                OutputSum.of(0));
        assertThat(norms).containsExactly(new double[]{Math.sqrt(3), 2 * Math.sqrt(3), 0, 4 * Math.sqrt(3)},
                within(1e-6));
        Tensor samples = SampleNetworks.samples(Shape.sequence(4, 3), 5);
        Tensor targets = Tensor.zeros(Shape.vector(1).withBatch(5));
        double[] ofLoss = new GradientBySteps(network, COMPUTE).ofLoss(samples, targets, new MeanSquaredError());
        assertThat(ofLoss[1] / ofLoss[0]).isCloseTo(2, within(1e-6));
    }

    @Test
    void sumsOfOutputsCheckThemselves() {
        assertThatIllegalArgumentException().isThrownBy(() -> OutputSum.of(-1))
                .withMessage("outputs are counted from 0, but one of them was -1");
        assertThatIllegalArgumentException().isThrownBy(() -> OutputSum.mean())
                .withMessageContaining("but got 0 outputs and 0 weights");
        assertThatIllegalArgumentException().isThrownBy(() -> new GradientBySteps(linear(), COMPUTE)
                .of(Tensor.zeros(Shape.vector(2).withBatch(1)), OutputSum.of(0)))
                .withMessage("gradients by steps need sequences [batch, steps, features], but samples are [batch 1,"
                        + " features 2]; reshape them");
    }

    /// Outputs 3a + 2b and 5a − 7b.
    private static Sequential linear() {
        Sequential network = Sequential.input(Shape.vector(2)).add(new DenseSpec(2)).build(1);
        List<Parameter> parameters = network.parameters();
        System.arraycopy(new float[]{3f, 2f, 5f, -7f}, 0, parameters.getFirst().value(), 0, 4);
        return network;
    }
}
