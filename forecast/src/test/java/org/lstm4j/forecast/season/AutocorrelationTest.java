package org.lstm4j.forecast.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AutocorrelationTest {

    @Test
    void dividesTheSumOfProductsByThatOfSquares() {
        // mean 2; deviations −1 0 1 0, squares 2; lag 2: −1·1 + 0·0 = −1, lag 1: 0, lag 3: 0
        assertThat(Autocorrelation.of(new double[]{1, 2, 3, 2}, 3)).containsExactly(1, 0, -0.5, 0);
    }

    @Test
    void takesPairsOfWhichBothWereObserved() {
        // mean 2; deviations −1 ? 1 0 −1 1, c(0) = 4/5
        double[] correlations = Autocorrelation.of(new double[]{1, Double.NaN, 3, 2, 1, 3}, 2);

        // lag 1: 1·0 + 0·−1 + −1·1 over 3 + 1; lag 2: −1·1 + 1·−1 + 0·1 over 3 + 2
        assertThat(correlations[1]).isCloseTo(-1 / 4.0 / 0.8, within(1e-15));
        assertThat(correlations[2]).isCloseTo(-2 / 5.0 / 0.8, within(1e-15));
    }

    @Test
    void aConstantHasNone() {
        assertThat(Autocorrelation.of(new double[]{0.1, 0.1, 0.1}, 1)).containsExactly(Double.NaN, Double.NaN);
        assertThat(Autocorrelation.of(new double[0], 0)).containsExactly(Double.NaN);
    }

    @Test
    void lagsBeyondTheSeriesAreZero() {
        assertThat(Autocorrelation.of(new double[]{1, 3}, 3)).containsExactly(1, -0.5, 0, 0);
    }

    @Test
    void rejectsNegativeLags() {
        assertThatIllegalArgumentException().isThrownBy(() -> Autocorrelation.of(new double[2], -1))
                .withMessage("lags must be at least 0, but was -1");
    }
}
