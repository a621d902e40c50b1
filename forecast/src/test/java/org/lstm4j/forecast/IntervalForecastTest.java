package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.DataException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.metrics.IntervalMetrics;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.model.WeightsHash;
import org.lstm4j.optim.Adam;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

/// Quantiles, distributions and calibrated intervals of forecasters, on a wave with noise.
class IntervalForecastTest {

    private static final Compute COMPUTE = Compute.shared();
    private static final int HORIZON = 6;

    @ParameterizedTest
    @ValueSource(strings = {"quantiles", "gaussian", "student-t", "laplace"})
    void quantilesRiseAndHoldWhatTheySay(String loss) {
        TrainedForecaster trained = train(settings(loss, 12));
        IntervalMetrics intervals = intervals(trained);
        Forecast forecast = trained.forecaster().forecast(noisyWave(1000), HORIZON, COMPUTE).getFirst();

        assertThat(forecast.levels()).contains(0.025, 0.1, 0.5, 0.975);
        assertThat(forecast.quantiles()).hasSize(HORIZON).allSatisfy(ofStep -> assertThat(ofStep).isSorted());
        assertThat(forecast.mean()).isEqualTo(forecast.quantiles().stream()
                .map(ofStep -> ofStep.get(forecast.levels().indexOf(0.5))).toList());
        assertThat(intervals.coverage80()).isBetween(0.6, 0.95);
        assertThat(intervals.coverage95()).isGreaterThan(intervals.coverage80());
        assertThat(trained.test().intervals().orElseThrow().baselines()).containsKey("seasonal_naive");
    }

    @Test
    void aModelOfOneNumberGetsIntervalsFromTheCalibrationPart() {
        TrainedForecaster trained = train(calibrated(settings("mae", 8)));

        assertThat(trained.forecaster().calibration()).isPresent();
        assertThat(intervals(trained).coverage80()).isBetween(0.7, 0.9);
        assertThat(intervals(trained).coverage95()).isBetween(0.88, 1.0);
    }

    @Test
    void calibrationMendsIntervalsThatAreFarTooNarrow() {
        ForecastSettings untrained = settings("gaussian:5", 1);
        double before = intervals(train(untrained)).coverage80();
        double after = intervals(train(calibrated(untrained))).coverage80();

        assertThat(before).as("a scale of five deviations holds all").isGreaterThan(0.97);
        assertThat(after).isBetween(0.7, 0.9);
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void segmentsAndSkipPathsGiveQuantilesToo(Architecture architecture) {
        ForecastSettings settings = settings("quantiles", 6).withSkip(Skip.LINEAR)
                .withWindowScaling(WindowScaling.REVIN);
        TrainedForecaster trained = train(calibrated(
                settings.withNetwork(settings.network().withArchitecture(architecture))));

        assertThat(intervals(trained).coverage80()).isBetween(0.65, 0.93);
        assertThat(trained.test().model().mase()).isLessThan(0.9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mae", "quantiles", "student-t"})
    void aCalibratedForecasterComesBackFromItsFile(String loss, @TempDir Path folder) {
        Forecaster trained = train(calibrated(settings(loss, 1))).forecaster();
        Path file = folder.resolve("model.lstm4j");
        ForecasterFile.of(trained).write(file);

        Forecaster again = ForecasterFile.read(file);

        assertThat(again.calibration()).isEqualTo(trained.calibration());
        assertThat(again.head()).isEqualTo(trained.head());
        assertThat(again.forecast(noisyWave(1000), HORIZON, COMPUTE))
                .isEqualTo(trained.forecast(noisyWave(1000), HORIZON, COMPUTE));
    }

    @Test
    void withoutQuantilesAForecastHasNone() {
        TrainedForecaster trained = train(settings("mse", 1));
        Forecast forecast = trained.forecaster().forecast(noisyWave(1000), HORIZON, COMPUTE).getFirst();

        assertThat(forecast.levels()).isEmpty();
        assertThat(forecast.quantiles()).hasSize(HORIZON).containsOnly(List.of());
        assertThat(trained.test().intervals()).isEmpty();
    }

    /// The calibration part decides no weight, and the test part decides no calibration.
    @Test
    void laterPartsChangeNothingInEarlierOnes() {
        ForecastSettings settings = calibrated(settings("quantiles", 2));
        Forecaster trained = train(settings).forecaster();
        Forecaster otherTest = train(settings, changedFrom(850)).forecaster();
        Forecaster otherCalibration = train(settings, changedFrom(650)).forecaster();

        assertThat(otherTest.calibration()).isEqualTo(trained.calibration());
        assertThat(hash(otherTest)).isEqualTo(hash(trained));
        assertThat(otherCalibration.calibration()).isNotEqualTo(trained.calibration());
        assertThat(hash(otherCalibration)).isEqualTo(hash(trained));
    }

    @Test
    void aCalibrationPartWithoutAnObservedTargetIsRefused() {
        TimeSeries wave = noisyWave(1000);
        double[] load = wave.column("load");
        Arrays.fill(load, 600, 800, Double.NaN);
        assertThatThrownBy(() -> train(calibrated(settings("mae", 1)), wave.withColumn("load", load)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the calibration part has no window");
    }

    private static IntervalMetrics intervals(TrainedForecaster trained) {
        return trained.test().intervals().orElseThrow().model();
    }

    private static String hash(Forecaster forecaster) {
        return WeightsHash.sha256(forecaster.network().parameters());
    }

    private static TimeSeries changedFrom(int first) {
        TimeSeries wave = noisyWave(1000);
        double[] load = wave.column("load");
        for (int step = first; step < load.length; step++) {
            load[step] += 50 * (step % 3);
        }
        return wave.withColumn("load", load);
    }

    private static TrainedForecaster train(ForecastSettings settings) {
        return train(settings, noisyWave(1000));
    }

    private static TrainedForecaster train(ForecastSettings settings, TimeSeries series) {
        return new ForecastTrainer(settings, COMPUTE).train(List.of(series));
    }

    private static ForecastSettings calibrated(ForecastSettings settings) {
        return settings.withSplit(new SplitShares(0.1, 0.2, 0.2, false));
    }

    private static ForecastSettings settings(String loss, int epochs) {
        ForecastSettings settings = ForecastSettings.horizon(HORIZON, "load");
        return settings
                .withNetwork(settings.network().withHidden(8))
                .withOptimization(settings.optimization().withEpochs(epochs).withLoss(ForecastLosses.named(loss))
                        .withOptimizer(new Adam(0.01)));
    }

    /// A daily wave of height 10 around 100, with normal noise of deviation 3.
    private static TimeSeries noisyWave(int steps) {
        RandomStream random = new RandomStreams(7).stream("noise");
        double[] load = new double[steps];
        for (int step = 0; step < steps; step++) {
            load[step] = 100 + 10 * StrictMath.sin(2 * Math.PI * step / 24) + 3 * random.nextGaussian();
        }
        return TimeSeries.ofColumn(Timeline.of(0, Frequency.parse("1h"), ZoneOffset.UTC), "load", load);
    }
}
