package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.ActivityRegularizationSpec;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.weight.L1L2;
import org.lstm4j.nn.weight.MaxNorm;
import org.lstm4j.nn.weight.UnitNorm;
import org.lstm4j.nn.weight.WeightRegularizer;
import org.lstm4j.optim.Sgd;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Penalties and bounds of weights while they are trained.
class PenaltyFitTest {

    /// One weight, 2; the sample (1, 1) gives the error 1 and the slope 2, the penalty 0.1·2 + 0.2·4 the slope 0.1 + 0.8.
    private final Model one = oneWeight(new DenseSpec(1).withKernelRegularizer(new L1L2(0.1, 0.2)));
    private final Tensor input = Tensor.of(Shape.vector(1).withBatch(1), 1);
    private final Tensor target = Tensor.of(Shape.vector(1).withBatch(1), 1);

    private static Model oneWeight(DenseSpec spec) {
        Sequential network = Sequential.input(Shape.vector(1)).add(spec.withoutBias()).build(1);
        network.parameters().getFirst().value()[0] = 2f;
        return Model.compile(network, new Sgd(0.5), new MeanSquaredError());
    }

    private static float weight(Model model) {
        return model.network().parameters().getFirst().value()[0];
    }

    @Test
    void thePenaltyIsPartOfTheLossAndMovesTheWeight() {
        assertThat(one.trainOnBatch(input, target)).isCloseTo(1 + 0.2 + 0.8, within(1e-12));
        assertThat(weight(one)).isEqualTo(2f - 0.5f * (2f + 0.1f + 0.8f), within(1e-6f));
    }

    @Test
    void fitReportsTheLossWithThePenalty() {
        History history = one.fit(input, target, FitOptions.epochs(1));
        assertThat(history.epochs().getFirst().loss()).isCloseTo(2, within(1e-12));
        assertThat(weight(one)).isEqualTo(0.55f, within(1e-6f));
    }

    @Test
    void evaluationIncludesThePenalty() {
        assertThat(one.evaluate(input, target)).isCloseTo(2, within(1e-12));
        assertThat(one.evaluateAll(Samples.of(input, target))).containsEntry("loss", one.evaluate(input, target));
    }

    @Test
    void clippingSeesTheSlopeOfThePenalty() {
        one.fit(input, target, FitOptions.epochs(1).withClipValue(0.25));
        assertThat(weight(one)).isEqualTo(2f - 0.5f * 0.25f);
    }

    /// Three samples in batches of two and one: the penalty counts once, beside the mean of three.
    @Test
    void accumulatedBatchesHaveThePenaltyOnce() {
        Tensor inputs = Tensor.of(Shape.vector(1).withBatch(3), 1, 2, -1);
        Tensor targets = Tensor.of(Shape.vector(1).withBatch(3), 1, 1, 3);
        LayerSpec activity = new ActivityRegularizationSpec(0.3, 0.7);
        float[] ends = new float[2];
        for (int turn = 0; turn < 2; turn++) {
            Sequential network = Sequential.input(Shape.vector(1))
                    .add(new DenseSpec(1).withoutBias().withKernelRegularizer(new L1L2(0.1, 0.2))).add(activity)
                    .build(1);
            network.parameters().getFirst().value()[0] = 2f;
            Model.compile(network, new Sgd(0.5), new MeanSquaredError()).fit(inputs, targets,
                    FitOptions.epochs(1).withShuffle(false).withBatchSize(turn == 0 ? 3 : 2)
                            .withGradientAccumulation(turn == 0 ? 1 : 2));
            ends[turn] = network.parameters().getFirst().value()[0];
        }
        assertThat(ends[1]).isEqualTo(ends[0], within(1e-5f));
    }

    /// The mean over samples, whichever way they come in batches.
    @Test
    void evaluationHasTheMeanPenaltyOnActivations() {
        Sequential network = Sequential.input(Shape.vector(1)).add(new ActivityRegularizationSpec(1, 0)).build(1);
        Tensor inputs = Tensor.zeros(Shape.vector(1).withBatch(70));
        inputs.data()[0] = 35f;
        inputs.data()[69] = -35f;
        Model model = Model.compile(network, new Sgd(0.5), new MeanSquaredError());
        assertThat(model.evaluate(inputs, inputs)).isCloseTo(1, within(1e-12));
    }

