package org.lstm4j.forecast.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every baseline does with histories that hold little or nothing.
class AnyBaselineTest {

    private static final double NAN = Double.NaN;

    static Stream<Baseline> baselines() {
        return Stream.of(1, 2, 7).flatMap(season -> Stream.of(new NaiveBaseline(), new DriftBaseline(),
                new SeasonalNaiveBaseline(season), new Naive2Baseline(season), new ThetaBaseline(season),
                new ExponentialSmoothingBaseline(season),
                new NLinear(new LinearMap(new double[][]{{1, 0}, {1, 0}, {1, 0}}, 0))));
    }

    @ParameterizedTest
    @MethodSource("baselines")
    void forecastsNothingFromNothing(Baseline baseline) {
        assertThat(baseline.forecast(new double[0], 2)).containsExactly(NAN, NAN);
        assertThat(baseline.forecast(new double[]{NAN, NAN, NAN}, 2)).containsExactly(NAN, NAN);
    }

    @ParameterizedTest
    @MethodSource("baselines")
    void continuesConstantsAndZeros(Baseline baseline) {
        for (int steps = 1; steps < 30; steps++) {
            for (double constant : new double[]{0, 0.1, -5}) {
                double[] values = new double[steps];
                Arrays.fill(values, constant);
                assertThat(baseline.forecast(values, 3)).as("%d steps", steps)
                        .containsExactly(new double[]{constant, constant, constant}, within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("baselines")
    void forecastsNumbersFromAnythingObserved(Baseline baseline) {
        double[] values = {NAN, 3, 0, NAN, 0, 7, 0, 0, 1e6, NAN, NAN, 2, 0, 5, 0, 0, 1, NAN, 4, 0, 0, 9, 2, NAN, NAN};
        for (int steps = 2; steps <= values.length; steps++) {
            for (double forecast : baseline.forecast(values, steps, 3)) {
                assertThat(Double.isFinite(forecast)).as("%d steps", steps).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("baselines")
    void neverLooksPastTheOriginNorChangesTheValues(Baseline baseline) {
        double[] values = new double[40];
        for (int step = 0; step < values.length; step++) {
            values[step] = 10 + step % 7 + (step * step) % 11;
        }
        values[20] = NAN;
        double[] before = values.clone();
        double[] history = Arrays.copyOf(values, 30);

        assertThat(baseline.forecast(values, 30, 3)).isEqualTo(baseline.forecast(history, 3));
        assertThat(values).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("baselines")
    void rejectsImpossibleArguments(Baseline baseline) {
        assertThatIllegalArgumentException().isThrownBy(() -> baseline.forecast(new double[3], 0))
                .withMessage("horizon must be at least 1 step, but was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> baseline.forecast(new double[3], 4, 1))
                .withMessage("history of 4 steps, but there are 3 values");
    }
}
