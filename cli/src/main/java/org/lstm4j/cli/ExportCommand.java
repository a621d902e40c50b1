package org.lstm4j.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.global.ForecastModelFile;
import org.lstm4j.interop.ExportFormat;
import org.lstm4j.interop.ModelExport;
import org.lstm4j.interop.onnx.ForecasterSignature;
import org.lstm4j.interop.onnx.ForecasterWriter;
import org.lstm4j.interop.onnx.ForecasterWriter.Recursion;
import org.lstm4j.interop.source.ForecasterSource;
import org.lstm4j.interop.source.JavaSource;
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

    @Option(names = "--whole",
            description = "Write the whole forecaster, not its network alone: raw values in, forecasts in their own unit out;"
                    + " for onnx and java.")
    boolean whole;

    @Option(names = "--recursion", paramLabel = "HOW", defaultValue = "none",
            description = "With --whole, how it goes on beyond its horizon: none, loop (in the model) or, for onnx, states (by the"
                    + " caller, who keeps them) (default: ${DEFAULT-VALUE}).")
    Recursion recursion = Recursion.NONE;

    @Option(names = "--series", paramLabel = "NAME", defaultValue = "",
            description = "With --whole, the series whose scale and season it is to have, of a model of several.")
    String series = "";

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
        String reading = whole ? writeWhole(file, written, target) : ModelExport.write(file.network(), written, target);
        if (!whole && !file.sections().isEmpty() && !file.sections().containsKey("import")) {
            console.tell("the network alone was written: what is done to series before it and to forecasts after it,"
                    + " such as scaling, is not in the file; --whole writes all of it as onnx or java");
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

    private String writeWhole(ModelFile file, ExportFormat written, Path target) {
        return switch (written) {
            case ONNX -> {
                Forecaster forecaster = forecaster(file, written);
                ForecasterWriter.write(forecaster, series, recursion, target);
                yield "values are in their own units, as the model was trained on them\n"
                        + ForecasterSignature.of(forecaster, series, recursion).text();
            }
            case JAVA -> {
                JavaSource whole = ForecasterSource.of(forecaster(file, written), series, recursion,
                        JavaSource.classNameOf(target));
                whole.write(target);
                yield whole.call() + "\n";
            }
            case KERAS, SAFETENSORS -> throw new ConfigurationException(new Problem(
                    "a whole forecaster cannot be written as " + written.label(), "--format onnx or --format java",
                    "--format " + written.label(), "leave out --whole for the network alone"));
        };
    }

    private Forecaster forecaster(ModelFile file, ExportFormat written) {
        if (ForecastModelFile.of(file) instanceof Forecaster forecaster) {
            return forecaster;
        }
        throw new ConfigurationException(new Problem("the model cannot be written whole as " + written.label()
                + ": models of --model deepar and esrnn draw paths and smooth each series step by step, which is not written"
                + " yet",
                "a model of --model auto, direct or segment", String.valueOf(model),
                "leave out --whole for its network alone, or use it in lstm4j"));
    }

    /// For completion and help.
    static final class ExportFormats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ExportFormat.labels().iterator();
        }
    }
}
