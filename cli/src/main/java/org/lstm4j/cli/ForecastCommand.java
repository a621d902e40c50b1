package org.lstm4j.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.compute.Compute;
import org.lstm4j.data.Dataset;
import org.lstm4j.forecast.ExtendedForecast;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.forecast.ForecastModel;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.model.AtomicFile;
import org.lstm4j.model.ModelFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Foretells the steps after DATA.
final class ForecastCommand implements Command {

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file that train wrote.")
    @Nullable
    Path model;

    @Parameters(index = "1", arity = "0..1", paramLabel = "DATA",
            description = DataOptions.DATA + " Rows after the last target give the values of future columns.")
    @Nullable
    String data;

    @Mixin
    final DataOptions dataOptions = new DataOptions();

    @Option(names = "--horizon", paramLabel = "N", converter = org.lstm4j.cli.Values.Count.class,
            description = "Steps to forecast (default: as many as the model was trained for).")
    @Nullable
    Integer horizon;

    @Option(names = "--extend",
            description = "Go on beyond the trained horizon from the model's own forecasts; there are no"
                    + " intervals there.")
    boolean extend;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the CSV here instead of stdout.")
    @Nullable
    Path out;

    @Option(names = "--plot", description = "Draw history and forecast in the terminal.")
    boolean plot;

    @Override
    public String example() {
        return "forecast sales.lstm4j sales.csv --horizon 12 --out forecast.csv";
    }

    @Override
    public ExitCode run(Console console, GlobalOptions options) {
        Path file = Objects.requireNonNull(model);
        OutputPaths.reading(file, DataInput.file(data)).requireWritable(out);
        ModelData modelData = new ModelData(ModelFile.read(file), dataOptions, console);
        ForecastModel forecaster = modelData.model();
        if (data == null && dataOptions.reading.db == null) {
            throw new ConfigurationException(Problem.of(
                    "there are no rows to forecast from", "add DATA: lstm4j forecast " + file + " rows.csv"));
        }
        Dataset dataset = modelData.read(data);
        int steps = horizon == null ? forecaster.horizon() : horizon;
        List<Forecast> forecasts = new ArrayList<>();
        try (Compute compute = Compute.withThreads(options.threads())) {
            for (TimeSeries series : dataset.series()) {
                List<Forecast> made = extend
                        ? new ExtendedForecast(modelData.forecaster("forecast --extend"), compute)
                                .forecast(series, steps)
                        : forecaster.forecast(series, steps, compute);
                forecasts.addAll(made);
                forecaster.remark(series).ifPresent(remark -> console.message("note: " + remark));
                if (plot) {
                    made.forEach(forecast -> console.message(ForecastDrawing.of(series, forecast, console.terminal())));
                }
            }
        }
        if (steps > forecaster.horizon()) {
            tellOfExtension(console, forecaster);
        }
        answer(console, file, steps, forecasts);
        return ExitCode.OK;
    }

    private static void tellOfExtension(Console console, ForecastModel forecaster) {
        console.tell(
                "from step " + (forecaster.horizon() + 1)
                        + " on the model goes on from its own forecasts, which it was not trained"
                        + " for: expect larger errors" + (forecaster.givesQuantiles() ? ", and no intervals" : "")
                        + (forecaster.schema().past().isEmpty()
                                ? ""
                                : "; " + String.join(", ", forecaster.schema().past()) + " stay at their last value"));
    }

    private void answer(Console console, Path file, int steps, List<Forecast> forecasts) {
        String csv = ForecastTable.csv(forecasts);
        if (out != null) {
            AtomicFile.write(out, stream -> stream.write(csv.getBytes(StandardCharsets.UTF_8)));
            console.message("wrote " + out);
        } else {
            console.print(csv.stripTrailing());
        }
        console.print(JsonValue.object()
                .put("model", file.toString())
                .put("horizon", steps)
                .put("rows", new JsonArray(ForecastTable.rows(forecasts)))
                .build());
    }
}
