package org.lstm4j.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class IntegratedGradientsTest {

    private static final OutputSum OUTPUT = OutputSum.weighted(new int[]{0, 1}, 0.5f, -2f);

    static Stream<Map.Entry<String, Sequential>> networks() {
        return SampleNetworks.all().entrySet().stream();
    }

    /// What they add up to is found by two forwards, without any gradient.
    @ParameterizedTest
    @MethodSource("networks")
    void attributionsAddUpToTheDifference(Map.Entry<String, Sequential> named) {
        Tensor samples = SampleNetworks.samples(SampleNetworks.SAMPLE, 3);
        Tensor baseline = SampleNetworks.samples(SampleNetworks.SAMPLE, 4).rows(3, 4).reshape(SampleNetworks.SAMPLE);
        Tensor of = named.getValue().newPass(samples.shape(), PassMode.INFERENCE, Compute.shared()).forward(samples);
        Tensor ofBaseline = named.getValue()
                .newPass(SampleNetworks.SAMPLE.withBatch(1), PassMode.INFERENCE, Compute.shared())
                .forward(baseline.reshape(SampleNetworks.SAMPLE.withBatch(1)));
        List<Attribution> all = explain(named.getValue(), PathSettings.standard(), samples, baseline);
        for (int row = 0; row < 3; row++) {
            Attribution one = all.get(row);
            assertThat(one.output()).isEqualTo(OUTPUT.value(of, row));
            assertThat(one.baselineOutput()).isEqualTo(OUTPUT.value(ofBaseline, 0));
            double tolerated = 1e-3 * Math.abs(one.difference()) + 1e-5;
            assertThat(one.complete()).as("%s", one).isTrue();
            assertThat(one.gap()).isLessThanOrEqualTo(tolerated);
            assertThat(sum(one.values())).isCloseTo(one.difference(), within(tolerated + 1e-6));
            assertThat(one.points()).isGreaterThanOrEqualTo(16);
        }
    }

    /// Mistakes one could make; each is far out of what the test above tolerates.
    @Test
    void additionFindsPlantedFaults() {
        Sequential network = SampleNetworks.named("lstm");
        Tensor sample = SampleNetworks.samples(SampleNetworks.SAMPLE, 1);
        Tensor baseline = SampleNetworks.samples(SampleNetworks.SAMPLE, 4).rows(3, 4).reshape(SampleNetworks.SAMPLE);
        Attribution right = explain(network, PathSettings.standard(), sample, baseline).getFirst();
        Attribution fromZero = explain(network, PathSettings.standard(), sample,
                Tensor.zeros(SampleNetworks.SAMPLE)).getFirst();
        Tensor meanSlopes = right.values().copy();
        Tensor atTheEnd = new InputGradients(network, Compute.shared()).of(sample, OUTPUT);
        for (int index = 0; index < meanSlopes.data().length; index++) {
            float way = sample.data()[index] - baseline.data()[index];
            meanSlopes.data()[index] /= way; // forgot to multiply
            atTheEnd.data()[index] *= way; // no path
        }
        double tolerated = 20 * (1e-3 * Math.abs(right.difference()) + 1e-5);
        assertThat(Math.abs(sum(meanSlopes) - right.difference())).isGreaterThan(tolerated);
        assertThat(Math.abs(sum(atTheEnd) - right.difference())).isGreaterThan(tolerated);
        assertThat(Math.abs(sum(fromZero.values()) - right.difference())).as("another baseline")
                .isGreaterThan(tolerated);
    }

    /// weight · (x − x′), by hand.
    @Test
    void ofALinearNetworkItIsWeightTimesDistance() {
        Sequential network = Sequential.input(Shape.vector(3)).add(new DenseSpec(1)).build(1);
        System.arraycopy(new float[]{2f, 0f, -3f}, 0, network.parameters().getFirst().value(), 0, 3);
        Tensor sample = Tensor.of(Shape.vector(3).withBatch(1), 1f, 5f, 2f);
        Tensor baseline = Tensor.of(Shape.vector(3), 0.5f, 1f, 4f);
        Attribution one = new IntegratedGradients(network, Compute.shared()).of(sample, baseline, OutputSum.of(0))
                .getFirst();
        assertThat(one.values().data()).containsExactly(new float[]{1f, 0f, 6f}, within(1e-6f));
        assertThat(one.points()).isEqualTo(16);
        assertThat(one.values().data()[1]).as("of weight 0").isZero();
    }

    @Test
    void whatTheNetworkDoesNotLookAtGetsExactlyNothing() {
        Sequential network = SampleNetworks.lively(Sequential.input(SampleNetworks.SAMPLE).add(new LstmSpec(6))
                .add(new DenseSpec(2)).build(1));
        Parameter inputWeights = network.parameters().getFirst();
        for (int row = 0; row < 24; row++) {
            inputWeights.value()[row * 3 + 1] = 0f; // feature 1
        }
        Tensor sample = SampleNetworks.samples(SampleNetworks.SAMPLE, 1);
        Attribution one = new IntegratedGradients(network, Compute.shared()).of(sample, OUTPUT).getFirst();
        for (int step = 0; step < SampleNetworks.STEPS; step++) {
            assertThat(one.values().get(step, 1)).isZero();
            assertThat(one.values().get(step, 0)).isNotZero();
        }
    }

    @Test
    void whatEqualsTheBaselineGetsExactlyNothing() {
        Sequential network = SampleNetworks.named("gru");
        Tensor sample = SampleNetworks.samples(SampleNetworks.SAMPLE, 1);
        Tensor baseline = Tensor.zeros(SampleNetworks.SAMPLE);
        baseline.data()[4] = sample.data()[4];
        assertThat(explain(network, PathSettings.standard(), sample, baseline).getFirst().values().data()[4]).isZero();
    }

    /// A step so steep that points spread evenly, however many, fall beside it: on the way from 0 to 1 the output jumps within a
    /// ten-thousandth, as that of an LSTM does where it falls from one course into another.
    @Test
    void findsASteepStep() {
        Sequential network = Sequential.input(Shape.sequence(1, 1)).add(new LstmSpec(2)).add(new DenseSpec(2)).build(1);
        network.parameters().forEach(parameter -> Arrays.fill(parameter.value(), 0f));
        float[] inputWeights = network.parameters().get(0).value();
        float[] bias = network.parameters().get(2).value();
        inputWeights[4] = 100_000f; // the candidate of the first unit
        bias[4] = -31_415f;
        float[] dense = network.parameters().get(3).value();
        dense[0] = 1f;
        Tensor sample = Tensor.of(Shape.sequence(1, 1).withBatch(1), 1f);
        Attribution one = explain(network, PathSettings.standard(), sample, Tensor.zeros(Shape.sequence(1, 1)))
                .getFirst();

        assertThat(Math.abs(one.difference())).isGreaterThan(0.1);
        assertThat(one.complete()).as("%s", one).isTrue();
        assertThat(one.values().data()[0]).isCloseTo((float) one.difference(), within(1e-3f));
        assertThat(one.points()).isLessThan(1000);
    }

    /// Corners need many points: stretches are halved, and where the most do not suffice it is said.
    @Test
    void halvesStretchesAndSaysWhereTheyDoNotSuffice() {
        Sequential network = SampleNetworks.lively(Sequential.input(SampleNetworks.SAMPLE)
                .add(new LstmSpec(6).withActivation(Activation.RELU)).add(new DenseSpec(2)).build(1));
        Tensor sample = SampleNetworks.samples(SampleNetworks.SAMPLE, 1);
        PathSettings exact = PathSettings.standard().withTolerance(0).withSmallGap(0).withPoints(4, 64);
        Attribution best = explain(network, exact, sample, Tensor.zeros(SampleNetworks.SAMPLE)).getFirst();
        assertThat(best.points()).isEqualTo(4 + 7 * 8);
        assertThat(best.complete()).isFalse();
        Attribution loose = explain(network, exact.withTolerance(10), sample, Tensor.zeros(SampleNetworks.SAMPLE))
                .getFirst();
        assertThat(loose.points()).isEqualTo(4);
        assertThat(loose.complete()).isTrue();
        assertThat(best.gap()).isLessThan(loose.gap());
    }

    @Test
    void refusesABaselineOfAnotherShapeAndOutputsThatAreNotThere() {
        IntegratedGradients integrated = new IntegratedGradients(SampleNetworks.named("lstm"), Compute.shared());
        Tensor samples = SampleNetworks.samples(SampleNetworks.SAMPLE, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> integrated.of(samples, Tensor.zeros(Shape.sequence(4, 3)), OutputSum.of(0)))
                .withMessage(
                        "samples are [steps 5, features 3], but the baseline is [steps 4, features 3]; a baseline has"
                                + " the shape of one sample");
        assertThatIllegalArgumentException().isThrownBy(() -> integrated.of(samples, OutputSum.of(2)))
                .withMessage(
                        "output 2 is to be explained, but the network says [outputs 2]; give a number from 0 to 1");
    }

    @Test
    void itsSettingsCheckThemselves() {
        assertThatIllegalArgumentException().isThrownBy(() -> PathSettings.standard().withTolerance(-1))
                .withMessage("tolerances must be at least 0, but were -1.0 and 1.0E-5");
        assertThatIllegalArgumentException().isThrownBy(() -> PathSettings.standard().withPoints(8, 4))
                .withMessageContaining("8 a stretch and 4 at most");
    }

    private static List<Attribution> explain(Sequential network, PathSettings settings, Tensor samples,
            Tensor baseline) {
        return new IntegratedGradients(network, Compute.shared(), settings).of(samples, baseline, OUTPUT);
    }

    private static double sum(Tensor values) {
        double sum = 0;
        for (float value : values.data()) {
            sum += value;
        }
        return sum;
    }
}
