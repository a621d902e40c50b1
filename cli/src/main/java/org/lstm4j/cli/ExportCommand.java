package org.lstm4j.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.ExportFormat;
import org.lstm4j.interop.ModelExport;
import org.lstm4j.json.JsonValue;
import org.lstm4j.model.ModelFile;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the network of a model for another framework.
final class ExportCommand implements Command {

    @Parameters(paramLabel = "MODEL", description = "A model file.")
    @Nullable
    Path model;

    @Option(names = "--format", paramLabel = "F", required = true, converter = Values.Export.class,
            completionCandidates = ExportFormats.class,
            description = "What to write: ${COMPLETION-CANDIDATES}.")
    @Nullable
    ExportFormat format;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where to write it.")
    @Nullable
    Path out;

    @Override
    public String example() {
        return "export m.lstm4j --format onnx --out m.onnx";
    }

    @Override
    public ExitCode run(Console console, GlobalOptions options) {
        Path source = Objects.requireNonNull(model);
        Path target = Objects.requireNonNull(out);
        ExportFormat written = Objects.requireNonNull(format);
        OutputPaths.reading(source).requireWritable(target);
        ModelFile file = ModelFile.read(source);
        String reading = ModelExport.write(file.network(), written, target);
        if (!file.sections().isEmpty() && !file.sections().containsKey("import")) {
            console.tell("the network alone was written: what is done to series before it and to forecasts after it,"
                    + " such as scaling, is not in the file");
        }
        console.print(reading.stripTrailing());
        console.print(JsonValue.object()
                .put("model", source.toString())
                .put("file", target.toString())
                .put("format", written.label())
                .put("reading", reading)
                .build());
        return ExitCode.OK;
    }

    /// For completion and help.
    static final class ExportFormats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ExportFormat.labels().iterator();
        }
    }
}
