package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lstm4j.TrainingException;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Training, testing and predicting batch by batch.
class OnBatchTest {

    private final SmallFit small = new SmallFit();
    private final Tensor inputs = small.data().trainInputs();
    private final Tensor targets = small.data().trainTargets();

    /// Three batches of 30, 30 and 20, twice.
    @Test
    void trainingOnTheBatchesOfAFitIsThatFit() {
        SmallFit other = new SmallFit();
        other.model().fit(other.training(), FitOptions.epochs(2).withBatchSize(30).withShuffle(false));
        Model model = small.model();
        for (int epoch = 0; epoch < 2; epoch++) {
            for (int from = 0; from < 80; from += 30) {
                int to = Math.min(80, from + 30);
                model.trainOnBatch(inputs.rows(from, to), targets.rows(from, to));
            }
        }
        assertThat(small.hash()).isEqualTo(other.hash());
    }

    @Test
    void trainingTellsTheLossBeforeTheUpdate() {
        Model model = small.model();
        double before = model.testOnBatch(inputs, targets);
        assertThat(model.trainOnBatch(inputs, targets)).isCloseTo(before, within(1e-9));
        assertThat(model.testOnBatch(inputs, targets)).isLessThan(before);
    }

    @Test
    void predictsAsTheModelDoes() {
        Model model = small.model();
        assertThat(model.predictOnBatch(inputs).data()).isEqualTo(model.predict(inputs).data());
    }

    @Test
    void aBatchWithoutANumberLeavesTheWeightsAsTheyAre() {
        Model model = small.model();
        model.trainOnBatch(inputs, targets);
        String before = small.hash();
        float good = targets.data()[3];
        targets.data()[3] = Float.NaN;
        assertThatThrownBy(() -> model.trainOnBatch(inputs, targets)).isInstanceOf(TrainingException.class)
                .hasMessageContaining("the loss became NaN; the weights from before the batch are kept")
                .hasMessageContaining("NaN or infinite values in that batch");
        assertThat(small.hash()).isEqualTo(before);
        targets.data()[3] = good;
        assertThat(model.trainOnBatch(inputs, targets)).isFinite();
    }

    /// The optimizer's averages have seen what exploded; batches must not go on from them either.
    @Test
    void aFitThatDivergesLeavesAFreshOptimizer() {
        Model model = small.model();
        model.trainOnBatch(inputs, targets);
        SmallFit other = new SmallFit();
        other.model().trainOnBatch(inputs, targets);
        float good = targets.data()[3];
        targets.data()[3] = Float.NaN;
        assertThatThrownBy(() -> model.fit(small.training(), FitOptions.epochs(1)))
                .isInstanceOf(TrainingException.class);
        targets.data()[3] = good;
        model.trainOnBatch(inputs, targets);
        other.model().trainOnBatch(inputs, targets);
        assertThat(small.hash()).isEqualTo(other.hash());
    }

    @Test
    void fitAndBatchesShareTheOptimizer() {
        SmallFit other = new SmallFit();
        other.model().fit(other.training(), FitOptions.epochs(2).withBatchSize(80).withShuffle(false));
        Model model = small.model();
        model.fit(small.training(), FitOptions.epochs(1).withBatchSize(80).withShuffle(false));
        model.trainOnBatch(inputs, targets);
        assertThat(small.hash()).isEqualTo(other.hash());
    }

    @Test
    void wrongShapesNameTheAxes() {
        Tensor wide = Tensor.zeros(Shape.vector(3).withBatch(80));
        assertThatThrownBy(() -> small.model().trainOnBatch(inputs, wide))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("[batch 80, features 3]");
    }
}