    @Test
    void boundsHoldAfterEveryUpdate() {
        SmallFit small = new SmallFit();
        Sequential network = Sequential.input(small.training().inputShape())
                .add(new LstmSpec(6).withKernelConstraint(new MaxNorm(0.5)).withRecurrentConstraint(new UnitNorm()))
                .add(new DenseSpec(1).withKernelConstraint(new MaxNorm(0.1))).build(3);
        Model model = Model.compile(network, new Sgd(0.1), new MeanSquaredError());
        int[] seen = {0};
        model.fit(small.training(), FitOptions.epochs(2).withGradientAccumulation(2), new Callback() {
            @Override
            public void onBatchEnd(int batch, double meanLoss, TrainingControl control) {
                if (control.step() > 0) {
                    seen[0]++;
                    requireNorms(control.network());
                }
            }
        });
        assertThat(seen[0]).isEqualTo(5);
        model.trainOnBatch(small.data().trainInputs(), small.data().trainTargets());
        requireNorms(network);
    }

    private static void requireNorms(Sequential network) {
        for (Parameter parameter : network.parameters()) {
            int length = parameter.shape().last();
            for (int from = 0; parameter.constraint() != null && from < parameter.value().length; from += length) {
                double norm = 0;
                for (int index = from; index < from + length; index++) {
                    norm += (double) parameter.value()[index] * parameter.value()[index];
                }
                double bound = parameter.constraint() instanceof MaxNorm most ? most.maximum() : 1;
                assertThat(Math.sqrt(norm)).as(parameter.name()).isLessThan(bound + 1e-6);
                assertThat(Math.sqrt(norm)).as(parameter.name())
                        .isGreaterThan(parameter.constraint() instanceof UnitNorm ? 1 - 1e-6 : 0);
            }
        }
    }

    /// What training adds up must be the slope of what evaluation says, penalties included.
    @Test
    void gradientsAreThoseOfTheLossWithAllPenalties() {
        assertThat(worstError(new L1L2(0.2, 0.3))).isLessThan(2e-3);
    }

    @Test
    void findsARegularizerWhoseSlopeIsWrongByATenth() {
        assertThat(worstError(new TooSteep(new L1L2(0.2, 0.3)))).isGreaterThan(1e-2);
    }

    private static double worstError(WeightRegularizer regularizer) {
        Sequential network = Sequential.input(Shape.sequence(3, 1)).add(new EmbeddingSpec(4, 2)
                .withKernelRegularizer(regularizer))
                .add(new LstmSpec(3).withReturnSequences(true).withKernelRegularizer(regularizer)
                        .withRecurrentRegularizer(regularizer).withBiasRegularizer(regularizer))
                .add(new ActivityRegularizationSpec(0.3, 0.2))
                .add(new GruSpec(2).withRecurrentRegularizer(regularizer))
                .add(new DenseSpec(1).withKernelRegularizer(regularizer)).build(5);
        Tensor inputs = Tensor.of(Shape.sequence(3, 1).withBatch(2), 0, 1, 2, 3, 1, 0);
        Tensor targets = Tensor.of(Shape.vector(1).withBatch(2), 0.5f, -1);
        Model model = Model.compile(network, new Sgd(0.1), new MeanSquaredError());
        Sgd still = new Sgd(1e-30);
        new TrainingStep(network, inputs.shape(), new MeanSquaredError(), still.create(network.parameters()),
                Double.POSITIVE_INFINITY, Compute.shared()).run(inputs, targets);
        double worst = 0;
        for (Parameter parameter : network.parameters()) {
            float[] values = parameter.value();
            for (int index = 0; index < values.length; index++) {
                if (Math.abs(values[index]) > 0.02) { // not across the corner of |w|
                    double slope = slope(model, inputs, targets, values, index);
                    worst = Math.max(worst, Math.abs(slope - parameter.gradient()[index]));
                }
            }
        }
        return worst;
    }

    private static double slope(Model model, Tensor inputs, Tensor targets, float[] values, int index) {
        float value = values[index];
        float step = 0.01f;
        values[index] = value + step;
        double above = model.evaluate(inputs, targets);
        float up = values[index];
        values[index] = value - step;
        double below = model.evaluate(inputs, targets);
        double slope = (above - below) / ((double) up - values[index]);
        values[index] = value;
        return slope;
    }

    /// A penalty whose slope is a tenth too large.
    private record TooSteep(L1L2 right) implements WeightRegularizer {

        @Override
        public String name() {
            return "too steep";
        }

        @Override
        public double penalty(float[] weights) {
            return right.penalty(weights);
        }

        @Override
        public void addGradient(float[] weights, float[] gradient) {
            new L1L2(1.1 * right.l1(), 1.1 * right.l2()).addGradient(weights, gradient);
        }
    }
}
