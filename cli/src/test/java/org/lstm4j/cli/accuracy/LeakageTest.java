package org.lstm4j.cli.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.compute.Compute;

/// No method learns anything from what it is judged on, or from what is after a window.
class LeakageTest {

    private static final Compute COMPUTE = Compute.shared();

    private static double[] wave;
    private static double[] other;

    @BeforeAll
    static void makeSeries() {
        wave = MadeUp.wave(200, 12);
        other = wave.clone();
        for (int step = 160; step < other.length; step++) {
            other[step] = 1000 + 7 * step;
        }
    }

    /// All of them, those that are trained with short trainings.
    static Stream<AccuracyMethod> methods() {
        Stream<AccuracyMethod> usual = Methods.all(42, 1, COMPUTE).stream()
                .filter(method -> !List.of("lstm", "deepar", "esrnn", "blend", "selected").contains(method.name()));
        return Stream.concat(usual, Stream.of(
                MadeUp.shortLstm(), MadeUp.shortDeepAr(42), MadeUp.shortEsRnn(),
                new SeedEnsemble(1, List.of(MadeUp.shortDeepAr(1), MadeUp.shortDeepAr(2))),
                new Blend(List.of(new LinearMethod(), MadeUp.shortEsRnn())),
                new Selected(List.of(new LinearMethod(), MadeUp.shortEsRnn()))));
    }

    /// The test parts begin at step 160 and differ; the forecasts from there do not.
    @ParameterizedTest
    @MethodSource("methods")
    void theTestPartIsNotLookedAt(AccuracyMethod method) {
        Protocol protocol = MadeUp.everyStep(6, new SplitRule.FromTheStart(120, 40, 40));
        assertSameForecast(method, MadeUp.task(protocol, wave), MadeUp.task(protocol, other));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theLastWindowIsNotLookedAt(AccuracyMethod method) {
        Protocol protocol = MadeUp.lastWindow(40, 12, Measure.MASE);
        assertSameForecast(method, MadeUp.task(protocol, wave, MadeUp.wave(190, 12)),
                MadeUp.task(protocol, other, MadeUp.wave(190, 12)));
    }

    /// Shows that the test above can fail: from the step after, what happened at step 160 is known.
    @ParameterizedTest
    @MethodSource("methods")
    void whatWasKnownIsLookedAt(AccuracyMethod method) {
        Protocol protocol = MadeUp.everyStep(6, new SplitRule.FromTheStart(120, 40, 40));
        JudgedWindow later = new JudgedWindow(0, 0, 161);

        assertThat(point(method, MadeUp.task(protocol, wave), later))
                .isNotEqualTo(point(method, MadeUp.task(protocol, other), later));
    }

    private static void assertSameForecast(AccuracyMethod method, Task task, Task changed) {
        JudgedWindow first = task.windows().getFirst();
        assertThat(first).isEqualTo(new JudgedWindow(0, 0, 160));
        assertThat(point(method, changed, first)).isEqualTo(point(method, task, first));
    }

    private static double[] point(AccuracyMethod method, Task task, JudgedWindow window) {
        return method.fit(task).forecast(List.of(window)).getFirst().point();
    }
}
