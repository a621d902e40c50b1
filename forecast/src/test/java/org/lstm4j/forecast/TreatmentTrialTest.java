package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.lstm4j.forecast.baseline.NaiveBaseline;
import org.lstm4j.forecast.metrics.SeriesScale;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.PreparedSeries;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.forecast.prepare.WindowSpec;

class TreatmentTrialTest {

    private static final WindowTreatment MAP = new WindowTreatment(WindowScaling.REVIN, Skip.LINEAR);
    private static final WindowTreatment ALONE = new WindowTreatment(WindowScaling.REVIN, Skip.NONE);
    private static final TimeSeries SERIES = Waves.hours(400);
    private static final int HORIZON = 4;

    @Test
    void whatErrsLessAtEveryOriginIsProvenBetter() {
        TreatmentTrial little = trial(ALONE, origin -> 1 + 0.2 * (origin * 7 % 5));
        TreatmentTrial much = trial(MAP, origin -> 2 + 0.2 * (origin * 3 % 5));

        assertThat(little.isProvenBetterThan(much)).isTrue();
        assertThat(much.isProvenBetterThan(little)).isFalse();
    }

    /// Half as wrong now, twice as wrong then, a little better on the whole.
    @Test
    void whatIsNowBetterAndThenWorseIsNot() {
        TreatmentTrial changing = trial(ALONE, origin -> origin / 40 % 2 == 0 ? 0.5 : 1.4);
        TreatmentTrial steady = trial(MAP, _ -> 1);

        assertThat(changing.error()).isLessThan(steady.error());
        assertThat(changing.isProvenBetterThan(steady)).isFalse();
    }

    /// Of one day of the week twelve series say the same.
    @Test
    void manySeriesAreNoProofOfDaysThatNoneOfThemShows() {
        TreatmentTrial little = ofManySeries(ALONE, 1);
        TreatmentTrial much = ofManySeries(MAP, 2);

        assertThat(little.isProvenBetterThan(much)).isTrue();
        assertThat(little.isProvenBetterThan(much, 11)).isTrue();
        assertThat(little.isProvenBetterThan(much, 12)).isFalse();
        assertThat(
                trial(ALONE, _ -> 1 + 0.2).isProvenBetterThan(trial(MAP, origin -> 2 + 0.2 * (origin * 3 % 5)), 9999))
                .as("over time").isTrue();
    }

    @Test
    void anythingIsBetterThanWhatDiverged() {
        TreatmentTrial trained = trial(ALONE, _ -> 1);
        TreatmentTrial diverged = TreatmentTrial.diverged(MAP);

        assertThat(trained.isProvenBetterThan(diverged)).isTrue();
        assertThat(diverged.isProvenBetterThan(diverged)).isFalse();
        assertThat(diverged.error()).isInfinite();
    }

    @Test
    void theNaiveForecastIsJudgedOnTheSameWindows() {
        TreatmentTrial naive = trial(MAP, _ -> 1).insteadOf(new NaiveBaseline(), 24);
        double[] load = SERIES.column("load");
        double sum = 0;
        for (int origin = 100; origin <= SERIES.steps() - HORIZON; origin++) {
            for (int step = origin; step < origin + HORIZON; step++) {
                sum += Math.abs(load[step] - load[origin - 1]);
            }
        }

        assertThat(naive.treatment()).isEqualTo(new WindowTreatment(WindowScaling.REVIN, Skip.LAST));
        assertThat(naive.error()).isCloseTo(sum / HORIZON / (SERIES.steps() - HORIZON - 99) / scale(SERIES).absolute(),
                org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void theErrorIsTheMase() {
        TreatmentTrial trial = trial(MAP, _ -> 3);
        double scale = scale(SERIES).absolute();

        assertThat(trial.error()).isCloseTo(3 / scale, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(TreatmentTrial.text(List.of(trial))).isEqualTo(
                String.format(java.util.Locale.ROOT, "revin, skip linear %.3f", 3 / scale));
    }

    /// Of the last eight windows of twelve series, whose targets lie within eleven steps.
    private static TreatmentTrial ofManySeries(WindowTreatment treatment, double error) {
        List<JudgedForecast> said = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            double size = 1 + 0.1 * number;
            TimeSeries series = TimeSeries.of("series " + number, SERIES.timeline(), List.of("load"),
                    new double[][]{SERIES.column("load")}).slice(0, 300 + number);
            addLast(said, series, 8, _ -> error * size);
        }
        return TreatmentTrial.of(treatment, said, 24);
    }

    /// Of windows that begin at every step from 100 on.
    ///
    /// @param error of all steps of a window, by its origin
    private static TreatmentTrial trial(WindowTreatment treatment, IntToDoubleFunction error) {
        List<JudgedForecast> said = new ArrayList<>();
        addLast(said, SERIES, SERIES.steps() - HORIZON - 99, error);
        return TreatmentTrial.of(treatment, said, 24);
    }

    private static void addLast(List<JudgedForecast> said, TimeSeries series, int windows, IntToDoubleFunction error) {
        WindowForm form = new WindowForm(new FeatureSchema(List.of("load"), List.of(), List.of(), List.of()),
                new WindowSpec(8, HORIZON), WindowScaling.NONE);
        PreparedSeries prepared = PreparedSeries.of(series, form,
                PreparedSeries.fit(series, form.schema(), Scaling.NONE, series.steps()));
        for (int origin = series.steps() - HORIZON - windows + 1; origin <= series.steps() - HORIZON; origin++) {
            JudgedWindow window = new JudgedWindow(prepared, 0, origin, scale(series));
            double[] point = window.actual();
            for (int step = 0; step < HORIZON; step++) {
                point[step] += error.applyAsDouble(origin);
            }
            said.add(new JudgedForecast(window, point, Optional.empty()));
        }
    }

    private static SeriesScale scale(TimeSeries series) {
        return SeriesScale.of(series.column("load"), 24);
    }
}
