package org.lstm4j.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.lstm4j.compute.Compute;
import org.lstm4j.data.DataReader;
import org.lstm4j.data.Dataset;
import org.lstm4j.data.ReadOptions;
import org.lstm4j.data.Source;
import org.lstm4j.forecast.AutomaticSettings;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.AtomicFile;
import picocli.CommandLine.Option;

/// The main job on bundled real data: two years of hourly bike rentals, 24 hours ahead.
///
/// Holidays and working days are known ahead, the weather up to now only. Loss and window scaling were chosen on the validation
/// part: with `last` and MAE its error was 0.84 of seasonal naive's, without window scaling 0.87 to 0.94.
final class DemoCommand implements Command {

    private static final String DATA = "bike-sharing-hour.csv.gz";
    private static final List<String> TIME = List.of("dteday", "hr");
    private static final String TARGET = "cnt";
    private static final int HORIZON = 24;

    @Option(names = "--dir", paramLabel = "DIR", defaultValue = ".",
            description = "Write report.html, model.lstm4j and forecast.csv here (default: the current folder).")
    Path folder = Path.of(".");

    @Override
    public String example() {
        return "demo --dir out";
    }

    @Override
    public ExitCode run(Console console, GlobalOptions options) throws IOException {
        OutputPaths.makeFolder(folder);
        Path report = folder.resolve("report.html").normalize();
        Path model = folder.resolve("model.lstm4j").normalize();
        Path csv = folder.resolve("forecast.csv").normalize();
        OutputPaths.reading().requireWritable(report, model, csv);
        Dataset data = read();
        console.message(
                "Bike rentals in Washington, D.C., hour by hour, 2011 and 2012 (Fanaee-T and Gama, UCI, CC BY 4.0)");
        data.cleaning().getFirst().lines().stream().limit(3).forEach(console::message);
        try (Compute compute = Compute.withThreads(options.threads())) {
            TrainingRun run = new TrainingRun(data, new WindowTraining(settings(data.series(), options.seed)), console,
                    compute);
            TrainingOutcome trained = run.train();
            run.writeModel(trained, reading(), model, Map.of());
            TimeSeries ahead = withNewYearsDay(data.series().getFirst());
            List<Forecast> forecasts = trained.model().forecast(ahead, HORIZON, compute);
            String table = ForecastTable.csv(forecasts);
            AtomicFile.write(csv, out -> out.write(table.getBytes(StandardCharsets.UTF_8)));
            console.message("wrote " + csv);
            run.writeReport(trained, report, "Bike rentals, 24 hours ahead", command(options.seed));
            console.message(ForecastDrawing.of(ahead, forecasts.getFirst(), console.terminal()));
            run.print(trained);
            trained.divergence().ifPresent(diverged -> {
                throw diverged;
            });
            console.print(run.json(trained, model.toString()).put("report", report.toString()).build());
        }
        return ExitCode.OK;
    }

    private String command(long seed) {
        return "./lstm4j demo" + (seed == 42 ? "" : " --seed " + seed);
    }

    /// The way [#read] reads, for `lstm4j evaluate model.lstm4j` with a copy of the data.
    private static JsonObject reading() {
        DataOptions options = new DataOptions();
        options.reading.time.addAll(TIME);
        return RememberedReading.of(options);
    }

    private static Dataset read() throws IOException {
        try (InputStream stream = DemoCommand.class.getResourceAsStream("demo/" + DATA)) {
            if (stream == null) {
                throw new FileNotFoundException(DATA + " is missing from the program");
            }
            return DataReader.read(ReadOptions.from(new Source.StreamSource(stream, DATA))
                    .time(TIME.toArray(String[]::new))
                    .target(TARGET)
                    .past("temp", "hum", "windspeed", "weathersit")
                    .future("holiday", "workingday")
                    .build());
        }
    }

    private static ForecastSettings settings(List<TimeSeries> series, long seed) {
        ColumnRoles columns = ColumnRoles.targets(List.of(TARGET))
                .withPast("temp", "hum", "windspeed", "weathersit")
                .withFuture("holiday", "workingday");
        ForecastSettings settings = AutomaticSettings.of(series, HORIZON, columns,
                AutomaticSettings.split(series, HORIZON));
        return settings.withOptimization(settings.optimization().withSeed(seed));
    }

    /// The series with 24 more hours, of which only the calendar is known: the day after the last is 1 January 2013, a holiday.
    private static TimeSeries withNewYearsDay(TimeSeries series) {
        return SeriesAhead.of(series, HORIZON, column -> switch (column) {
            case "holiday" -> 1;
            case "workingday" -> 0;
            default -> Double.NaN;
        });
    }
}
