package org.lstm4j.cli.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.cli.accuracy.ProtocolData.TrainAndTest;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;

/// ES-RNN and DeepAR as methods: where they run, with what settings, and what they say.
class RecurrentMethodsTest {

    private static final EsRnnMethod ESRNN = MadeUp.shortEsRnn();
    private static final DeepArMethod DEEPAR = MadeUp.shortDeepAr(42);

    @Test
    void esRnnNeedsManySeriesOfOneWindowWithValuesAboveZero() {
        double[] wave = MadeUp.wave(60, 12);
        double[] withZero = wave.clone();
        withZero[20] = 0;
        double[] zeroInTheTest = wave.clone();
        zeroInTheTest[58] = 0;
        double[] gap = wave.clone();
        gap[20] = Double.NaN;
        Protocol last = MadeUp.lastWindow(6, 12, Measure.MASE);

        assertThat(ESRNN.reasonAgainst(MadeUp.task(last, wave, gap))).isEmpty();
        assertThat(ESRNN.reasonAgainst(MadeUp.task(last, wave, zeroInTheTest))).isEmpty();
        assertThat(ESRNN.reasonAgainst(MadeUp.task(last, wave, withZero)))
                .contains("it takes logarithms, and 'y of s1' has the value 0.0");
        assertThat(ESRNN.reasonAgainst(MadeUp.task(last, wave)))
                .contains("it learns from many series, and here is one");
        assertThat(ESRNN.reasonAgainst(MadeUp.task(MadeUp.everyStep(6, new SplitRule.Tenths()), wave, wave)))
                .contains("it foretells the end of each series, and here many windows of a series are judged");
    }

    @Test
    void esRnnNeedsAWindowOfEachSeries() {
        double[] mostlyMissing = MadeUp.wave(60, 12);
        Arrays.fill(mostlyMissing, 0, 50, Double.NaN);

        assertThat(ESRNN.reasonAgainst(MadeUp.task(MadeUp.lastWindow(6, 12, Measure.MASE), MadeUp.wave(60, 12),
                mostlyMissing))).contains("it needs 13 values of each series, and 'y of s1' has 4");
    }

    @Test
    void settingsOfEsRnnFollowTheFrequency() {
        assertThat(new EsRnnRule(42).settings(rows("h", 24)).windows().seasons()).containsExactly(24, 168);
        assertThat(new EsRnnRule(42).settings(rows("D", 7)).windows().seasons()).containsExactly(7);
        assertThat(new EsRnnRule(42).settings(rows("M", 12)).windows().seasons()).containsExactly(12);
        assertThat(new EsRnnRule(42).settings(rows("W", 1)).windows().seasons()).isEmpty();
        assertThat(new EsRnnRule(42).settings(rows("W", 1)).network().dilations()).containsExactly(List.of(1, 52));
        assertThat(new EsRnnRule(42).settings(rows("step", 9)).windows().seasons()).containsExactly(9);
        assertThat(new EsRnnRule(42).settings(rows("h", 24)).training().epochs()).isEqualTo(24);
    }

    @Test
    void settingsOfDeepArFollowTheFrequency() {
        assertThat(new DeepArRule(42).settings(rows("h", 24)).lags()).contains(24, 168).hasSize(16);
        assertThat(new DeepArRule(42).settings(rows("h", 24)).context()).isEqualTo(24);
        assertThat(new DeepArRule(42).settings(rows("step", 9)).lags()).contains(9, 18).doesNotContain(24);
        assertThat(new DeepArRule(42).settings(rows("step", 9)).context()).isEqualTo(9);
    }

    @Test
    void deepArIsForFewWindows() {
        assertThat(DEEPAR.reasonAgainst(MadeUp.task(MadeUp.lastWindow(6, 12, Measure.MASE), MadeUp.wave(60, 12))))
                .isEmpty();
        assertThat(DEEPAR.reasonAgainst(MadeUp.task(MadeUp.everyStep(1, new SplitRule.FromTheStart(100, 10, 600)),
                MadeUp.wave(710, 12)))).contains("too slow for more than 500 windows");
    }

    @Test
    void bothHaveIntervals() {
        Task task = MadeUp.task(MadeUp.lastWindow(6, 12, Measure.MASE), MadeUp.wave(120, 12), MadeUp.wave(100, 12));
        for (AccuracyMethod method : List.of(ESRNN, DEEPAR)) {
            MethodResult result = new MethodJudge(task).judge(method);
            assertThat(result.measures()).as(method.name()).containsKeys(Measure.WQL, Measure.MSIS,
                    Measure.COVERAGE_80, Measure.COVERAGE_95);
            assertThat(result.value(Measure.WQL)).as(method.name()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void deepArSaysTheMedianAndTheMeanOfItsPaths() {
        WindowForecast said = first(DEEPAR, MadeUp.task(MadeUp.lastWindow(6, 12, Measure.MAE), MadeUp.wave(120, 12)));

        assertThat(said.point()).containsExactly(said.quantiles().orElseThrow().quantile(0.5));
        assertThat(said.mean()).isNotEqualTo(said.point());
        for (int step = 0; step < 6; step++) {
            assertThat(said.mean()[step]).isBetween(said.quantiles().orElseThrow().quantile(0.1)[step],
                    said.quantiles().orElseThrow().quantile(0.9)[step]);
        }
    }

    /// Hours have a calendar, which changes what is said.
    @Test
    void deepArReadsTheCalendarOfSeriesWithTime() {
        Protocol protocol = MadeUp.lastWindow(6, 24, Measure.MASE);
        double[] wave = MadeUp.wave(400, 24);
        TimeSeries hours = TimeSeries.of("s0", Timeline.of(0, Frequency.parse("h"), java.time.ZoneOffset.UTC),
                List.of("y"), new double[][]{wave});
        Task timed = new Task(protocol, ColumnRoles.targets(List.of("y")), List.of(hours));

        assertThat(DEEPAR.fit(timed).settings()).startsWith("student-t, context 24, 16 lags up to 169, 2 layers of 40,"
                + " dropout 0.1, adam 0.001 halved on a plateau, epoch 1 kept of 1 (at most 1) of 4 batches of 8,");
        assertThat(first(DEEPAR, timed).point()).hasSize(6);
    }

    private static WindowForecast first(AccuracyMethod method, Task task) {
        return method.fit(task).forecast(task.windows()).getFirst();
    }

    private static Task rows(String frequency, int season) {
        Protocol protocol = new Protocol("made-up", "made up",
                new TrainAndTest("train.csv", "test.csv", Frequency.parse(frequency), false), 4, season,
                new SplitRule.LastWindow(4), WindowRule.LAST, ErrorUnit.OWN, List.of(Measure.MASE));
        return MadeUp.task(protocol, MadeUp.wave(60, 12), MadeUp.wave(60, 12));
    }
}
