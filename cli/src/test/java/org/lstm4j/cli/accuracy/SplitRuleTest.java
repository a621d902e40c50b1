package org.lstm4j.cli.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lstm4j.DataException;

class SplitRuleTest {

    @Test
    void hourlyTransformersTestOnFourMonthsAndLeaveTheRestUnused() {
        Split split = Protocols.named("etth1-96").split().of(17_420);

        assertThat(split).isEqualTo(new Split(14_400, 2880, 2880));
        assertThat(split.trainEnd()).isEqualTo(8640);
        assertThat(split.testStart()).isEqualTo(11_520);
    }

    /// As many windows as the published comparisons judge.
    @Test
    void everyStepBeginsAWindow() {
        assertThat(windows("etth1-96", 17_420)).isEqualTo(2785);
        assertThat(windows("etth1-720", 17_420)).isEqualTo(2161);
        assertThat(windows("ettm1-96", 69_680)).isEqualTo(11_425);
        assertThat(windows("exchange-96", 7588)).isEqualTo(1422);
    }

    @Test
    void tenthsRoundTrainingAndTestPartDown() {
        assertThat(new SplitRule.Tenths().of(7588)).isEqualTo(new Split(7588, 760, 1517));
        assertThat(new SplitRule.Tenths().of(19)).isEqualTo(new Split(19, 3, 3));
    }

    @Test
    void giftWindowsAreATenthAtLeastOneAndAtMostTwenty() {
        SplitRule rule = new SplitRule.TenthInWindows(48);

        assertThat(rule.of(17_420).test()).isEqualTo(20 * 48);
        assertThat(rule.of(961).test()).isEqualTo(3 * 48);
        assertThat(rule.of(960).test()).isEqualTo(2 * 48);
        assertThat(rule.of(200).test()).isEqualTo(48);
        assertThat(windows("ett1-h-short", 17_420)).isEqualTo(20);
    }

    @Test
    void windowsThatDoNotOverlapEndWithTheSeries() {
        Task task = MadeUp.task(Protocols.named("ett1-h-short"), MadeUp.wave(1000, 24));

        assertThat(task.windows()).extracting(JudgedWindow::origin).containsExactly(1000 - 144, 1000 - 96, 1000 - 48);
    }

    @Test
    void windowsWithAMissingValueAreLeftOutWhereEveryStepBeginsOne() {
        double[] values = MadeUp.wave(2000, 10);
        values[1700] = Double.NaN;
        Task task = MadeUp.task(MadeUp.everyStep(5, new SplitRule.Tenths()), values);

        assertThat(task.windows()).extracting(JudgedWindow::origin).hasSize(400 - 5 + 1 - 5 - 168)
                .contains(1600, 1695, 1869, 1995).doesNotContain(1696, 1700, 1701, 1868);
    }

    @Test
    void theLastWindowIsJudgedWithItsGaps() {
        double[] values = MadeUp.wave(100, 10);
        values[97] = Double.NaN;
        Task task = MadeUp.task(MadeUp.lastWindow(5, 1, Measure.MAE), values, MadeUp.wave(30, 10));

        assertThat(task.windows()).containsExactly(new JudgedWindow(0, 0, 95), new JudgedWindow(1, 0, 25));
    }

    @Test
    void refusesASeriesThatIsNotTheWholeOne() {
        assertThatThrownBy(() -> MadeUp.task(Protocols.named("etth1-96"), MadeUp.wave(5000, 24)))
                .isInstanceOf(DataException.class)
                .hasMessage("series 's0' is too short for etth1-96; expected at least 14400 steps; received 5000 steps;"
                        + " check that the file is the whole published one");
    }

    private static int windows(String protocol, int steps) {
        return MadeUp.task(Protocols.named(protocol), MadeUp.wave(steps, 24)).windows().size();
    }
}
