package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.prepare.SplitShares;

class AutomaticSettingsTest {

    @Test
    void aLongSeriesGetsMoreUpdatesAndLooksAtTheValidationLossInBetween() {
        OptimizationSettings how = of(100_000, 48).optimization();
        assertThat(how.batchSize()).isEqualTo(64);
        assertThat(how.batchesPerEpoch()).isEqualTo(250);
        assertThat(how.epochs()).isEqualTo(16);
        assertThat(how.earlyStopping()).isEqualTo(5);
    }

    @Test
    void aShortSeriesIsGoneThroughManyTimes() {
        OptimizationSettings how = of(144, 12).optimization();
        assertThat(how.batchSize()).isEqualTo(32);
        assertThat(how.batchesPerEpoch()).isZero();
        assertThat(how.epochs()).isEqualTo(100);
    }

    @Test
    void oneStepIsForetoldDirectly() {
        assertThat(of(1000, 1).network().architecture()).isEqualTo(Architecture.DIRECT);
        assertThat(of(1000, 2).network().architecture()).isEqualTo(Architecture.SEGMENT);
    }

    @Test
    void intervalsAreCalibratedWhereATenthIsEnoughForIt() {
        assertThat(AutomaticSettings.calibration(List.of(Waves.hours(960)), 24)).isEqualTo(0.1);
        assertThat(AutomaticSettings.calibration(List.of(Waves.hours(959)), 24)).isZero();
        assertThat(AutomaticSettings.split(List.of(Waves.hours(959), Waves.hours(5000)), 24))
                .isEqualTo(new SplitShares(0.1, 0, 0.2, false));
    }

    @Test
    void theValuesOfASeriesDecideNothing() {
        ForecastSettings settings = of(500, 12);
        TimeSeries changed = Waves.changedFrom(0, Waves.hours(500));
        assertThat(AutomaticSettings.of(List.of(changed), 12, ColumnRoles.targets(List.of("load")), settings.split()))
                .isEqualTo(settings);
    }

    @Test
    void whatItSaysTrainsAForecasterThatBeatsSeasonalNaive() {
        TrainedForecaster trained = new ForecastTrainer(of(240, 6), Compute.shared()).train(List.of(Waves.hours(240)));
        assertThat(trained.forecaster().givesQuantiles()).isTrue();
        assertThat(trained.test().model().mase()).isLessThan(0.1);
    }

    private static ForecastSettings of(int hours, int horizon) {
        List<TimeSeries> series = List.of(Waves.hours(hours));
        return AutomaticSettings.of(
                series, horizon, ColumnRoles.targets(List.of("load")), AutomaticSettings.split(series, horizon));
    }
}
