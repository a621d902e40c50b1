package org.lstm4j.forecast.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NLinearTest {

    private static final double NAN = Double.NaN;

    /// y(1) = last + (last − before), y(2) = last + 2·(last − before): the line drawn on.
    private final Baseline line = new NLinear(new LinearMap(new double[][]{{-1, 0}, {-2, 0}}, 0));

    @Test
    void countsFromTheLastValue() {
        assertThat(line.forecast(new double[]{50, 1, 3}, 2)).containsExactly(5, 7);
        assertThat(line.forecast(new double[]{1001, 1003, 7, 7}, 2, 1)).containsExactly(1005);
    }

    @Test
    void learnsALineAtAnyLevel() {
        LinearMapFit fit = new LinearMapFit(3, 2);
        double[] steep = {1, 3, 5, 7, 9, 11};
        double[] flat = {1000, 999, 998, 997, NAN, 995, 994};

        // windows end with the fourth and fifth value of one series; in the other only one has no gap
        assertThat(NLinear.addWindows(steep, fit)).isEqualTo(2);
        assertThat(NLinear.addWindows(flat, fit)).isZero();
        assertThat(new NLinear(fit.solve(1e-9)).forecast(new double[]{-10, -20, -30}, 2))
                .containsExactly(new double[]{-40, -50}, within(1e-5));
    }

    @Test
    void drawsLinesOverMissingValues() {
        assertThat(line.forecast(new double[]{1, NAN, 5}, 1)).containsExactly(7);
        assertThat(line.forecast(new double[]{1, 5, NAN}, 1)).containsExactly(5);
        assertThat(line.forecast(new double[]{NAN, NAN}, 2)).containsExactly(NAN, NAN);
    }

    @Test
    void beginsAShortHistoryWithItsFirstValueAndSaysSo() {
        assertThat(line.forecast(new double[]{NAN, 5}, 1)).containsExactly(5);
        assertThat(line.remark(1)).hasValue("a history of 1 steps is shorter than the 2 the linear map looks at, so its"
                + " first value stands in for what is before it");
        assertThat(line.remark(2)).isEmpty();
    }

    @Test
    void rejectsALongerHorizonThanItWasFittedFor() {
        assertThatIllegalArgumentException().isThrownBy(() -> line.forecast(new double[]{1, 2}, 3))
                .withMessage(
                        "the linear map was fitted for 2 steps ahead, but the horizon is 3; fit one of that horizon");
    }
}
