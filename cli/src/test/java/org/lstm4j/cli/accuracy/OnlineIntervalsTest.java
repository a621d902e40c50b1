package org.lstm4j.cli.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.metrics.QuantileForecast;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

class OnlineIntervalsTest {

    private static final int TEST = 500;
    private static final Protocol PROTOCOL = MadeUp.everyStep(6, new SplitRule.FromTheStart(400, 100, 1500));

    /// The random walk's steps become twice as large with the test part.
    @Test
    void coverageComesBackWhereIntervalsOfBeforeFail() {
        MethodResult result = new MethodJudge(MadeUp.task(PROTOCOL, walk())).judge(naive());

        assertThat(result.value(Measure.COVERAGE_80)).isBetween(0.5, 0.7);
        assertThat(result.value(Measure.COVERAGE_80_ONLINE)).isCloseTo(0.8, within(0.04));
        assertThat(result.value(Measure.COVERAGE_95_ONLINE)).isCloseTo(0.95, within(0.03))
                .isGreaterThan(result.value(Measure.COVERAGE_95) + 0.03);
        assertThat(result.value(Measure.WQL_ONLINE)).isLessThan(result.value(Measure.WQL));
    }

    /// Values at an origin or after it change nothing there; the value before it does, although the quantiles are the same.
    @Test
    void seesNothingAtTheOriginOrAfterIt() {
        double[] values = walk();
        int origin = TEST + 300;
        double[][] unchanged = correctedAt(origin, values, values);
        double[] later = values.clone();
        Arrays.fill(later, origin, later.length, 1e6);
        assertThat(correctedAt(origin, values, later)).isDeepEqualTo(unchanged);
        double[] before = values.clone();
        before[origin - 1] = 1e6;
        assertThat(Arrays.deepEquals(correctedAt(origin, values, before), unchanged)).isFalse();
    }

    private static double[][] correctedAt(int last, double[] foretoldFrom, double[] came) {
        Task task = MadeUp.task(PROTOCOL, foretoldFrom);
        List<JudgedWindow> windows = new ArrayList<>(task.windows());
        windows.removeIf(window -> window.origin() > last);
        List<WindowForecast> said = naive().fit(task).forecast(windows);
        OnlineIntervals online = new OnlineIntervals(MadeUp.task(PROTOCOL, came));
        double[][] corrected = new double[0][];
        for (int index = 0; index < windows.size(); index++) {
            QuantileForecast quantiles = said.get(index).quantiles().orElseThrow();
            corrected = online.corrected(windows.get(index), quantiles).values();
        }
        return corrected;
    }

    /// Columns learn by themselves, and windows without overlap too.
    @Test
    void correctsWindowsWithoutOverlap() {
        Protocol protocol = new Protocol("made-up", "made up", MadeUp.NO_FILE, 48, 1, new SplitRule.TenthInWindows(48),
                WindowRule.NO_OVERLAP, ErrorUnit.OWN, List.of(Measure.MASE));
        MethodResult result = new MethodJudge(MadeUp.task(protocol, walk(), MadeUp.wave(2000, 12))).judge(naive());

        assertThat(result.measures()).containsKeys(Measure.WQL_ONLINE, Measure.COVERAGE_80_ONLINE,
                Measure.COVERAGE_95_ONLINE);
    }

    private static AccuracyMethod naive() {
        return Methods.named(List.of("naive"), Methods.all(42, 1, Compute.shared())).getFirst();
    }

    private static double[] walk() {
        RandomStream random = new RandomStreams(3).stream("walk");
        double[] values = new double[2000];
        for (int step = 1; step < values.length; step++) {
            values[step] = values[step - 1] + random.nextGaussian() * (step < TEST ? 1 : 2);
        }
        return values;
    }
}
