package org.lstm4j.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

/// Holds [NormalDistribution] to its stated error against series summed with 60 digits.
class NormalDistributionTest {

    private static final double STATED_RELATIVE_ERROR = 3e-9;
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal ROOT_OF_TWO_PI = new BigDecimal(
            "2.50662827463100050241576528481104525300698674060993831662993").round(DIGITS);

    @Test
    void bothTailsStayWithinTheStatedError() {
        double worst = 0;
        for (double x = 0; x <= 14; x += 0.0625) {
            double tail = tail(x);
            worst = Math.max(worst, Math.abs(NormalDistribution.cumulative(-x) - tail) / tail);
            worst = Math.max(worst, Math.abs(NormalDistribution.cumulative(x) - (1 - tail)) / (1 - tail));
        }
        assertThat(worst).isBetween(1e-10, STATED_RELATIVE_ERROR);
    }

    @Test
    void densityIsTheSlopeOfTheCumulativeDistribution() {
        for (double x = -8; x <= 8; x += 0.37) {
            double difference = (tail(Math.abs(x) - 1e-4) - tail(Math.abs(x) + 1e-4)) / 2e-4;
            assertThat(NormalDistribution.density(x)).isCloseTo(difference, within(1e-6 * difference));
        }
    }

    @Test
    void endsAtZeroAndOne() {
        assertThat(NormalDistribution.cumulative(Double.NEGATIVE_INFINITY)).isEqualTo(0);
        assertThat(NormalDistribution.cumulative(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(NormalDistribution.cumulative(Double.NaN)).isNaN();
        assertThat(NormalDistribution.density(Double.NaN)).isNaN();
    }

    /// Φ(−x) = 1/2 − (1/√(2π))·Σ (−1)ᵏ·x²ᵏ⁺¹ / (2ᵏ·k!·(2k + 1)).
    private static double tail(double x) {
        BigDecimal square = new BigDecimal(x).pow(2, DIGITS).negate();
        MathContext fine = new MathContext(150); // terms reach e^98 before they fall
        BigDecimal power = new BigDecimal(x);
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k < 600; k++) {
            sum = sum.add(power.divide(BigDecimal.valueOf(2L * k + 1), fine), fine);
            power = power.multiply(square, fine).divide(BigDecimal.valueOf(2L * (k + 1)), fine);
        }
        return new BigDecimal("0.5").subtract(sum.divide(ROOT_OF_TWO_PI, DIGITS)).doubleValue();
    }
}
