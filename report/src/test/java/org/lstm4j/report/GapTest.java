package org.lstm4j.report;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.report.content.Values;

class GapTest {

    @Test
    void findsGapsAtTheStartInTheMiddleAndAtTheEnd() {
        assertThat(Gap.in(Values.of(NaN, 1, NaN, NaN, 2, NaN)))
                .containsExactly(new Gap(0, 1), new Gap(2, 4), new Gap(5, 6));
        assertThat(Gap.in(Values.of(1, 2))).isEmpty();
        assertThat(Gap.in(Values.empty())).isEmpty();
    }

    @Test
    void joinsGapsThatAreNear() {
        List<Gap> gaps = List.of(new Gap(0, 1), new Gap(2, 4), new Gap(9, 10));

        assertThat(Gap.joined(gaps, 3)).containsExactly(new Gap(0, 4), new Gap(9, 10));
        assertThat(Gap.joined(gaps, 1)).isEqualTo(gaps);
    }
}
