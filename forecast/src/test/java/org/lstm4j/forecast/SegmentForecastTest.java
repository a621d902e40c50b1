package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.model.WeightsHash;
import org.lstm4j.optim.Sgd;

/// Segments and skip paths in the trainer, on waves that repeat every 24 steps.
class SegmentForecastTest {

    private static final Compute COMPUTE = Compute.shared();

    @Test
    void aSegmentModelForetellsSeveralTargetsWithOneModelsWeights() {
        TrainedForecaster trained = train(segment(3), List.of(waves("", 600)));
        List<Forecast> forecasts = trained.forecaster().forecast(waves("", 600), 12, COMPUTE);

        assertThat(forecasts).extracting(Forecast::target).containsExactly("low", "high");
        assertThat(forecasts.get(1).mean().getFirst()).isBetween(800.0, 1200.0);
        assertThat(trained.forecaster().network().outputShape().elements()).isEqualTo(12);
        assertThat(trained.choices()).extracting(Choice::name).contains("segment");
    }

    @Test
    void trainingBesideASkipPathStartsFromIt() {
        ForecastSettings settings = segment(1).withSkip(Skip.SEASONAL).withLookback(OptionalInt.of(48));
        ForecastSettings idle = settings.withOptimization(
                settings.optimization().withOptimizer(new Sgd(1e-12)));
        TimeSeries waves = waves("", 600);
        Evaluation test = train(idle, List.of(waves)).test();

        assertThat(test.model().mae()).isCloseTo(
                Objects.requireNonNull(test.baselines().get("seasonal_naive")).mae(),
                within(0.02));
    }

    @Test
    void aLinearSkipPathForetellsWhatIsLinear() {
        Evaluation test = train(segment(2).withSkip(Skip.LINEAR), List.of(waves("", 600))).test();
        assertThat(test.model().mase()).isLessThan(0.2);
    }

    @Test
    void aForecasterWithASkipPathComesBackFromItsFile(@TempDir Path folder) {
        TimeSeries waves = waves("", 600);
        for (Architecture architecture : Architecture.values()) {
            ForecastSettings settings = segment(1).withSkip(Skip.LINEAR);
            Forecaster trained = train(
                    settings.withNetwork(settings.network().withArchitecture(architecture)), List.of(waves))
                    .forecaster();
            Path file = folder.resolve(architecture.label() + ".lstm4j");
            ForecasterFile.of(trained).write(file);

            Forecaster again = ForecasterFile.read(file);

            assertThat(again.form()).isEqualTo(trained.form());
            assertThat(again.forecast(waves, 12, COMPUTE)).isEqualTo(trained.forecast(waves, 12, COMPUTE));
        }
    }

    @Test
    void shortSeriesLearnBesideLongOnes() {
        List<TimeSeries> series = List.of(waves("a", 600), waves("b", 500), waves("short", 70));
        ForecastSettings settings = segment(1).withLookback(OptionalInt.of(96));
        Forecaster forecaster = train(settings, series).forecaster();

        assertThat(forecaster.form().leastHistory()).isLessThan(96);
        assertThat(forecaster.schema().masks()).isTrue();
        assertThat(forecaster.forecast(series.getLast(), 12, COMPUTE)).hasSize(2);
    }

    @Test
    void gapsInTargetsCountNothingAndAreForetoldAround() {
        TimeSeries waves = waves("", 600);
        double[] low = waves.column("low");
        for (int step = 5; step < low.length; step += 7) {
            low[step] = Double.NaN;
        }
        TrainedForecaster trained = train(segment(2), List.of(waves.withColumn("low", low)));

        assertThat(trained.history().epochs().getLast().validationLoss()).isFinite();
        assertThat(trained.test().model().mae()).isFinite();
    }

    /// The leakage test of the whole: what comes after the training and validation parts changes neither weights nor skip path.
    @Test
    void changingTheTestPartChangesNoWeight() {
        TimeSeries waves = waves("", 600);
        double[] changed = waves.column("low");
        for (int step = 500; step < changed.length; step++) {
            changed[step] = -1e6;
        }
        ForecastSettings settings = segment(1).withSkip(Skip.LINEAR);

        assertThat(hash(train(settings, List.of(waves.withColumn("low", changed)))))
                .isEqualTo(hash(train(settings, List.of(waves))));
    }

    @Test
    void aSeasonalSkipPathNeedsASeasonToLookBackOn() {
        ForecastSettings settings = segment(1).withSkip(Skip.SEASONAL).withLookback(OptionalInt.of(20));
        assertThatThrownBy(() -> train(settings, List.of(waves("", 600))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("a lookback of at least 24 steps")
                .hasMessageContaining("20 steps");
    }

    @Test
    void aModelForShortSeriesStillSaysHowMuchItNeeds() {
        List<TimeSeries> series = List.of(waves("a", 600), waves("b", 500), waves("short", 70));
        Forecaster forecaster = train(segment(1).withLookback(OptionalInt.of(96)), series).forecaster();
        assertThatThrownBy(() -> forecaster.forecast(waves("new", 3), 12, COMPUTE))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("series 'new' has 3 steps up to its last observed target");
    }

    private static String hash(TrainedForecaster trained) {
        return WeightsHash.sha256(trained.forecaster().network().parameters());
    }

    private static TrainedForecaster train(ForecastSettings settings, List<TimeSeries> series) {
        return new ForecastTrainer(settings, COMPUTE).train(series);
    }

    private static ForecastSettings segment(int epochs) {
        ForecastSettings settings = ForecastSettings.horizon(12, "low", "high").withWindowScaling(WindowScaling.REVIN);
        return settings
                .withNetwork(settings.network().withArchitecture(Architecture.SEGMENT).withHidden(8))
                .withOptimization(settings.optimization().withEpochs(epochs));
    }

    /// A wave around 10 and one around 1000, with a little noise.
    private static TimeSeries waves(String name, int steps) {
        double[][] values = new double[2][steps];
        List<String> columns = new ArrayList<>(List.of("low", "high"));
        for (int step = 0; step < steps; step++) {
            double wave = StrictMath.sin(2 * Math.PI * step / 24) + 0.05 * ((step * 37) % 11 - 5) / 5.0;
            values[0][step] = 10 + wave;
            values[1][step] = 1000 + 50 * wave;
        }
        return TimeSeries.of(name, Timeline.of(0, Frequency.parse("1h"), ZoneOffset.UTC), columns, values);
    }
}
