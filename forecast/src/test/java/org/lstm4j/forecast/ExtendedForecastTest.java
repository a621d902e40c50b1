package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.prepare.SplitShares;

class ExtendedForecastTest {

    private static final Compute COMPUTE = Compute.shared();
    /// The horizon of [Waves].
    private static final int TRAINED = 4;
    private static final TimeSeries SERIES = Waves.hours(300);

    private static Forecaster plain;
    private static Forecaster withIntervals;

    @BeforeAll
    static void train() {
        plain = train(Waves.settings(3).withSplit(new SplitShares(0.1, 0, 0, false)), SERIES);
        withIntervals = train(Waves.settings(2).withOptimization(Waves.settings(2).optimization()
                .withLoss(ForecastLosses.named("quantiles"))), SERIES);
    }

    @Test
    void upToTheTrainedHorizonItIsTheForecast() {
        for (int horizon = 1; horizon <= TRAINED; horizon++) {
            assertThat(extended(withIntervals, SERIES, horizon))
                    .isEqualTo(withIntervals.forecast(SERIES, horizon, COMPUTE));
        }
        Forecast longer = extended(withIntervals, SERIES, 11).getFirst();
        Forecast trained = withIntervals.forecast(SERIES, TRAINED, COMPUTE).getFirst();
        assertThat(longer.mean().subList(0, TRAINED)).isEqualTo(trained.mean());
        assertThat(longer.quantiles().subList(0, TRAINED)).isEqualTo(trained.quantiles());
        assertThat(longer.timeline()).isEqualTo(trained.timeline());
    }

    /// By hand: each window's forecast is written under the data, and the next one made from there.
    @Test
    void goesOnFromItsOwnForecasts() {
        double[] known = SERIES.column("load");
        List<Double> byHand = new ArrayList<>();
        while (byHand.size() < 11) {
            List<Double> next = plain.forecast(Waves.series("", known), TRAINED, COMPUTE).getFirst().mean();
            int end = known.length;
            known = Arrays.copyOf(known, end + TRAINED);
            for (int step = 0; step < TRAINED; step++) {
                known[end + step] = next.get(step);
            }
            byHand.addAll(next);
        }
        assertThat(extended(plain, SERIES, 11).getFirst().mean()).isEqualTo(byHand.subList(0, 11));
    }

    @Test
    void quantilesEndWithTheTrainedHorizon() {
        Forecast forecast = extended(withIntervals, SERIES, 10).getFirst();

        assertThat(forecast.quantiles()).hasSize(10)
                .allSatisfy(ofStep -> assertThat(ofStep).hasSameSizeAs(forecast.levels()));
        assertThat(forecast.quantiles().subList(0, TRAINED))
                .allSatisfy(ofStep -> assertThat(ofStep).allMatch(Double::isFinite));
        assertThat(forecast.quantiles().subList(TRAINED, 10))
                .allSatisfy(ofStep -> assertThat(ofStep).allMatch(value -> value.isNaN()));
        assertThat(forecast.mean()).allMatch(Double::isFinite);
        assertThat(extended(plain, SERIES, 10).getFirst().quantiles()).allMatch(List::isEmpty);
    }

    @Test
    void foretellsAWaveForDays() {
        Forecast forecast = extended(train(Waves.settings(60), SERIES), SERIES, 48).getFirst();
        double[] truth = Waves.hours(348).column("load");
        double error = 0;
        for (int step = 0; step < 48; step++) {
            error += Math.abs(forecast.mean().get(step) - truth[300 + step]) / 48;
        }
        assertThat(error).as("of a wave of 20 up and down, with another of 7 on it").isLessThan(8);
    }

    @Test
    void futureColumnsMustReachTheEnd() {
        TimeSeries series = withColumn("plan", SERIES);
        Forecaster forecaster = train(Waves.settings(1).withColumns(new ColumnRoles(
                List.of("load"), List.of(), List.of("plan"))), series);
        TimeSeries ahead = withoutTargets(9, withColumn("plan", Waves.hours(309)));

        assertThat(extended(forecaster, ahead, 9).getFirst().mean()).hasSize(9);
        assertThatThrownBy(() -> extended(forecaster, ahead, 10)).isInstanceOf(DataException.class).hasMessage(
                "the future column 'plan' of the series ends too early; expected values up to 2026-01-13T21:00Z; received"
                        + " values up to 2026-01-13T20:00Z; add rows with 'plan' for the steps to forecast, targets left"
                        + " empty");
    }

