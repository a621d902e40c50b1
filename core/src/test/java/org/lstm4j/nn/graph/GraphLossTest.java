package org.lstm4j.nn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lstm4j.nn.graph.Parts.Part;
import org.lstm4j.nn.loss.BinaryCrossEntropy;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.nn.loss.MeanAbsoluteError;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.loss.Quantiles;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class GraphLossTest {

    private static final Parts OUTPUTS = new Parts(
            List.of(new Part("demand", Shape.vector(2)), new Part("peak", Shape.vector(1))));
    private static final GraphLoss LOSS = GraphLoss
            .of(OUTPUTS, Map.of("peak", new MeanAbsoluteError(), "demand", new MeanSquaredError()))
            .withWeight("peak", 0.5);

    private static final Tensor PREDICTION = Tensor.of(Shape.vector(3).withBatch(2), 1, 2, 3, 4, 5, 6);
    /// Errors of demand 1, 0 and 2, −1; of peak 3 and −4.
    private static final Tensor TARGET = Tensor.of(Shape.vector(3).withBatch(2), 0, 2, 0, 2, 6, 10);

    /// (1 + 0 + 4 + 1) / 4 + 0.5 · (3 + 4) / 2.
    @Test
    void isTheWeightedSumOfTheOutputsLosses() {
        assertThat(LOSS.value(PREDICTION, TARGET)).isEqualTo(1.5 + 0.5 * 3.5);
        Tensor gradient = Tensor.zeros(PREDICTION.shape());
        LOSS.gradient(PREDICTION, TARGET, gradient);
        assertThat(gradient.data()).containsExactly(0.5f, 0, 0.25f, 1, -0.5f, -0.25f);
    }

    /// The first sample counts twice, the second not at all: (2·(1 + 0)/2) / 2 + 0.5 · 2·3 / 2.
    @Test
    void weightsOfSamplesCountInEveryOutput() {
        LossWeights weights = LossWeights.of(Tensor.of(Shape.of(Axis.batch(2)), 2, 0));
        assertThat(LOSS.value(PREDICTION, TARGET, weights)).isEqualTo(0.5 + 0.5 * 3);
        Tensor gradient = Tensor.zeros(PREDICTION.shape());
        LOSS.gradient(PREDICTION, TARGET, weights, gradient);
        assertThat(gradient.data()).containsExactly(1, 0, 0.5f, 0, 0, 0);
    }

    @Test
    void batchesOfOtherSizesTakeTurns() {
        for (int turn = 0; turn < 2; turn++) {
            assertThat(LOSS.value(PREDICTION.rows(0, 1), TARGET.rows(0, 1))).isEqualTo(0.5 + 0.5 * 3);
            assertThat(LOSS.value(PREDICTION, TARGET)).isEqualTo(1.5 + 0.5 * 3.5);
        }
    }

    @Test
    void theGradientIsThatOfTheValue() {
        Parts outputs = new Parts(List.of(new Part("level", Shape.vector(6)), new Part("steps", Shape.sequence(2, 1))));
        GraphLoss loss = GraphLoss.of(outputs, Map.of("level", Quantiles.of(0.1, 0.5, 0.9), "steps",
                new BinaryCrossEntropy())).withWeight("steps", 3);
        Tensor prediction = Tensor.of(Shape.vector(8).withBatch(1), 0, 1, 2, 3, 4, 5, 0.25f, 0.75f);
        Tensor target = loss.targets()
                .join(Map.of("level", Tensor.of(Shape.vector(2).withBatch(1), 1.4f, 3.3f), "steps",
                        Tensor.of(Shape.sequence(2, 1).withBatch(1), 0, 1)));
        Tensor gradient = Tensor.zeros(prediction.shape());
        loss.gradient(prediction, target, gradient);
        for (int index = 0; index < 8; index++) {
            float value = prediction.data()[index];
            prediction.data()[index] = value + 1f / 1024;
            double above = loss.value(prediction, target);
            prediction.data()[index] = value - 1f / 1024;
            double below = loss.value(prediction, target);
            prediction.data()[index] = value;
            assertThat((double) gradient.data()[index]).isCloseTo((above - below) * 512, within(1e-4));
        }
    }

    @Test
    void targetsHaveTheShapesThatTheLossesNeed() {
        Parts outputs = new Parts(List.of(new Part("level", Shape.vector(6)), new Part("peak", Shape.vector(1))));
        GraphLoss loss = GraphLoss.of(outputs,
                Map.of("level", Quantiles.of(0.1, 0.5, 0.9), "peak", new MeanSquaredError()));
        assertThat(loss.targets().parts().getFirst().shape()).hasToString("[targets 2]");
        assertThat(loss.targetShape(Shape.vector(7))).hasToString("[features 3]");
        assertThat(loss.targetShape(Shape.vector(7).withBatch(5))).hasToString("[batch 5, features 3]");
        assertThat(loss.targets(7)).isEqualTo(3);
        assertThat(loss.name()).isEqualTo("quantiles(level)+mse(peak)");
        assertThat(LOSS.name()).isEqualTo("mse(demand)+0.5*mae(peak)");
    }

    /// A single output keeps its steps, so that steps may have weights of their own, and their number may vary.
    @Test
    void aSingleOutputIsJudgedAsByItsLossAlone() {
        GraphLoss loss = GraphLoss.of(new Parts(List.of(new Part("steps", Shape.sequence(2, 1)))),
                Map.of("steps", new MeanSquaredError()));
        Tensor prediction = Tensor.of(Shape.sequence(3, 1).withBatch(1), 1, 2, 3);
        Tensor target = Tensor.of(Shape.sequence(3, 1).withBatch(1), 0, 0, Float.NaN);
        LossWeights mask = LossWeights.masked(Tensor.of(Shape.of(Axis.batch(1), Axis.steps(3)), 1, 1, 0));
        assertThat(loss.value(prediction, target, mask)).isEqualTo(2.5);
    }

    @Test
    void saysWhatDoesNotFit() {
        Map<String, Loss> one = Map.of("demand", new MeanSquaredError());
        assertThatIllegalArgumentException().isThrownBy(() -> GraphLoss.of(OUTPUTS, one))
                .withMessage(
                        "the graph has the outputs [demand, peak], but losses were given for [demand]; give one for"
                                + " each, and leave out of the graph's outputs what has no target");
        assertThatIllegalArgumentException().isThrownBy(() -> LOSS.withWeight("peak", 0))
                .withMessage(
                        "the weight of the loss of \"peak\" must be finite and above 0, but was 0.0; leave an output"
                                + " that has no part in the loss out of the graph");
        assertThatIllegalArgumentException().isThrownBy(() -> LOSS.withWeight("price", 1))
                .withMessage("there is no \"price\"; there are [demand, peak]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOSS.value(PREDICTION, Tensor.zeros(Shape.vector(2).withBatch(2))))
                .withMessage(
                        "the graph predicts [batch 2, features 3], for which the loss mse(demand)+0.5*mae(peak) needs"
                                + " targets [batch 2, features 3], but the targets are [batch 2, features 2]; join them with the"
                                + " loss's own targets()");
        assertThatIllegalArgumentException().isThrownBy(() -> LOSS.targetShape(Shape.vector(4)))
                .withMessageContaining("stand end to end in [features 3], but the samples are [features 4]");
        LossWeights steps = LossWeights.of(Tensor.zeros(Shape.of(Axis.batch(2), Axis.steps(3))));
        assertThatIllegalArgumentException().isThrownBy(() -> LOSS.value(PREDICTION, TARGET, steps))
                .withMessageContaining("the weights are [batch 2, steps 3]");
        GraphLoss probabilities = GraphLoss.of(OUTPUTS,
                Map.of("demand", new MeanSquaredError(), "peak", new BinaryCrossEntropy()));
        assertThatIllegalArgumentException().isThrownBy(() -> probabilities.value(PREDICTION, TARGET))
                .withMessageStartingWith("output \"peak\": ");
    }
}
