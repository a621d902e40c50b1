package org.lstm4j.forecast.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.lstm4j.forecast.metrics.Metrics;
import org.lstm4j.forecast.metrics.MetricsAccumulator;
import org.lstm4j.forecast.metrics.PointMetrics;

/// Seasonal naive, Naive2 and Theta on the competition files, against the figures their organisers
/// published. The files are not part of the project; name the folder that holds
/// them:
///
/// ```
/// mvn verify -pl forecast -am -Dlstm4j.accuracyData=FOLDER
/// ```
@EnabledIfSystemProperty(named = "lstm4j.accuracyData", matches = ".+")
class PublishedFiguresTest {

    /// M4 competition, sheet Point Forecasts-Frequency, row sNaive.
    @Test
    void m4Hourly() {
        PointMetrics metrics = seasonalNaive("m4-hourly", 24);

        assertThat(metrics.smape()).isCloseTo(13.912, within(0.0005));
        assertThat(metrics.mase()).isCloseTo(1.193, within(0.0005));
    }

    /// The same sheet, rows Naive2 and Theta.
    @Test
    void m4HourlyAdjusted() {
        PointMetrics naive2 = judged("m4-hourly", new Naive2Baseline(24), 24);
        PointMetrics theta = judged("m4-hourly", new ThetaBaseline(24), 24);

        assertThat(naive2.smape()).isCloseTo(18.383, within(0.0005));
        assertThat(naive2.mase()).isCloseTo(2.395, within(0.0005));
        assertThat(theta.smape()).isCloseTo(18.138, within(0.0005));
        assertThat(theta.mase()).isCloseTo(2.455, within(0.0005));
    }

    @Test
    void m4WeeklyTheta() {
        PointMetrics theta = judged("m4-weekly", new ThetaBaseline(1), 1);

        assertThat(theta.smape()).isCloseTo(9.093, within(0.0005));
        assertThat(theta.mase()).isCloseTo(2.637, within(0.0005));
    }

    /// The same sheet; weekly data has no season there.
    @Test
    void m4Weekly() {
        PointMetrics metrics = seasonalNaive("m4-weekly", 1);

        assertThat(metrics.smape()).isCloseTo(9.161, within(0.0005));
        assertThat(metrics.mase()).isCloseTo(2.777, within(0.0005));
    }

    /// NN5 daily with its missing values kept missing.
    @Test
    void nn5Daily() {
        assertThat(seasonalNaive("nn5-daily", 7).smape()).isCloseTo(26.4, within(0.05));
    }

    private static PointMetrics seasonalNaive(String set, int season) {
        return judged(set, new SeasonalNaiveBaseline(season), season);
    }

    private static PointMetrics judged(String set, Baseline baseline, int season) {
        Map<String, double[]> training = read(set + "-train.csv.gz");
        Map<String, double[]> test = read(set + "-test.csv.gz");
        int horizon = test.values().iterator().next().length;
        MetricsAccumulator windows = new MetricsAccumulator(horizon);
        test.forEach((series, actual) -> {
            double[] history = Objects.requireNonNull(training.get(series), series);
            windows.add(series, Metrics.seasonalNaiveError(history, season), actual,
                    baseline.forecast(history, horizon));
        });
        assertThat(windows.seriesWithoutScale()).isEmpty();
        return windows.overall();
    }

    /// A row per series: its name, then its values, an empty cell for a missing one;
    /// rows may end early.
    private static Map<String, double[]> read(String file) {
        Path path = Path.of(System.getProperty("lstm4j.accuracyData"), file);
        Map<String, double[]> series = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> {
                String[] cells = line.replace("\"", "").replaceAll("[,\\s]+$", "").split(",", -1);
                double[] values = Arrays.stream(cells).skip(1)
                        .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell)).toArray();
                series.put(cells[0], values);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return series;
    }
}
