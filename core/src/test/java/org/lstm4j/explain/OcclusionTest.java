package org.lstm4j.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.Optimizer;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.TrainingStep;

class OcclusionTest {

    private static final Compute COMPUTE = Compute.shared();
    private static final int STEPS = 10;
    private static final int LAG = 7;
    private static final Tensor SAMPLES = SampleNetworks.samples(Shape.sequence(STEPS, 3), 512);
    private static Sequential trained = Sequential.input(Shape.sequence(1, 1)).add(new DenseSpec(1)).build(1);

    /// The target is feature 1 seven steps back and nothing else.
    @BeforeAll
    static void trainOnAPlantedLag() {
        trained = Sequential.input(Shape.sequence(STEPS, 3)).add(new LstmSpec(16)).add(new DenseSpec(1)).build(3);
        Optimizer optimizer = new Adam(0.02).create(trained.parameters());
        TrainingStep step = new TrainingStep(trained, SOME.shape(), new MeanSquaredError(), optimizer, 1, COMPUTE);
        double loss = 1;
        for (int update = 0; update < 640; update++) {
            int from = update % 8 * 64;
            loss = step.run(SAMPLES.rows(from, from + 64), targets().rows(from, from + 64));
        }
        assertThat(loss).isLessThan(0.03);
    }

    /// Those that are explained.
    private static final Tensor SOME = SAMPLES.rows(0, 64);

    private static Tensor targets() {
        Tensor targets = Tensor.zeros(Shape.vector(1).withBatch(SAMPLES.batch()));
        for (int row = 0; row < SAMPLES.batch(); row++) {
            targets.data()[row] = SAMPLES.get(row, STEPS - LAG, 1);
        }
        return targets;
    }

    private static double[] doubles(Tensor tensor) {
        double[] values = new double[tensor.data().length];
        for (int index = 0; index < values.length; index++) {
            values[index] = tensor.data()[index];
        }
        return values;
    }

    @Test
    void everyMethodFindsThePlantedLag() {
        OutputSum output = OutputSum.of(0);
        Tensor reference = Tensor.zeros(Shape.sequence(STEPS, 3));
        LagSpans single = new LagSpans(STEPS, 1);
        Occlusion occlusion = new Occlusion(trained, COMPUTE);
        Saliency saliency = new Saliency(trained, COMPUTE);
        requirePlanted(occlusion.of(SOME, reference, single, Occlusion.Measure.change(output)));
        requirePlanted(
                occlusion.of(SOME, reference, single, Occlusion.Measure.errorRise(output, doubles(targets()))));
        requirePlanted(Saliency.meanMagnitude(saliency.of(SOME, output)));
        requirePlanted(Saliency.meanMagnitude(saliency.timesInput(SOME, output)));
        List<Attribution> attributions = new IntegratedGradients(trained, COMPUTE).of(SOME, output);
        Tensor all = Tensor.zeros(SOME.shape());
        for (int row = 0; row < SOME.batch(); row++) {
            System.arraycopy(attributions.get(row).values().data(), 0, all.data(), row * STEPS * 3, STEPS * 3);
        }
        requirePlanted(Saliency.meanMagnitude(all));
    }

    private static void requirePlanted(Tensor map) {
        int most = 0;
        for (int index = 1; index < map.data().length; index++) {
            most = map.data()[index] > map.data()[most] ? index : most;
        }
        assertThat(most / 3).as("step").isEqualTo(STEPS - LAG);
        assertThat(most % 3).as("feature").isEqualTo(1);
    }

    @Test
    void spansFindItToo() {
        Tensor map = new Occlusion(trained, COMPUTE).of(SOME, Occlusion.mean(SAMPLES), new LagSpans(STEPS, 4),
                Occlusion.Measure.change(OutputSum.of(0)));
        assertThat(map.shape().toString()).isEqualTo("[spans 3, features 3]");
        assertThat(map.get(1, 1)).as("steps 2 to 5").isGreaterThan(3 * map.get(2, 1)).isGreaterThan(3 * map.get(0, 1));
    }

