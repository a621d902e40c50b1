package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.model.WeightsHash;
import org.lstm4j.optim.Adam;

/// Several networks, and validation windows that train too.
class EnsembleTest {

    private static final Compute COMPUTE = Compute.shared();
    private static final TimeSeries SERIES = bent(Waves.hours(400));

    @Test
    void severalNetworksForetellTheMeanOfWhatEachForetells() {
        for (Skip skip : List.of(Skip.NONE, Skip.LINEAR)) {
            ForecastSettings settings = with(Waves.settings(6), refitting(6).optimization()).withSkip(skip);
            List<Double> first = forecast(train(settings));
            List<Double> second = forecast(train(with(settings, settings.optimization().withSeed(43))));
            List<Double> both = forecast(train(with(settings, settings.optimization().withNetworks(2))));

            assertThat(first).isNotEqualTo(second);
            for (int step = 0; step < both.size(); step++) {
                assertThat(both.get(step)).isCloseTo((first.get(step) + second.get(step)) / 2, within(1e-3));
            }
        }
    }

    @Test
    void severalNetworksComeBackFromTheirFile(@TempDir Path folder) {
        ForecastSettings settings = Waves.settings(1).withSkip(Skip.LINEAR);
        Forecaster trained = train(with(settings, settings.optimization().withNetworks(3))).forecaster();
        Path file = folder.resolve("three.lstm4j");
        ForecasterFile.of(trained).write(file);

        assertThat(forecast(ForecasterFile.read(file))).isEqualTo(forecast(trained));
    }

    @Test
    void listenersHearWhichNetworkIsTrained() {
        ForecastSettings settings = with(refitting(2), refitting(2).optimization().withNetworks(2));
        List<String> heard = new ArrayList<>();
        FittingListener listener = (what, epochs) -> heard.add(what + (epochs > 0 ? "" : " without epochs"));

        new ForecastTrainer(settings, COMPUTE).train(List.of(SERIES), listener);

        assertThat(heard).containsExactly("network 1 of 2", "network 2 of 2",
                "network 1 of 2, again with the validation part", "network 2 of 2, again with the validation part");
    }

    /// Training anew on both parts for as many epochs as were best.
    @Test
    void aRefitIsATrainingOnBothPartsWithoutValidation() {
        TrainedForecaster refitted = train(refitting(4));
        int epochs = refitted.history().bestEpoch();
        ForecastSettings byHand = refitting(4).withSplit(new SplitShares(0, 0.1, 0.2, false));
        TrainedForecaster both = train(
                with(byHand, byHand.optimization().withEpochs(epochs).withEarlyStopping(0).withFinish(Finish.KEEP)));

        assertThat(refitted.trainingWindows()).isEqualTo(both.trainingWindows());
        assertThat(hash(refitted)).isEqualTo(hash(both));
        assertThat(refitted.choices()).extracting(Choice::name).contains("finish");
    }

    @Test
    void aRefitLearnsFromTheValidationPartAndFromNothingBehindIt() {
        String hash = hash(train(refitting(2)));
        assertThat(hash(train(refitting(2), Waves.changedFrom(320, SERIES)))).isEqualTo(hash); // the test part
        assertThat(hash(train(refitting(2), Waves.changedFrom(280, SERIES)))).isEqualTo(hash); // the calibration part
        assertThat(hash(train(refitting(2), Waves.changedFrom(279, SERIES)))).isNotEqualTo(hash);
    }

    @Test
    void theShareOfTheCorrectionIsKeptInARefit() {
        ForecastSettings settings = refitting(3).withSkip(Skip.LINEAR);
        TrainedForecaster refitted = train(settings);
        assertThat(refitted.test().model().mase()).isLessThan(1);
    }

    @Test
    void windowsDealtAtRandomCanBeRefittedToo() {
        ForecastSettings settings = refitting(2).withSplit(new SplitShares(0.1, 0.1, 0.2, true));
        TrainedForecaster refitted = train(settings);
        assertThat(refitted.trainingWindows()).isEqualTo(274);
        assertThat(train(with(settings, settings.optimization().withFinish(Finish.KEEP))).trainingWindows())
                .isEqualTo(236);
    }

    @Test
    void withoutValidationThereIsNothingToRefit() {
        ForecastSettings settings = refitting(2).withSplit(new SplitShares(0, 0, 0.2, false));
        TrainedForecaster trained = train(with(settings, settings.optimization().withEarlyStopping(0)));
        assertThat(trained.choices()).extracting(Choice::name).doesNotContain("finish");
    }

    @Test
    void aPlateauLeavesNothingToRefit() {
        assertThatThrownBy(() -> OptimizationSettings.standard().withSchedule(RateSchedule.PLATEAU)
                .withFinish(Finish.REFIT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("choose another schedule, such as cosine");
    }

    @Test
    void thereIsAtLeastOneNetwork() {
        assertThatThrownBy(() -> OptimizationSettings.standard().withNetworks(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there must be at least 1 network, but were 0");
    }

    @Test
    void epochsMayEndBeforeAllWindowsWereSeen() {
        ForecastSettings settings = Waves.settings(3);
        TrainedForecaster trained = train(with(settings,
                settings.optimization().withBatchesPerEpoch(2).withSchedule(RateSchedule.COSINE)));
        assertThat(trained.history().epochs()).hasSizeBetween(1, 3);
        assertThat(hash(trained)).isNotEqualTo(hash(train(
                with(settings, settings.optimization().withSchedule(RateSchedule.COSINE)))));
    }

    /// What no linear map foretells.
    private static TimeSeries bent(TimeSeries series) {
        double[] load = series.column("load");
        for (int step = 0; step < load.length; step++) {
            load[step] = Math.abs(load[step] - 100);
        }
        return series.withColumn("load", load);
    }

    private static ForecastSettings refitting(int epochs) {
        ForecastSettings settings = Waves.settings(epochs).withScaling(Scaling.NONE);
        return with(settings, settings.optimization().withOptimizer(new Adam(0.01)).withFinish(Finish.REFIT));
    }

    private static ForecastSettings with(ForecastSettings settings, OptimizationSettings how) {
        return settings.withOptimization(how);
    }

    private static TrainedForecaster train(ForecastSettings settings) {
        return train(settings, SERIES);
    }

    private static TrainedForecaster train(ForecastSettings settings, TimeSeries series) {
        return new ForecastTrainer(settings, COMPUTE).train(List.of(series));
    }

    private static List<Double> forecast(TrainedForecaster trained) {
        return forecast(trained.forecaster());
    }

    private static List<Double> forecast(Forecaster forecaster) {
        return forecaster.forecast(SERIES, 4, COMPUTE).getFirst().mean();
    }

    private static String hash(TrainedForecaster trained) {
        return WeightsHash.sha256(trained.forecaster().network().parameters());
    }
}
