package org.lstm4j.forecast.esrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmoothingStartTest {

    private static final double[] SHORT = {2, -1, -1};
    private static final double[] LONG = {1, 0, 0, -2, 1, 0, 0};

    @Test
    void decompositionFindsBothSeasonsOverATrend() {
        double[] values = new double[200];
        Arrays.setAll(values, step -> 5 + 0.1 * step + SHORT[step % 3] + LONG[step % 7]);
        SmoothingLayout layout = new SmoothingLayout(List.of(3, 21));
        double[] start = SmoothingStart.of(layout, values);
        for (int step = 0; step < 21; step++) {
            double sum = start[layout.firstIndex(0) + step % 3] + start[layout.firstIndex(1) + step];
            assertThat(sum).isCloseTo(SHORT[step % 3] + LONG[step % 7], within(0.35));
        }
        assertThat(start[layout.firstIndex(0)]).isCloseTo(2, within(0.35));
    }

    @Test
    void aSeasonSeenLessThanTwiceBeginsWithZeros() {
        SmoothingLayout layout = new SmoothingLayout(List.of(3, 21));
        double[] values = new double[40];
        Arrays.setAll(values, step -> SHORT[step % 3]);
        double[] start = SmoothingStart.of(layout, values);
        assertThat(Arrays.copyOfRange(start, layout.firstIndex(0), layout.firstIndex(1)))
                .usingComparatorWithPrecision(1e-9).containsExactly(SHORT);
        assertThat(Arrays.copyOfRange(start, layout.firstIndex(1), layout.size())).containsOnly(0);
    }

    @Test
    void missingValuesDoNotCount() {
        double[] values = new double[24];
        Arrays.setAll(values, step -> step == 5 || step == 6 ? Double.NaN : SHORT[step % 3]);
        double[] start = SmoothingStart.of(new SmoothingLayout(List.of(3)), values);
        assertThat(start).doesNotContain(Double.NaN);
        assertThat(start[2]).isCloseTo(2, within(0.3));
    }
}
