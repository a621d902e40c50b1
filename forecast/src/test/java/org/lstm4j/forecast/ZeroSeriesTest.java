package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.optim.Adam;

/// A series that is 0 throughout has no spread, no season and no ratio; it is foretold as 0.
class ZeroSeriesTest {

    private static final Compute COMPUTE = Compute.shared();

    @ParameterizedTest
    @CsvSource({"DIRECT, NONE, NONE, STANDARD, mse", "DIRECT, LAST, LINEAR, STANDARD, quantiles",
        "DIRECT, REVIN, NONE, MINMAX, mae", "SEGMENT, REVIN, LINEAR, STANDARD, mse",
        "SEGMENT, LAST, SEASONAL, MEAN_ABS, quantiles", "SEGMENT, NONE, NONE, LOG, student-t",
        "DIRECT, NONE, NONE, ROBUST, gaussian"})
    void isForetoldAsZero(Architecture architecture, WindowScaling window, Skip skip, Scaling scaling, String loss) {
        TimeSeries zeros = Waves.series("", new double[400]);
        ForecastSettings settings = Waves.settings(4).withScaling(scaling);
        ForecastSettings treated = settings.withWindowScaling(window).withSkip(skip)
                .withSeason(java.util.OptionalInt.of(4))
                .withNetwork(settings.network().withArchitecture(architecture))
                .withOptimization(settings.optimization().withOptimizer(new Adam(0.01))
                        .withLoss(ForecastLosses.named(loss)));

        TrainedForecaster trained = new ForecastTrainer(treated, COMPUTE).train(List.of(zeros));
        Forecast forecast = trained.forecaster().forecast(zeros, 4, COMPUTE).getFirst();

        assertThat(trained.history().epochs().getLast().validationLoss()).isFinite();
        assertThat(forecast.mean()).allSatisfy(value -> assertThat(value).isBetween(-0.2, 0.2));
        assertThat(trained.test().model().mae()).isLessThan(0.2);
    }

    @Test
    void standsBesideOthers() {
        TimeSeries waves = Waves.named("waves", Waves.hours(400), 1);
        TimeSeries zeros = Waves.series("zeros", new double[400]);

        TrainedForecaster trained = new ForecastTrainer(Waves.settings(3), COMPUTE).train(List.of(waves, zeros));

        assertThat(trained.forecaster().forecast(zeros, 4, COMPUTE).getFirst().mean())
                .allSatisfy(value -> assertThat(value).isBetween(-1.0, 1.0));
        assertThat(trained.test().model().mae()).isFinite();
        assertThat(trained.test().model().mase()).as("over the series that have a scale").isFinite();
    }
}
