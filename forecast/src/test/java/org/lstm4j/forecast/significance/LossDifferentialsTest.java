package org.lstm4j.forecast.significance;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LossDifferentialsTest {

    @Test
    void averagesOverStepsAndSeriesOfAnOrigin() {
        LossDifferentials windows = new LossDifferentials(ForecastLoss.ABSOLUTE, 2, 1);
        windows.add(7, new double[]{1, NaN}, new double[]{4, 99}, new double[]{2, NaN});
        windows.add(7, new double[]{0, 0}, new double[]{1, 0}, new double[]{-2, 5});

        // 3 - 1; 1 - 2; 0 - 5
        assertThat(windows.values()).containsExactly(-4 / 3.0);
    }

    @Test
    void takesSquaresAndScales() {
        LossDifferentials windows = new LossDifferentials(ForecastLoss.SQUARED, 1, 1);
        windows.add(0, 2, new double[]{0}, new double[]{6}, new double[]{-2});

        assertThat(windows.values()).containsExactly(9 - 1);
    }

    @Test
    void ordersOriginsByTimeAndKeepsPlacesOfMissingOnes() {
        LossDifferentials windows = new LossDifferentials(ForecastLoss.ABSOLUTE, 1, 5);
        windows.add(110, new double[]{0}, new double[]{3}, new double[]{0});
        windows.add(90, new double[]{0}, new double[]{1}, new double[]{0});
        windows.add(95, new double[]{NaN}, new double[]{NaN}, new double[]{NaN});
        windows.add(105, new double[]{0}, new double[]{2}, new double[]{0});

        assertThat(windows.values()).containsExactly(1, NaN, NaN, 2, 3);
        assertThat(new LossDifferentials(ForecastLoss.ABSOLUTE, 1, 5).values()).isEmpty();
    }

    @Test
    void countsNeighboursThatOverlap() {
        assertThat(new LossDifferentials(ForecastLoss.ABSOLUTE, 24, 24).lags()).isZero();
        assertThat(new LossDifferentials(ForecastLoss.ABSOLUTE, 24, 30).lags()).isZero();
        assertThat(new LossDifferentials(ForecastLoss.ABSOLUTE, 24, 10).lags()).isEqualTo(2);
        assertThat(new LossDifferentials(ForecastLoss.ABSOLUTE, 24, 12).lags()).isEqualTo(1);
        assertThat(new LossDifferentials(ForecastLoss.ABSOLUTE, 24, 1).lags()).isEqualTo(23);
        assertThat(new LossDifferentials(ForecastLoss.ABSOLUTE, 1, 1).lags()).isZero();
    }

    @Test
    void comparesWithItsOwnLags() {
        LossDifferentials windows = new LossDifferentials(ForecastLoss.ABSOLUTE, 2, 1);
        double[] losses = {2, 3, 1, 0, 0, 0, 1, 3, 4, 2, 2, 1};
        for (int origin = 0; origin < losses.length; origin++) {
            windows.add(origin, new double[2], new double[]{losses[origin], losses[origin]}, new double[2]);
        }

        assertThat(windows.compare(Alternative.SECOND_BETTER))
                .isEqualTo(DieboldMariano.test(losses, 1, Alternative.SECOND_BETTER));
        assertThat(windows.compare(Alternative.SECOND_BETTER).pValue()).isLessThan(0.05);
    }

    @Test
    void saysTooFewWithoutWindows() {
        assertThat(new LossDifferentials(ForecastLoss.ABSOLUTE, 2, 1).compare(Alternative.DIFFERENT).outcome())
                .isEqualTo(ComparisonOutcome.TOO_FEW);
    }

    @Test
    void rejectsWindowsThatDoNotFit() {
        LossDifferentials windows = new LossDifferentials(ForecastLoss.ABSOLUTE, 2, 4);
        windows.add(8, new double[2], new double[2], new double[2]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> windows.add(12, new double[2], new double[3], new double[2]))
                .withMessage("window at origin 12 has 2 actual values and forecasts of 3 and 2 steps, but the horizon "
                        + "is 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> windows.add(2, new double[2], new double[2], new double[2]))
                .withMessage("origins 8 and 2 are no multiple of the stride 4 apart; give the stride in steps of the "
                        + "series");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> windows.add(12, 0, new double[2], new double[2], new double[2]))
                .withMessage("scale of the window at origin 12 must be above 0, but was 0.0; leave that series out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> windows.add(12, new double[2], new double[]{1, NaN}, new double[2]))
                .withMessage("step 2 of the window at origin 12 was observed, but the forecasts are NaN and 0.0; leave "
                        + "the window out, for both");
        assertThatIllegalArgumentException().isThrownBy(() -> new LossDifferentials(ForecastLoss.SQUARED, 0, 1))
                .withMessage("horizon and stride must be at least 1 step, but were 0 and 1");
        assertThat(windows.values()).containsExactly(0); // what was refused has left no trace
    }

    @Test
    void rejectsOriginsCountedInMilliseconds() {
        LossDifferentials windows = new LossDifferentials(ForecastLoss.ABSOLUTE, 1, 1);
        windows.add(0, new double[1], new double[1], new double[1]);
        windows.add(86_400_000, new double[1], new double[1], new double[1]);

        assertThatIllegalArgumentException().isThrownBy(windows::values)
                .withMessage("origins from 0 to 86400000 are more than 10000000 strides apart; count origins in steps, "
                        + "as the stride is");
    }
}