    @Test
    void everyWindowReadsItsFutureColumns() {
        TimeSeries series = withColumn("plan", SERIES);
        Forecaster forecaster = train(Waves.settings(1).withColumns(new ColumnRoles(
                List.of("load"), List.of(), List.of("plan"))), series);
        TimeSeries ahead = withoutTargets(9, withColumn("plan", Waves.hours(309)));
        double[] other = ahead.column("plan");
        other[308] += 100;

        List<Double> before = extended(forecaster, ahead, 9).getFirst().mean();
        List<Double> after = extended(forecaster, ahead.withColumn("plan", other), 9).getFirst().mean();
        assertThat(after.subList(0, 8)).isEqualTo(before.subList(0, 8));
        assertThat(after.get(8)).isNotEqualTo(before.get(8));
    }

    @Test
    void pastColumnsStayAtTheirLastValue() {
        TimeSeries series = withColumn("temp", SERIES);
        Forecaster forecaster = train(Waves.settings(1).withColumns(new ColumnRoles(
                List.of("load"), List.of("temp"), List.of())), series);
        double[] held = Arrays.copyOf(series.column("temp"), 304);
        Arrays.fill(held, 300, 304, held[299]);
        double[] load = Arrays.copyOf(SERIES.column("load"), 304);
        List<Double> first = forecaster.forecast(series, 4, COMPUTE).getFirst().mean();
        for (int step = 0; step < 4; step++) {
            load[300 + step] = first.get(step);
        }
        TimeSeries byHand = Waves.series("", load).withColumn("temp", held);

        assertThat(extended(forecaster, series, 8).getFirst().mean().subList(4, 8))
                .isEqualTo(forecaster.forecast(byHand, 4, COMPUTE).getFirst().mean());
    }

    /// Its own forecasts must not change how a series is scaled that the forecaster does not know.
    @Test
    void aSeriesThatIsNotKnownKeepsItsScale() {
        Forecaster ofTwo = new ForecastTrainer(Waves.settings(1), COMPUTE)
                .fit(List.of(Waves.named("a", SERIES, 1), Waves.named("b", SERIES, 2))).forecaster();
        TimeSeries unknown = Waves.named("c", SERIES, 50);
        TimeSeries asKnown = Waves.named("a", SERIES, 50);
        Forecaster knowing = ofTwo.knowing(unknown, unknown.timeline().instantMillis(300));

        assertThat(extended(ofTwo, unknown, 12).getFirst().mean())
                .isEqualTo(extended(knowing, unknown, 12).getFirst().mean())
                .isNotEqualTo(extended(ofTwo, asKnown, 12).getFirst().mean());
    }

    @Test
    void withoutItALongerHorizonIsRefusedAsEver() {
        assertThatThrownBy(() -> plain.forecast(SERIES, 5, COMPUTE)).isInstanceOf(ConfigurationException.class)
                .hasMessage("the model cannot forecast 5 steps; expected 1 to 4 steps, as it was trained; received 5"
                        + " steps; use --horizon 4 or less, or train with --horizon 5");
        assertThatThrownBy(() -> extended(plain, SERIES, 0)).isInstanceOf(ConfigurationException.class);
    }

    private static List<Forecast> extended(Forecaster forecaster, TimeSeries series, int horizon) {
        return new ExtendedForecast(forecaster, COMPUTE).forecast(series, horizon);
    }

    private static Forecaster train(ForecastSettings settings, TimeSeries series) {
        return new ForecastTrainer(settings, COMPUTE).fit(List.of(series)).forecaster();
    }

    private static TimeSeries withColumn(String name, TimeSeries series) {
        double[] values = new double[series.steps()];
        for (int step = 0; step < values.length; step++) {
            values[step] = step * 7 % 11;
        }
        return series.withColumn(name, values);
    }

    private static TimeSeries withoutTargets(int steps, TimeSeries series) {
        double[] load = series.column("load");
        Arrays.fill(load, load.length - steps, load.length, Double.NaN);
        return series.withColumn("load", load);
    }
}
