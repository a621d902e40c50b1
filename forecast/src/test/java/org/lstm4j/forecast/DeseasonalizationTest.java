package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.SeasonalIndices;
import org.lstm4j.forecast.prepare.WindowScaling;

/// Forecasters that read and foretell a series without its season.
class DeseasonalizationTest {

    private static final Compute COMPUTE = Compute.shared();
    private static final TimeSeries SALES = sales(0, 84);

    private static FittedForecaster fitted;

    /// Months of a straight line, that peak in December and grow by four fifths there.
    private static TimeSeries sales(int from, int steps) {
        double[] values = new double[steps];
        for (int step = 0; step < steps; step++) {
            int month = from + step;
            values[step] = (100 + month) * (month % 12 == 11 ? 1.8 : month % 12 == 6 ? 0.6 : 1);
        }
        Timeline months = Timeline.of(Instant.parse("2015-01-01T00:00:00Z").toEpochMilli(), Frequency.parse("M"),
                ZoneOffset.UTC).from(from);
        return TimeSeries.of("", months, List.of("sales"), new double[][]{values});
    }

    private static ForecastSettings settings() {
        ForecastSettings settings = ForecastSettings.horizon(6, "sales");
        return settings.withLookback(OptionalInt.of(12)).withScaling(Scaling.LOG)
                .withDeseasonalization(Deseasonalization.INDICES).withWindowScaling(WindowScaling.LAST)
                .withOptimization(settings.optimization().withEpochs(1).withEarlyStopping(0))
                .withSkip(Skip.LINEAR);
    }

    @BeforeAll
    static void train() {
        fitted = new ForecastTrainer(settings(), COMPUTE).fit(List.of(SALES));
    }

    /// A network of one epoch knows no Decembers; the indices do.
    @Test
    void theSeasonComesBackInForecasts() {
        Forecast next = fitted.forecaster().forecast(SALES, 6, COMPUTE).getFirst();
        Forecast december = fitted.forecaster().forecast(sales(0, 90), 6, COMPUTE).getFirst();

        assertThat(fitted.choices()).contains(new Choice("deseasonalize", "indices", "a season was found in 1 of 1"));
        assertThat(next.mean().get(0)).isCloseTo(184, within(20.0));
        assertThat(december.mean().get(5) / december.mean().get(4)).isCloseTo(1.8, within(0.15));
    }

    /// A file of later rows alone begins at another month.
    @Test
    void aLaterFileIsForecastAlike() {
        Forecast whole = fitted.forecaster().forecast(SALES, 6, COMPUTE).getFirst();
        Forecast rest = fitted.forecaster().forecast(sales(41, 43), 6, COMPUTE).getFirst();

        assertThat(rest.mean()).isEqualTo(whole.mean());
        assertThat(rest.timeline().format(0)).isEqualTo(whole.timeline().format(0));
    }

    @Test
    void survivesItsFile(@TempDir Path folder) {
        Path file = folder.resolve("m.lstm4j");
        fitted.forecaster().toFile().write(file);
        Forecaster read = ForecasterFile.read(file);

        assertThat(read.deseasonalization()).isEqualTo(Deseasonalization.INDICES);
        assertThat(read.forecast(SALES, 6, COMPUTE)).isEqualTo(fitted.forecaster().forecast(SALES, 6, COMPUTE));
    }

    /// A series that was not in training has a season of its own.
    @Test
    void anotherSeriesHasItsOwnSeason() {
        TimeSeries other = TimeSeries.of("other", SALES.timeline(), List.of("sales"),
                new double[][]{IntStream.range(0, 84).mapToDouble(step -> 50 + step % 12).toArray()});
        FittedForecaster two = new ForecastTrainer(settings(), COMPUTE).fit(List.of(named("a"), named("b")));

        Forecast forecast = two.forecaster().forecast(other, 6, COMPUTE).getFirst();
        assertThat(forecast.mean().get(5) - forecast.mean().get(0)).isCloseTo(5, within(0.5));
    }

    @Test
    void nothingAfterTheTrainingPartIsLookedAt() {
        double[] changed = SALES.column("sales").clone();
        for (int step = 76; step < changed.length; step++) {
            changed[step] = 1e4 + step;
        }
        TimeSeries other = TimeSeries.of("", SALES.timeline(), List.of("sales"), new double[][]{changed});
        FittedForecaster same = new ForecastTrainer(settings(), COMPUTE).fit(List.of(other));

        assertThat(seasons(same))
                .isEqualTo(seasons(fitted));
    }

    @Test
    void withoutItNoSeasonIsKept() {
        FittedForecaster plain = new ForecastTrainer(settings().withDeseasonalization(Deseasonalization.NONE), COMPUTE)
                .fit(List.of(SALES));

        assertThat(plain.choices()).extracting(Choice::name).doesNotContain("deseasonalize");
        assertThat(seasons(plain)).allMatch(season -> !season.isSeasonal());
        assertThat(facts(plain).toJson().get("seasons")).isNull();
    }

    private static SeriesFacts facts(FittedForecaster of) {
        return Objects.requireNonNull(of.forecaster().factsOf(""));
    }

    private static List<SeasonalIndices> seasons(FittedForecaster of) {
        return facts(of).seasons();
    }

    private static TimeSeries named(String name) {
        return TimeSeries.of(name, SALES.timeline(), List.of("sales"), new double[][]{SALES.column("sales")});
    }
}
