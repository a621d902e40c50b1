package org.lstm4j.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lstm4j.compute.Compute;
import org.lstm4j.data.DataReader;
import org.lstm4j.data.ReadOptions;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.ForecastTrainer;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.anomaly.AnomalyLikelihood;
import org.lstm4j.forecast.anomaly.ConformalScorer;
import org.lstm4j.forecast.anomaly.ConformalSettings;
import org.lstm4j.forecast.anomaly.LikelihoodSettings;
import org.lstm4j.forecast.anomaly.NabFile;
import org.lstm4j.forecast.anomaly.NabProfile;
import org.lstm4j.forecast.anomaly.NabScorer;
import org.lstm4j.forecast.anomaly.NabThreshold;
import org.lstm4j.forecast.anomaly.NabWindow;
import org.lstm4j.forecast.anomaly.NabWindows;
import org.lstm4j.forecast.anomaly.ResidualScorer;
import org.lstm4j.forecast.anomaly.StepForecast;
import org.lstm4j.forecast.anomaly.WindowedGaussian;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.forecast.stream.StepResidual;
import org.lstm4j.forecast.stream.StreamSettings;
import org.lstm4j.forecast.stream.StreamingForecaster;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

/// Finds anomalies in files of the Numenta Anomaly Benchmark, and scores what it finds as NAB does.
///
/// Each file trains a small LSTM on its probationary period, the first 15 % and at most 750 rows, which NAB does not score. The rest
/// streams through it row by row: forecast, compare, score. Nothing is learnt after the probationary period.
///
/// Give a directory with files `nab-NAME.csv` or `nab-NAME.csv.gz` (columns timestamp and value) and the labels `nab-windows.json`.
public final class AnomalyScores {

    private AnomalyScores() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            IO.println("usage: AnomalyScores DIRECTORY, which holds nab-NAME.csv.gz files and nab-windows.json");
            return;
        }
        print(run(Path.of(args[0])));
    }

    /// @return the files as each detector scores them
    static Map<String, List<NabFile>> run(Path directory) throws IOException {
        NabWindows labels = NabWindows.parse(Files.readString(directory.resolve("nab-windows.json")));
        Map<String, List<NabFile>> detectors = new LinkedHashMap<>();
        for (Path file : files(directory)) {
            String name = name(file);
            TimeSeries series = DataReader.read(ReadOptions.from(file).target("value").build()).series().getFirst();
            detect(name, series, labels.of(name))
                    .forEach((detector, scored) -> detectors.computeIfAbsent(detector, _ -> new ArrayList<>())
                            .add(scored));
        }
        return detectors;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("nab-.*\\.csv(\\.gz)?")).sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("^nab-|\\.csv(\\.gz)?$", "");
    }

    /// @param series whose steps without a value are no rows of the file
    static Map<String, NabFile> detect(String name, TimeSeries series, List<NabWindow> windows) {
        int[] rows = rows(series);
        long[] times = new long[rows.length];
        for (int row = 0; row < rows.length; row++) {
            times[row] = series.timeline().instantMillis(rows[row]);
        }
        NabFile silent = new NabFile(name, times, new double[rows.length], windows);
        List<StepResidual> residuals = residuals(series, rows, silent.probation());
        Map<String, NabFile> detectors = new LinkedHashMap<>();
        detectors.put("LSTM, likelihood", silent.withScores(
                scores(new AnomalyLikelihood(LikelihoodSettings.standard()), residuals)));
        detectors.put("LSTM, conformal", silent.withScores(
                scores(new ConformalScorer(ConformalSettings.standard()), residuals)));
        detectors.put("windowed Gaussian", silent.withScores(gaussian(residuals)));
        detectors.put("random", silent.withScores(random(name, rows.length)));
        detectors.put("null", silent);
        return detectors;
    }

    /// What each row is, and what it was foretold to be: NaN for the first ones.
    private static List<StepResidual> residuals(TimeSeries series, int[] rows, int probation) {
        Forecaster forecaster = trained(series.slice(0, rows[probation]));
        StreamingForecaster stream = new StreamingForecaster(
                forecaster, StreamSettings.standard(), Compute.shared());
        List<StepResidual> residuals = new ArrayList<>();
        for (int step : rows) {
            double value = series.value(0, step);
            List<StepResidual> compared = stream.observe(
                    series.name(), series.timeline().instantMillis(step), value);
            residuals.add(compared.isEmpty()
                    ? new StepResidual("value", Double.NaN, value)
                    : compared.getFirst());
        }
        return residuals;
    }

    /// One step ahead by 32 units.
    private static Forecaster trained(TimeSeries probation) {
        ForecastSettings settings = ForecastSettings.horizon(1, "value")
                .withSplit(new SplitShares(0.2, 0, 0.01, false));
        settings = settings.withNetwork(settings.network().withHidden(32));
        return new ForecastTrainer(settings, Compute.shared()).train(List.of(probation)).forecaster();
    }

    private static int[] rows(TimeSeries series) {
        double[] values = series.column("value");
        return IntStream.range(0, values.length).filter(step -> !Double.isNaN(values[step])).toArray();
    }

    private static double[] scores(ResidualScorer scorer, List<StepResidual> residuals) {
        return residuals.stream()
                .map(step -> scorer.score(step.actual(), StepForecast.ofPoint(step.forecast())))
                .mapToDouble(AnomalyScores::orNone)
                .toArray();
    }

    private static double[] gaussian(List<StepResidual> residuals) {
        WindowedGaussian detector = WindowedGaussian.standard();
        return residuals.stream().map(step -> detector.score(step.actual())).mapToDouble(AnomalyScores::orNone)
                .toArray();
    }

    private static double[] random(String name, int rows) {
        RandomStream random = new RandomStreams(42).stream("scores of " + name);
        double[] scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            scores[row] = random.nextDouble();
        }
        return scores;
    }

    private static double orNone(OptionalDouble score) {
        return score.orElse(Double.NaN);
    }

    /// The score of all files is not the mean of the files': files count by their windows.
    private static void print(Map<String, List<NabFile>> detectors) {
        for (NabProfile profile : NabProfile.values()) {
            IO.println("profile " + profile.label() + ": one threshold for all files, chosen on them as NAB does");
            NabScorer scorer = new NabScorer(profile);
            IO.println(String.format("%-40s%s", "", String.join("", detectors.keySet().stream()
                    .map(name -> String.format("%20s", name)).toList())));
            List<NabFile> first = detectors.values().iterator().next();
            for (int file = 0; file <= first.size(); file++) {
                StringBuilder line = new StringBuilder(
                        String.format("%-40s", file < first.size() ? first.get(file).name() : "all files"));
                for (List<NabFile> files : detectors.values()) {
                    NabThreshold best = scorer.bestThreshold(files);
                    double score = file < files.size()
                            ? scorer.score(files.get(file), best.threshold()).normalised()
                            : best.score().normalised();
                    line.append(String.format(Locale.ROOT, "%20.1f", score));
                }
                IO.println(line);
            }
        }
    }
}
