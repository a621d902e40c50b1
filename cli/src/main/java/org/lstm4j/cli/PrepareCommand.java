package org.lstm4j.cli;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lstm4j.data.ColumnInfo;
import org.lstm4j.data.DataReader;
import org.lstm4j.data.Dataset;
import org.lstm4j.data.ReadOptions;
import org.lstm4j.data.SeriesCsv;
import org.lstm4j.forecast.prepare.CleaningReport;
import org.lstm4j.forecast.prepare.Finding;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.model.AtomicFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says what was read and what is wrong with it; writes the cleaned series where asked to.
final class PrepareCommand implements Command {

    private static final int MOST_SHOWN = 5;

    @Parameters(paramLabel = "DATA", arity = "0..1", description = DataOptions.DATA)
    @Nullable
    String data;

    @Mixin
    final DataOptions dataOptions = new DataOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Write the cleaned series here: clean.csv.")
    @Nullable
    Path out;

    @Override
    public String example() {
        return "prepare sales.csv --out clean.csv";
    }

    @Override
    public ExitCode run(Console console, GlobalOptions options) {
        dataOptions.requireOneSource(data);
        OutputPaths.reading(DataInput.file(data)).requireWritable(out);
        ReadOptions read = new DataInput(dataOptions, System.in).readOptions(data);
        Dataset dataset = DataReader.read(withAllColumns(read));
        tell(dataset, read.target().isEmpty(), console);
        if (out != null) {
            AtomicFile.write(out, stream -> {
                Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
                SeriesCsv.write(dataset.series(), writer);
                writer.flush();
            });
            console.message("wrote " + out);
        }
        console.print(json(dataset));
        return ExitCode.OK;
    }

    private static void tell(Dataset dataset, boolean allColumns, Console console) {
        dataset.report().lines().forEach(console::printSentence);
        int all = dataset.cleaning().size();
        dataset.cleaning().stream().limit(MOST_SHOWN).forEach(one -> one.lines().forEach(console::printSentence));
        if (all > MOST_SHOWN) {
            console.print("… and " + (all - MOST_SHOWN) + " series more; --json tells of all");
        }
        // on a line of their own, whole, to be copied
        console.print("suggested flags:");
        console.print("  " + String.join(" ", dataset.report().suggestedFlags()));
        List<String> targets = dataset.roles().targets();
        if (allColumns && targets.size() > 1) {
            console.printSentence("and --target with what is to be forecast, out of " + String.join(", ", targets));
        }
    }

    /// Without a target every number column is looked at.
    private static ReadOptions withAllColumns(ReadOptions read) {
        return read.target().isEmpty() ? read.lookingAtAllColumns() : read;
    }

    private static JsonObject json(Dataset dataset) {
        List<JsonValue> columns = new ArrayList<>();
        for (ColumnInfo column : dataset.report().columns()) {
            columns.add(JsonValue.object()
                    .put("name", column.name())
                    .put("kind", column.kind().name().toLowerCase(java.util.Locale.ROOT))
                    .put("missing", column.missing())
                    .build());
        }
        return JsonValue.object()
                .put("source", dataset.report().source())
                .put("format", dataset.report().format())
                .put("rows", dataset.report().rows())
                .put("columns", new JsonArray(columns))
                .put("time", JsonValue.ofTexts(dataset.report().timeColumns()))
                .put("time_format", dataset.report().timeFormat())
                .put("season", dataset.season())
                .put("series", new JsonArray(dataset.cleaning().stream().map(PrepareCommand::seriesJson).toList()))
                .put("notes", JsonValue.ofTexts(dataset.report().notes()))
                .put("suggested_flags", JsonValue.ofTexts(dataset.report().suggestedFlags()))
                .put("data_sha256", dataset.fingerprint())
                .build();
    }

    private static JsonValue seriesJson(CleaningReport report) {
        ObjectBuilder json = JsonValue.object()
                .put("series", report.series())
                .put("rows", report.rows())
                .put("steps", report.steps())
                .put("frequency", report.frequency().toString())
                .put("start", report.start())
                .put("end", report.end())
                .put("missing_steps", report.missingSteps());
        Stream.of(
                java.util.Map.entry("unsorted", report.unsorted()),
                java.util.Map.entry("duplicates", report.duplicates()),
                java.util.Map.entry("off_grid", report.offGrid()),
                java.util.Map.entry("gaps", report.gaps()))
                .forEach(finding -> json.put(finding.getKey(), finding(finding.getValue())));
        ObjectBuilder outliers = JsonValue.object();
        report.columns().forEach(column -> outliers.put(column.column(), column.outliers().count()));
        return json.put("outliers", outliers.build()).put("warnings", JsonValue.ofTexts(report.warnings())).build();
    }

    private static JsonObject finding(Finding finding) {
        List<String> places = finding.first().stream().map(Finding.Place::toString).toList();
        return JsonValue.object().put("count", finding.count()).put("first", JsonValue.ofTexts(places)).build();
    }
}
