package org.lstm4j.report;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.report.content.SeriesData;
import org.lstm4j.report.content.StepAxis;
import org.lstm4j.report.content.Values;

class SeriesStatisticsTest {

    @Test
    void describesTheObservedValues() {
        SeriesStatistics statistics = of(2, NaN, 4, 4, 4, NaN, NaN, 5, 5, 7, 9);

        assertThat(statistics.steps()).isEqualTo(11);
        assertThat(statistics.missing()).isEqualTo(3);
        assertThat(statistics.longestGap()).isEqualTo(2);
        assertThat(statistics.missingPercent()).isEqualTo(300 / 11.0, within(1e-12));
        assertThat(statistics.smallest()).isEqualTo(2);
        assertThat(statistics.mean()).isEqualTo(5, within(1e-12));
        assertThat(statistics.largest()).isEqualTo(9);
        assertThat(statistics.deviation()).isEqualTo(2, within(1e-12));
    }

    @Test
    void isUndefinedWhereNothingWasObserved() {
        SeriesStatistics statistics = of(NaN, NaN);

        assertThat(statistics.mean()).isNaN();
        assertThat(statistics.smallest()).isNaN();
        assertThat(statistics.deviation()).isNaN();
        assertThat(of().missingPercent()).isZero();
    }

    private static SeriesStatistics of(double... values) {
        return SeriesStatistics.of(
                new SeriesData("a", new StepAxis(values.length, 0, "step"), Values.of(values), List.of()));
    }
}
