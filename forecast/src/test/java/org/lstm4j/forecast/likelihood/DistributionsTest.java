package org.lstm4j.forecast.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.random.RandomStreams;

class DistributionsTest {

    private static final int DRAWS = 40_000;

    /// With their variances, worked out by hand.
    static List<Arguments> all() {
        return List.of(
                Arguments.of(new NormalDistribution(3, 2), 4.0),
                Arguments.of(new StudentTDistribution(-1, 2, 9), 4 * 9 / 7.0),
                Arguments.of(new LaplaceDistribution(5, 0.5), 2 * 0.25),
                Arguments.of(new LogNormalDistribution(1, 0.5),
                        StrictMath.expm1(0.25) * StrictMath.exp(2 + 0.25)),
                Arguments.of(new NegativeBinomialDistribution(6, 0.5), 6 + 0.5 * 36),
                Arguments.of(new NegativeBinomialDistribution(0.4, 2), 0.4 + 2 * 0.16),
                Arguments.of(new NegativeBinomialDistribution(5000, 1e-6), 5000 + 25.0));
    }

    @ParameterizedTest
    @MethodSource("all")
    void cumulativeUndoesQuantile(Distribution distribution, double variance) {
        for (double level = 0.001; level < 1; level += 0.007) {
            double quantile = distribution.quantile(level);
            if (distribution instanceof NegativeBinomialDistribution) {
                assertThat(distribution.cumulative(quantile)).isGreaterThanOrEqualTo(level);
                assertThat(distribution.cumulative(quantile - 1)).isLessThan(level);
                assertThat(quantile).isEqualTo(StrictMath.rint(quantile));
            } else {
                assertThat(distribution.cumulative(quantile)).isCloseTo(level, within(1e-12));
            }
        }
    }

    /// Six standard errors of a mean, and of a variance of such tails.
    @ParameterizedTest
    @MethodSource("all")
    void samplesHaveTheMomentsAndShares(Distribution distribution, double variance) {
        var random = new RandomStreams(7).stream("samples");
        double median = distribution.quantile(0.5);
        double tail = distribution.quantile(0.9);
        double sum = 0;
        double squares = 0;
        int belowMedian = 0;
        int belowTail = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double sample = distribution.sample(random);
            sum += sample;
            squares += (sample - distribution.mean()) * (sample - distribution.mean());
            belowMedian += sample <= median ? 1 : 0;
            belowTail += sample <= tail ? 1 : 0;
        }
        assertThat(sum / DRAWS).isCloseTo(distribution.mean(), within(6 * Math.sqrt(variance / DRAWS)));
        assertThat(squares / DRAWS).isCloseTo(variance, within(0.1 * variance));
        assertThat((double) belowMedian / DRAWS).isCloseTo(distribution.cumulative(median), within(0.015));
        assertThat((double) belowTail / DRAWS).isCloseTo(distribution.cumulative(tail), within(0.01));
    }

    @Test
    void equalStreamsGiveEqualSamples() {
        Distribution distribution = new StudentTDistribution(0, 1, 4);
        assertThat(distribution.sample(new RandomStreams(7).stream("a")))
                .isEqualTo(distribution.sample(new RandomStreams(7).stream("a")))
                .isNotEqualTo(distribution.sample(new RandomStreams(8).stream("a")));
    }

    /// Columns of printed tables.
    @Test
    void quantilesOfTables() {
        assertThat(new NormalDistribution(100, 15).quantile(0.975)).isCloseTo(129.39946, within(1e-5));
        assertThat(new StudentTDistribution(1, 2, 5).quantile(0.975)).isCloseTo(1 + 2 * 2.5705818356, within(1e-9));
        assertThat(new LaplaceDistribution(1, 2).quantile(0.875)).isCloseTo(1 + 2 * StrictMath.log(4), within(1e-14));
        assertThat(new LogNormalDistribution(0, 1).quantile(0.9)).isCloseTo(3.6022245, within(1e-7));
        assertThat(new LogNormalDistribution(0, 1).mean()).isCloseTo(Math.sqrt(Math.E), within(1e-15));
    }

    /// SciPy 1.17: nbinom with n = 2, p = 2/7 has mean 5 and dispersion ½.
    @Test
    void countsOfSciPy() {
        NegativeBinomialDistribution distribution = new NegativeBinomialDistribution(5, 0.5);
        assertThat(distribution.probability(0)).isCloseTo(4 / 49.0, within(1e-15));
        assertThat(distribution.probability(3)).isCloseTo(4 * 4 / 49.0 * 125 / 343, within(1e-15));
        assertThat(distribution.quantile(0.5)).isEqualTo(4);
        assertThat(distribution.quantile(0.99)).isEqualTo(19);
        assertThat(distribution.quantile(0.01)).isZero();
    }

    @Test
    void probabilitiesOfCountsSumToTheCumulative() {
        for (double dispersion : new double[]{1e-6, 0.03, 1, 20}) {
            NegativeBinomialDistribution distribution = new NegativeBinomialDistribution(8, dispersion);
            double sum = 0;
            for (int count = 0; count < 200; count++) {
                sum += distribution.probability(count);
                assertThat(distribution.cumulative(count)).isCloseTo(sum, within(1e-9));
                assertThat(distribution.cumulative(count + 0.5)).isEqualTo(distribution.cumulative(count));
            }
        }
    }

    @Test
    void nothingLiesBelowZeroWhereNothingCan() {
        assertThat(new LogNormalDistribution(0, 1).cumulative(0)).isZero();
        assertThat(new NegativeBinomialDistribution(1, 1).cumulative(-0.5)).isZero();
        assertThat(new NegativeBinomialDistribution(1, 1).probability(0.5)).isZero();
    }

    @Test
    void meanThatDoesNotExistIsNone() {
        assertThat(new StudentTDistribution(3, 1, 1).mean()).isNaN();
        assertThat(new StudentTDistribution(3, 1, 1.5).mean()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("all")
    void refusesLevelsThatAreNone(Distribution distribution, double variance) {
        for (double level : new double[]{0, 1, Double.NaN}) {
            assertThatThrownBy(() -> distribution.quantile(level)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be above 0 and below 1, but was " + level);
        }
    }

    @Test
    void refusesParametersThatAreNone() {
        assertThatThrownBy(() -> new NormalDistribution(Double.NaN, 1)).hasMessage("the mean of a distribution must be"
                + " a number, but was NaN; look for outputs of the network that are none");
        assertThatThrownBy(() -> new NormalDistribution(0, 0)).hasMessageContaining("deviation of a distribution must")
                .hasMessageContaining("above 0, but was 0.0");
        assertThatThrownBy(() -> new StudentTDistribution(0, 1, -1)).hasMessageContaining("degrees of freedom");
        assertThatThrownBy(() -> new NegativeBinomialDistribution(-1, 1)).hasMessageContaining("but was -1.0");
    }
}