    /// 2a − b + …, by hand: hiding behind 1 changes by 2·|a − 1|.
    @Test
    void changesAreThoseOfTheFormula() {
        Sequential network = Sequential.input(Shape.sequence(2, 2)).add(new FlattenSpec()).add(new DenseSpec(1))
                .build(1);
        System.arraycopy(new float[]{2f, -1f, 0f, 4f}, 0, network.parameters().getFirst().value(), 0, 4);
        Tensor samples = Tensor.of(Shape.sequence(2, 2).withBatch(2), 3f, 1f, 9f, 1f, 0f, 2f, 9f, 1.5f);
        Tensor ones = Tensor.of(Shape.sequence(2, 2), 1f, 1f, 1f, 1f);
        Occlusion occlusion = new Occlusion(network, COMPUTE);
        assertThat(occlusion.of(samples, ones, new LagSpans(2, 1), Occlusion.Measure.change(OutputSum.of(0))).data())
                .containsExactly(3f, 0.5f, 0f, 1f); // (4 + 2)/2, (0 + 1)/2, 0, (0 + 2)/2
        assertThat(occlusion.of(samples, ones, new LagSpans(2, 2), Occlusion.Measure.change(OutputSum.of(0))).data())
                .containsExactly(3f, 0.5f); // −1·(1−2) + 4·(1−1.5) = −1, of the second sample
        // outputs 9 and 4; targets 5 and 4: errors 4 and 0; hidden: 5 and 6
        assertThat(occlusion
                .of(samples, ones, new LagSpans(2, 1), Occlusion.Measure.errorRise(OutputSum.of(0), 5, 4)).data())
                .containsExactly(new float[]{-1f, 0.5f, 0f, 1f}, within(1e-6f));
    }

    /// 2·x₀ − x₁ + x₂ at the last of two steps.
    @Test
    void hidesFeaturesOfAGroupTogether() {
        Sequential network = Sequential.input(Shape.sequence(2, 3)).add(new FlattenSpec()).add(new DenseSpec(1))
                .build(1);
        System.arraycopy(new float[]{0, 0, 0, 2, -1, 1}, 0, network.parameters().getFirst().value(), 0, 6);
        Tensor samples = Tensor.zeros(Shape.sequence(2, 3).withBatch(1));
        System.arraycopy(new float[]{7, 7, 7, 5, 3, 1}, 0, samples.data(), 0, 6);
        Occlusion occlusion = new Occlusion(network, COMPUTE);
        List<Occlusion.Measure> change = List.of(Occlusion.Measure.change(OutputSum.of(0)));

        List<Tensor> maps = occlusion.of(samples, Tensor.zeros(Shape.sequence(2, 3)), new LagSpans(2, 1),
                new int[]{1, 0, 1}, change);

        assertThat(maps.getFirst().data()).containsExactly(0f, 0f, 3f, 11f); // x₁ alone, then 2·5 + 1
        assertThatIllegalArgumentException()
                .isThrownBy(() -> occlusion.of(samples, Tensor.zeros(Shape.sequence(2, 3)), new LagSpans(2, 1),
                        new int[]{0, 0}, change))
                .withMessage("samples have 3 features, but there are 2 numbers of groups; give one for each");
    }

    @Test
    void leavesTheSamplesAsTheyAre() {
        Tensor samples = SAMPLES.copy();
        new Occlusion(trained, COMPUTE).of(samples, Tensor.zeros(Shape.sequence(STEPS, 3)), new LagSpans(STEPS, 3),
                Occlusion.Measure.change(OutputSum.of(0)));
        assertThat(samples.data()).isEqualTo(SAMPLES.data());
    }

    @Test
    void spansAreCountedFromTheLastStep() {
        LagSpans spans = new LagSpans(7, 3);
        assertThat(spans.count()).isEqualTo(3);
        assertThat(List.of(spans.first(0), spans.end(0), spans.first(1), spans.end(1), spans.first(2), spans.end(2)))
                .containsExactly(0, 1, 1, 4, 4, 7);
        assertThatIllegalArgumentException().isThrownBy(() -> new LagSpans(7, 0))
                .withMessage("a span needs at least 1 step of at least 1, but was of 0 of 7");
    }

    @Test
    void refusesWhatIsNoSequenceOfThatSize() {
        Occlusion occlusion = new Occlusion(trained, COMPUTE);
        Occlusion.Measure change = Occlusion.Measure.change(OutputSum.of(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> occlusion.of(SOME, Tensor.zeros(Shape.sequence(9, 3)), new LagSpans(10, 1), change))
                .withMessage(
                        "samples are [steps 10, features 3], but the reference is [steps 9, features 3] and spans are"
                                + " of 10 steps; give both the sizes of one sample");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> occlusion.of(Tensor.zeros(Shape.vector(3).withBatch(2)),
                        Tensor.zeros(Shape.vector(3)), new LagSpans(10, 1), change))
                .withMessageContaining("but samples are [features 3]; reshape them");
    }
}
