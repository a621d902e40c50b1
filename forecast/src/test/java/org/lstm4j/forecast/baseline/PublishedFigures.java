package org.lstm4j.forecast.baseline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.metrics.Metrics;
import org.lstm4j.forecast.metrics.MetricsAccumulator;
import org.lstm4j.forecast.metrics.PointMetrics;
import org.lstm4j.forecast.season.SeasonDetector;

/// A program, not a test: prints what the baselines come to on the files of the M4 competition and on ETTh1, for the table in
/// `docs/baselines.md`. The files are not part of the project; the argument is the folder that holds them.
public final class PublishedFigures {

    private static final double[] LEVELS = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};

    private PublishedFigures() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        m4(folder, "m4-hourly", 24, Frequency.parse("h"));
        m4(folder, "m4-weekly", 1, Frequency.parse("W"));
        for (int horizon : new int[]{96, 720}) {
            linear(folder, horizon);
        }
    }

    private static void m4(Path folder, String set, int season, Frequency frequency) throws IOException {
        Map<String, double[]> training = wide(folder.resolve(set + "-train.csv.gz"));
        Map<String, double[]> test = wide(folder.resolve(set + "-test.csv.gz"));
        PointMetrics naive2 = print(set, new Naive2Baseline(season), season, training, test, null);
        for (Baseline baseline : List.of(new SeasonalNaiveBaseline(season), new ThetaBaseline(season),
                new ExponentialSmoothingBaseline(season))) {
            print(set, baseline, season, training, test, naive2);
        }
        System.out.println(set + " WQL of seasonal naive " + wql(new SeasonalNaiveBaseline(season), training, test));
        Map<Integer, Integer> found = new LinkedHashMap<>();
        long start = System.nanoTime();
        training.values().forEach(
                values -> found.merge(SeasonDetector.detect(values, frequency).season(), 1, Integer::sum));
        System.out.println(set + " seasons found " + found + " in " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }

    private static PointMetrics print(String set, Baseline baseline, int season, Map<String, double[]> training,
            Map<String, double[]> test, @Nullable PointMetrics naive2) {
        long start = System.nanoTime();
        int horizon = test.values().iterator().next().length;
        MetricsAccumulator windows = new MetricsAccumulator(horizon);
        test.forEach((series, actual) -> {
            double[] history = Objects.requireNonNull(training.get(series), series);
            windows.add(series, Metrics.seasonalNaiveError(history, season), actual,
                    baseline.forecast(history, horizon));
        });
        PointMetrics metrics = windows.overall();
        double owa = naive2 == null
                ? 1
                : (metrics.smape() / naive2.smape() + metrics.mase() / naive2.mase()) / 2;
        System.out.printf(Locale.ROOT, "%s %s sMAPE %.3f MASE %.3f OWA %.3f, %d ms%n", set, baseline.name(),
                metrics.smape(), metrics.mase(), owa, (System.nanoTime() - start) / 1_000_000);
        return metrics;
    }

    /// Twice the sum of the quantile losses over the sum of abs(y), averaged over the levels.
    private static double wql(QuantileBaseline baseline, Map<String, double[]> training, Map<String, double[]> test) {
        double losses = 0;
        double sizes = 0;
        for (Map.Entry<String, double[]> entry : test.entrySet()) {
            double[] history = Objects.requireNonNull(training.get(entry.getKey()));
            double[] actual = entry.getValue();
            double[][] quantiles = baseline.quantiles(history, history.length, actual.length, LEVELS);
            for (int step = 0; step < actual.length; step++) {
                sizes += Math.abs(actual[step]);
                for (int level = 0; level < LEVELS.length; level++) {
                    double error = actual[step] - quantiles[step][level];
                    losses += 2 * Math.max(LEVELS[level] * error, (LEVELS[level] - 1) * error) / LEVELS.length;
                }
            }
        }
        return losses / sizes;
    }

    private static void linear(Path folder, int horizon) throws IOException {
        double[][] channels = channels(folder.resolve("ETTh1.csv.gz"), 8640, 14400);
        long start = System.nanoTime();
        LinearMapFit fit = new LinearMapFit(336, horizon);
        for (double[] channel : channels) {
            NLinear.addWindows(Arrays.copyOf(channel, 8640), fit);
        }
        LinearMap map = fit.solve(1e-9);
        long fitted = System.nanoTime();
        NLinear baseline = new NLinear(map);
        double squares = 0;
        double sizes = 0;
        long points = 0;
        for (double[] channel : channels) {
            for (int origin = 11520; origin <= 14400 - horizon; origin++) {
                double[] forecast = baseline.forecast(channel, origin, horizon);
                for (int step = 0; step < horizon; step++) {
                    double error = channel[origin + step] - forecast[step];
                    squares += error * error;
                    sizes += Math.abs(error);
                    points++;
                }
            }
        }
        System.out.printf(Locale.ROOT, "ETTh1-%d NLinear MSE %.4f MAE %.4f, %d windows in %d ms, ridge %s%n",
                horizon, squares / points, sizes / points, fit.windows(), (fitted - start) / 1_000_000, map.ridge());
    }

    /// The columns of ETTh1, less the mean and over the standard deviation of the training rows.
    private static double[][] channels(Path file, int training, int rows) throws IOException {
        List<String> lines = lines(file);
        double[][] channels = new double[7][rows];
        for (int row = 0; row < rows; row++) {
            String[] cells = lines.get(row + 1).split(",", -1);
            for (int channel = 0; channel < channels.length; channel++) {
                channels[channel][row] = Double.parseDouble(cells[channel + 1]);
            }
        }
        for (double[] channel : channels) {
            double mean = Arrays.stream(channel, 0, training).average().orElseThrow();
            double variance = Arrays.stream(channel, 0, training).map(value -> (value - mean) * (value - mean))
                    .average().orElseThrow();
            Arrays.setAll(channel, row -> (channel[row] - mean) / Math.sqrt(variance));
        }
        return channels;
    }

    private static Map<String, double[]> wide(Path file) throws IOException {
        Map<String, double[]> series = new LinkedHashMap<>();
        List<String> lines = lines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.replace("\"", "").replaceAll("[,\\s]+$", "").split(",", -1);
            double[] values = new double[cells.length - 1];
            for (int step = 0; step < values.length; step++) {
                values[step] = cells[step + 1].isEmpty() ? Double.NaN : Double.parseDouble(cells[step + 1]);
            }
            series.put(cells[0], values);
        }
        return series;
    }

    private static List<String> lines(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return new ArrayList<>(reader.lines().toList());
        }
    }
}
