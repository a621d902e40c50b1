package org.lstm4j.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussLegendreTest {

    /// ∫₀¹ tᵏ dt = 1 / (k + 1), for degrees below twice the points.
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8, 16, 64, 512})
    void isExactForPolynomials(int points) {
        GaussLegendre rule = new GaussLegendre(points);
        for (int degree = 0; degree < 2 * points; degree++) {
            assertThat(integral(rule, degree)).as("degree %d", degree).isCloseTo(1.0 / (degree + 1), within(1e-13));
        }
    }

    @Test
    void isNotExactBeyond() {
        assertThat(integral(new GaussLegendre(2), 4)).isNotCloseTo(1.0 / 5, within(1e-3));
    }

    /// 1/2 ± 1/(2√3), by hand.
    @Test
    void itsTwoPointsAreThoseOfTheTextbook() {
        GaussLegendre rule = new GaussLegendre(2);
        assertThat(rule.point(0)).isCloseTo(0.5 - 0.5 / Math.sqrt(3), within(1e-15));
        assertThat(rule.point(1)).isCloseTo(0.5 + 0.5 / Math.sqrt(3), within(1e-15));
        assertThat(rule.weight(0)).isCloseTo(0.5, within(1e-15));
    }

    private static double integral(GaussLegendre rule, int degree) {
        double sum = 0;
        for (int index = 0; index < rule.count(); index++) {
            double power = 1;
            for (int factor = 0; factor < degree; factor++) {
                power *= rule.point(index);
            }
            sum += rule.weight(index) * power;
        }
        return sum;
    }
}
