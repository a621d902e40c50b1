package org.lstm4j.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class ObservedTargetsTest {

    private static final float GAP = Float.NaN;

    @Test
    void missingTargetsCountNothingAndPullNowhere() {
        Loss loss = ObservedTargets.of(new MeanSquaredError());
        Tensor prediction = rows(1, 2, 3, 4);
        Tensor target = rows(0, GAP, 1, GAP);
        Tensor gradient = rows(9, 9, 9, 9);

        assertThat(loss.value(prediction, target)).isEqualTo((1.0 + 4.0) / 4);
        loss.gradient(prediction, target, gradient);

        assertThat(gradient.data()).containsExactly(2f / 4, 0f, 4f / 4, 0f);
    }

    @Test
    void anObservedTargetPullsAsHardHoweverManyOfItsRowAreMissing() {
        Loss loss = ObservedTargets.of(new MeanAbsoluteError());
        Tensor gradient = rows(0, 0, 0, 0);

        loss.gradient(rows(1, 1, 1, 1), rows(0, GAP, 0, 0), gradient);

        assertThat(gradient.data()).containsExactly(0.25f, 0f, 0.25f, 0.25f);
    }

    @Test
    void passesOverMissingTargetsOfGroups() {
        Quantiles quantiles = Quantiles.of(0.1, 0.9);
        Loss loss = ObservedTargets.of(quantiles);
        Tensor prediction = rows(1, 2, 3, 4);
        Tensor target = Tensor.of(Shape.of(Axis.batch(2), new Axis("targets", 1)), 5f, GAP);
        Tensor gradient = rows(9, 9, 9, 9);

        assertThat(loss.value(prediction, target)).isEqualTo(quantiles.of(new float[]{1, 2}, 0, 5f) / 2);
        loss.gradient(prediction, target, gradient);

        assertThat(gradient.data()[0]).isNegative();
        assertThat(List.of(gradient.data()[2], gradient.data()[3])).containsExactly(0f, 0f);
    }

    @Test
    void withoutGapsResultsAreThoseOfTheLossItself() {
        Tensor prediction = rows(0.1f, 0.7f, -3, 4);
        Tensor target = rows(0.3f, 2, 0.9f, -1);
        Tensor plain = rows(0, 0, 0, 0);
        Tensor observed = rows(0, 0, 0, 0);
        Loss huber = new Huber();

        huber.gradient(prediction, target, plain);
        ObservedTargets.of(huber).gradient(prediction, target, observed);

        assertThat(observed.data()).isEqualTo(plain.data());
        assertThat(ObservedTargets.of(huber).value(prediction, target)).isEqualTo(huber.value(prediction, target));
        assertThat(ObservedTargets.of(huber).name()).isEqualTo("huber");
    }

    @Test
    void refusesLossesOfWholeRows() {
        assertThatThrownBy(() -> ObservedTargets.of(new CosineSimilarity()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot pass over missing targets");
    }

    private static Tensor rows(float... values) {
        return Tensor.of(Shape.of(Axis.batch(2), new Axis("outputs", 2)), values);
    }
}
