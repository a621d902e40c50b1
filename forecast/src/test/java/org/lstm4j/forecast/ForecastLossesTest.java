package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.head.Head;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.LossNames;
import org.lstm4j.nn.loss.MonotoneQuantiles;
import org.lstm4j.nn.loss.Quantile;

/// Losses by name, and forecasters trained with them.
class ForecastLossesTest {

    static List<String> names() {
        return ForecastLosses.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyOneHasAHeadWithAsManyOutputsForEachTarget(String name) {
        Loss loss = ForecastLosses.named(name);
        assertThat(ForecastLosses.named(ForecastLosses.label(loss))).isEqualTo(loss);
        assertThat(loss.targets(6 * Head.of(loss).outputs())).isEqualTo(6);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyOneTrainsAForecaster(String name) {
        TrainedForecaster trained = train(name, scalingFor(name), 1);
        assertThat(trained.history().epochs()).hasSize(2)
                .allSatisfy(epoch -> assertThat(epoch.loss()).isFinite());
    }

    /// Counts stay as they are.
    private static Scaling scalingFor(String name) {
        return name.equals("negative-binomial") ? Scaling.NONE : Scaling.MEAN_ABS;
    }

    @ParameterizedTest
    @CsvSource({"log-normal, STANDARD, NONE, a log-normal distribution has values above 0",
        "log-normal, MEAN_ABS, LAST, a log-normal distribution has values above 0",
        "negative-binomial, MEAN_ABS, NONE, a negative binomial distribution is of counts as they are"})
    void refusesScalingsThatADistributionCannotHave(String name, Scaling scaling, WindowScaling window, String what) {
        ForecastSettings settings = settings(name, scaling).withWindowScaling(window);
        assertThatThrownBy(() -> new ForecastTrainer(settings, Compute.shared()).train(List.of(series(1))))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining(what)
                .hasMessageContaining("or choose another loss, such as student-t");
    }

    @Test
    void refusesASkipPathBesideWhatIsNoSum() {
        ForecastSettings settings = settings("log-normal", Scaling.MEAN_ABS).withSkip(Skip.LINEAR);
        assertThatThrownBy(() -> new ForecastTrainer(settings, Compute.shared()).train(List.of(series(1))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("what the loss log-normal has the network say is no sum")
                .hasMessageContaining("leave out --skip");
    }

    @Test
    void countsMustBeCounts() {
        assertThatThrownBy(() -> train("negative-binomial", Scaling.NONE, -20)).isInstanceOf(DataException.class)
                .hasMessageContaining("the loss negative-binomial cannot be taken of these values")
                .hasMessageContaining("choose another loss");
    }

    /// Nine of ten values lie below their 0.9-quantile.
    @Test
    void aHighLevelForecastsMoreThanALowOne() {
        assertThat(mean(train("quantile:0.95", Scaling.STANDARD, 1)))
                .isGreaterThan(mean(train("quantile:0.05", Scaling.STANDARD, 1)));
    }

    @ParameterizedTest
    @CsvSource({"mse, mse", "QUANTILE:0.9, quantile:0.9", "quantile, quantile:0.5", "huber, huber",
        "huber:0.5, huber:0.5", "log_cosh, log-cosh", "mape, mape", "mape:0.5, mape:0.5", "quantiles, quantiles",
        "student-t, student-t",
        "gaussian:0.01, gaussian:0.01"})
    void isWrittenAsItIsRead(String text, String label) {
        assertThat(ForecastLosses.label(ForecastLosses.named(text))).isEqualTo(label);
        assertThat(ForecastLosses.named(label)).isEqualTo(ForecastLosses.named(text));
    }

    @Test
    void quantilesOfLevelsOnesOwnAreWrittenAsTheyAreRead() {
        Loss loss = ForecastLosses.named("quantiles:0.1,0.5,0.9");
        assertThat(loss).isEqualTo(MonotoneQuantiles.of(0.1, 0.5, 0.9));
        assertThat(ForecastLosses.label(loss)).isEqualTo("quantiles:0.1,0.5,0.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hinge", "poisson", "bce", "cosine"})
    void refusesLossesOfOtherTargets(String name) {
        assertThat(LossNames.known()).contains(name);
        assertThatThrownBy(() -> ForecastLosses.named(name)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "the loss '" + name + "' is not for a forecast, which gives one value for each step"
                                + " and target")
                .hasMessageContaining("one of mse, mae, huber, log-cosh, quantile, mape, smape, msle");
    }

    @Test
    void refusesWhatIsNoLoss() {
        assertThatThrownBy(() -> ForecastLosses.named("mea")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("there is no loss 'mea'").hasMessageContaining("did you mean 'mae'?");
        assertThatThrownBy(() -> ForecastLosses.named("quantile:2")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the loss 'quantile:2' is not possible");
    }

    @ParameterizedTest
    @CsvSource({"mape, STANDARD, NONE, standard", "smape, ROBUST, NONE, robust", "msle, NONE, LAST, last"})
    void refusesRatiosOfValuesAroundZero(String name, Scaling scaling, WindowScaling window, String scale) {
        ForecastSettings settings = settings(name, scaling).withWindowScaling(window);
        assertThatThrownBy(() -> new ForecastTrainer(settings, Compute.shared()).train(List.of(series(1))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the loss " + name + " looks at ratios, and values scaled by '" + scale
                        + "' have none: they lie around 0")
                .hasMessageContaining("add --scale mean-abs, or choose another loss, such as mae");
    }

    @Test
    void saysWhichLossCannotBeTakenOfTheValues() {
        assertThatThrownBy(() -> train("mape", Scaling.NONE, 0)).isInstanceOf(DataException.class)
                .hasMessageContaining("the loss mape cannot be taken of these values: a target is 0")
                .hasMessageContaining("choose another loss, such as mae");
        assertThat(ForecastLosses.isOfRatios(new Quantile(0.5))).isFalse();
    }

    private static double mean(TrainedForecaster trained) {
        return trained.forecaster().forecast(series(1), 3, Compute.shared()).getFirst().mean().stream()
                .mapToDouble(value -> value).average().orElseThrow();
    }

    private static TrainedForecaster train(String loss, Scaling scaling, double level) {
        return new ForecastTrainer(settings(loss, scaling), Compute.shared()).train(List.of(series(level)));
    }

    private static ForecastSettings settings(String loss, Scaling scaling) {
        return ForecastSettings.horizon(3, "load").withScaling(scaling)
                .withNetwork(new NetworkSettings(4, 1, false, 0, 0, Initialization.KERAS))
                .withOptimization(OptimizationSettings.standard().withEpochs(2).withLoss(ForecastLosses.named(loss)));
    }

    /// Spikes of 5 to 9 above the level.
    private static TimeSeries series(double level) {
        double[] load = new double[300];
        for (int hour = 0; hour < load.length; hour++) {
            load[hour] = level + (hour % 4 == 0 ? 5 + hour * 7 % 5 : 0);
        }
        Timeline timeline = Timeline.of(1_767_225_600_000L, Frequency.parse("h"), java.time.ZoneOffset.UTC);
        return TimeSeries.ofColumn(timeline, "load", load);
    }
}
