package org.lstm4j.nn.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class L1L2Test {

    private final float[] weights = {3f, -2f, 0f, 0.5f};

    /// Sizes add up to 5.5, squares to 13.25.
    @Test
    void penaltyIsTheWeightedSumOfSizesAndSquares() {
        assertThat(WeightRegularizer.l1(2).penalty(weights)).isEqualTo(11);
        assertThat(WeightRegularizer.l2(2).penalty(weights)).isEqualTo(26.5);
        assertThat(new L1L2(2, 4).penalty(weights)).isEqualTo(11 + 53);
    }

    @Test
    void slopeIsAddedToTheGradient() {
        float[] gradient = {1f, 1f, 1f, 1f};
        new L1L2(0.25, 0.5).addGradient(weights, gradient);
        assertThat(gradient).containsExactly(1 + 0.25f + 3f, 1 - 0.25f - 2f, 1f, 1 + 0.25f + 0.5f);
        assertThat(weights).containsExactly(3f, -2f, 0f, 0.5f);
    }

    @Test
    void slopeIsThatOfThePenalty() {
        L1L2 regularizer = new L1L2(0.3, 0.7);
        float[] slope = new float[weights.length];
        regularizer.addGradient(weights, slope);
        for (int index : new int[]{0, 1, 3}) {
            float[] more = weights.clone();
            float[] less = weights.clone();
            more[index] += 0.0625f;
            less[index] -= 0.0625f;
            double difference = (regularizer.penalty(more) - regularizer.penalty(less)) / 0.125;
            assertThat((double) slope[index]).isCloseTo(difference, within(1e-6));
        }
    }

    @Test
    void refusesNegativeFactors() {
        assertThatIllegalArgumentException().isThrownBy(() -> new L1L2(-1, 0)).withMessageContaining("l1")
                .withMessageContaining("-1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> WeightRegularizer.l2(Double.NaN))
                .withMessageContaining("l2").withMessageContaining("NaN");
    }
}
