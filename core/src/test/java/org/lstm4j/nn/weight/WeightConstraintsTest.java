package org.lstm4j.nn.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

class WeightConstraintsTest {

    private static final Shape TWO_UNITS = Shape.of(new Axis("units", 2), Axis.features(2));

    @Test
    void maxNormScalesOnlyUnitsThatAreTooLong() {
        float[] weights = {6f, -8f, 0.6f, 0.8f};
        new MaxNorm(5).apply(weights, TWO_UNITS);
        assertThat(weights).containsExactly(3f, -4f, 0.6f, 0.8f);
    }

    @Test
    void aVectorCountsAsOneUnit() {
        float[] weights = {6f, -8f};
        new MaxNorm(5).apply(weights, Shape.vector(2));
        assertThat(weights).containsExactly(3f, -4f);
    }

    @Test
    void aUnitIsAllButTheOutermostAxis() {
        float[] weights = {6f, 0f, 0f, -8f};
        new MaxNorm(5).apply(weights, Shape.of(new Axis("units", 1), Axis.features(2), new Axis("width", 2)));
        assertThat(weights).containsExactly(3f, 0f, 0f, -4f);
    }

    @Test
    void unitNormScalesEveryUnitToOne() {
        float[] weights = {6f, -8f, 0.06f, 0.08f};
        new UnitNorm().apply(weights, TWO_UNITS);
        assertThat(weights).containsExactly(new float[]{0.6f, -0.8f, 0.6f, 0.8f}, within(1e-6f));
    }

    @Test
    void weightsWithoutADirectionStay() {
        float[] weights = {0f, 0f, 0f, 2f};
        new UnitNorm().apply(weights, TWO_UNITS);
        assertThat(weights).containsExactly(0f, 0f, 0f, 1f);
    }

    @Test
    void nonNegativeRaisesToZero() {
        float[] weights = {-1f, 2f, -0f, Float.NaN};
        new NonNegative().apply(weights, Shape.vector(4));
        assertThat(weights).containsExactly(0f, 2f, 0f, Float.NaN);
    }

    @Test
    void whatIsInsideStaysBitForBit() {
        float[] weights = {0.1f, 0.7f, 0.3f, 0.2f};
        for (WeightConstraint constraint : new WeightConstraint[]{new MaxNorm(1), new NonNegative()}) {
            constraint.apply(weights, TWO_UNITS);
        }
        assertThat(weights).containsExactly(0.1f, 0.7f, 0.3f, 0.2f);
    }

    @Test
    void refusesAMaximumThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MaxNorm(0)).withMessageContaining("0.0");
    }
}
