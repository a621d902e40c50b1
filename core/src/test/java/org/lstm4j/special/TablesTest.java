package org.lstm4j.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against tables, and where these have too few digits against SciPy 1.17.
class TablesTest {

    /// The columns of every table of Student's t: one-sided 5 %, 2.5 %, 1 %, 0.5 %.
    private static final double[][] TABLE = {
        {1, 6.314, 12.706, 31.821, 63.657}, {2, 2.920, 4.303, 6.965, 9.925}, {4, 2.132, 2.776, 3.747, 4.604},
        {9, 1.833, 2.262, 2.821, 3.250}, {30, 1.697, 2.042, 2.457, 2.750}, {120, 1.658, 1.980, 2.358, 2.617}};
    private static final double[] TAILS = {0.05, 0.025, 0.01, 0.005};

    @Test
    void studentAgreesWithItsTable() {
        for (double[] row : TABLE) {
            for (int column = 0; column < TAILS.length; column++) {
                assertThat(StudentT.cumulative(-row[column + 1], row[0]))
                        .isEqualTo(TAILS[column], within(TAILS[column] * 2e-3));
            }
        }
    }

    @Test
    void studentAgreesToManyDigits() {
        assertThat(StudentT.cumulative(-1, 1)).isEqualTo(0.25, within(1e-13)); // Cauchy: 1/2 - arctan(1)/π
        assertThat(StudentT.cumulative(1.5, 10)).isEqualTo(0.9177463367772799, within(1e-12));
        assertThat(StudentT.cumulative(-3.646, 30)).isEqualTo(0.0004999444346691824, within(1e-14));
        assertThat(StudentT.cumulative(-1.96, 1000)).isEqualTo(0.025136592477874368, within(1e-12));
        assertThat(StudentT.cumulative(-5, 100_000)).isEqualTo(2.8713508393208397e-7, within(1e-15));
        assertThat(StudentT.cumulative(0, 7)).isEqualTo(0.5, within(1e-14));
    }

    @Test
    void incompleteBetaAgreesWithPolynomialsAndArcs() {
        // a = 2, b = 3: x² (6 - 8x + 3x²)
        assertThat(Beta.regularized(0.3, 1 - 0.3, 2, 3)).isEqualTo(0.09 * (6 - 2.4 + 0.27), within(1e-14));
        // a = b = 1/2: 2/π · arcsin √x
        assertThat(Beta.regularized(0.9, 1 - 0.9, 0.5, 0.5)).isEqualTo(0.7951672353008665, within(1e-13));
        assertThat(Beta.regularized(0.5, 1 - 0.5, 10, 10)).isEqualTo(0.5, within(1e-13));
        assertThat(Beta.regularized(0, 1, 2, 3)).isZero();
        assertThat(Beta.regularized(1, 0, 2, 3)).isEqualTo(1);
    }

    @Test
    void logGammaAgreesWithFactorialsAndTheRootOfPi() {
        assertThat(Gamma.logarithm(1)).isEqualTo(0, within(1e-13));
        assertThat(Gamma.logarithm(0.5)).isEqualTo(StrictMath.log(Math.PI) / 2, within(1e-13));
        assertThat(Gamma.logarithm(11)).isEqualTo(StrictMath.log(3_628_800), within(1e-12));
    }

    @Test
    void normalAgreesWithItsTable() {
        assertThat(Normal.cumulative(0)).isEqualTo(0.5);
        assertThat(Normal.cumulative(-0.5)).isEqualTo(0.3085375387259869, within(1e-15));
        assertThat(Normal.cumulative(-1.6448536269514722)).isEqualTo(0.05, within(1e-15));
        assertThat(Normal.cumulative(-2.999)).isEqualTo(0.0013543365337271057, within(1e-15));
        assertThat(Normal.cumulative(-3)).isEqualTo(0.0013498980316300933, within(1e-15));
        assertThat(Normal.cumulative(-8)).isEqualTo(6.22096057427174e-16, within(1e-28));
        assertThat(Normal.cumulative(2)).isEqualTo(0.9772498680518208, within(1e-14));
    }

    /// Python 3: statistics.NormalDist().inv_cdf(p).
    @ParameterizedTest
    @CsvSource({"1e-30,-11.464024688443617", "1e-6,-4.753424308822899", "0.001,-3.090232306167813",
        "0.05,-1.6448536269514726", "0.1,-1.2815515655446008", "0.4,-0.2533471031357998", "0.5,0",
        "0.9,1.2815515655446008", "0.975,1.9599639845400536"})
    void normalQuantilesAreThoseOfTheTables(double probability, double quantile) {
        assertThat(Normal.quantile(probability)).isCloseTo(quantile, within(1e-13 * (1 + Math.abs(quantile))));
    }
}
