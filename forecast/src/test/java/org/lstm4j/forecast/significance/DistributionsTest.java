package org.lstm4j.forecast.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Against tables, and where these have too few digits against SciPy 1.17.
class DistributionsTest {

    /// The columns of every table of Student's t: one-sided 5 %, 2.5 %, 1 %, 0.5 %.
    private static final double[][] TABLE = {
        {1, 6.314, 12.706, 31.821, 63.657}, {2, 2.920, 4.303, 6.965, 9.925}, {4, 2.132, 2.776, 3.747, 4.604},
        {9, 1.833, 2.262, 2.821, 3.250}, {30, 1.697, 2.042, 2.457, 2.750}, {120, 1.658, 1.980, 2.358, 2.617}};
    private static final double[] TAILS = {0.05, 0.025, 0.01, 0.005};

    @Test
    void studentAgreesWithItsTable() {
        for (double[] row : TABLE) {
            for (int column = 0; column < TAILS.length; column++) {
                assertThat(StudentT.upperTail(row[column + 1], (int) row[0]))
                        .isEqualTo(TAILS[column], within(TAILS[column] * 2e-3));
            }
        }
    }

    @Test
    void studentAgreesToManyDigits() {
        assertThat(StudentT.upperTail(1, 1)).isEqualTo(0.25, within(1e-13)); // Cauchy: 1/2 - arctan(1)/π
        assertThat(StudentT.upperTail(-1.5, 10)).isEqualTo(0.9177463367772799, within(1e-12));
        assertThat(StudentT.upperTail(3.646, 30)).isEqualTo(0.0004999444346691824, within(1e-14));
        assertThat(StudentT.upperTail(1.96, 1000)).isEqualTo(0.025136592477874368, within(1e-12));
        assertThat(StudentT.upperTail(5, 100_000)).isEqualTo(2.8713508393208397e-7, within(1e-15));
        assertThat(StudentT.upperTail(0, 7)).isEqualTo(0.5, within(1e-14));
    }

    @Test
    void incompleteBetaAgreesWithPolynomialsAndArcs() {
        // a = 2, b = 3: x² (6 - 8x + 3x²)
        assertThat(IncompleteBeta.regularized(0.3, 2, 3)).isEqualTo(0.09 * (6 - 2.4 + 0.27), within(1e-14));
        // a = b = 1/2: 2/π · arcsin √x
        assertThat(IncompleteBeta.regularized(0.9, 0.5, 0.5)).isEqualTo(0.7951672353008665, within(1e-13));
        assertThat(IncompleteBeta.regularized(0.5, 10, 10)).isEqualTo(0.5, within(1e-13));
        assertThat(IncompleteBeta.regularized(0, 2, 3)).isZero();
        assertThat(IncompleteBeta.regularized(1, 2, 3)).isEqualTo(1);
    }

    @Test
    void logGammaAgreesWithFactorialsAndTheRootOfPi() {
        assertThat(IncompleteBeta.logGamma(1)).isEqualTo(0, within(1e-13));
        assertThat(IncompleteBeta.logGamma(0.5)).isEqualTo(StrictMath.log(Math.PI) / 2, within(1e-13));
        assertThat(IncompleteBeta.logGamma(11)).isEqualTo(StrictMath.log(3_628_800), within(1e-12));
    }

    @Test
    void normalAgreesWithItsTable() {
        assertThat(NormalTail.upper(0)).isEqualTo(0.5);
        assertThat(NormalTail.upper(0.5)).isEqualTo(0.3085375387259869, within(1e-15));
        assertThat(NormalTail.upper(1.6448536269514722)).isEqualTo(0.05, within(1e-15));
        assertThat(NormalTail.upper(2.999)).isEqualTo(0.0013543365337271057, within(1e-15));
        assertThat(NormalTail.upper(3)).isEqualTo(0.0013498980316300933, within(1e-15));
        assertThat(NormalTail.upper(8)).isEqualTo(6.22096057427174e-16, within(1e-28));
        assertThat(NormalTail.upper(-2)).isEqualTo(0.9772498680518208, within(1e-14));
    }
}
