package org.lstm4j.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.ModelSource;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.model.ModelHeader;
import org.lstm4j.model.TensorEntry;
import org.lstm4j.nn.LayerSpec;
import picocli.CommandLine.Parameters;

/// Says what is in a model file, of ours from its header alone; nothing in it is executed.
final class InspectCommand implements Command {

    private static final int LINE = 160;

    @Parameters(paramLabel = "FILE", description = "A model file: one of ours, or one that import reads.")
    @Nullable
    Path file;

    @Override
    public String example() {
        return "inspect sales.lstm4j";
    }

    @Override
    public ExitCode run(Console console, GlobalOptions options) {
        Path path = Objects.requireNonNull(file);
        try (ModelSource source = ModelSource.open(path)) {
            if (source.isForeign()) {
                new InspectedForeign(path, source.format(), source.inspect()).say(console);
            } else {
                say(path, source.header(), console);
            }
        }
        return ExitCode.OK;
    }

    private static void say(Path path, ModelHeader header, Console console) {
        console.print(path + ": lstm4j model, format " + header.formatVersion() + ", "
                + String.format(java.util.Locale.ROOT, "%,d", header.parameterCount()) + " parameters");
        console.print("input " + header.network().input());
        ObjectBuilder layers = JsonValue.object();
        int place = 0;
        for (LayerSpec layer : header.network().layers()) {
            console.print("  " + place + " " + layer);
            layers.put(Integer.toString(place++), layer.toString());
        }
        ObjectBuilder weights = JsonValue.object();
        for (TensorEntry tensor : header.weights()) {
            console.print("  " + tensor.name() + " " + tensor.shape());
            weights.put(tensor.name(), tensor.shape().toString());
        }
        InspectedForecaster.lines(header).forEach(console::print);
        header.sections().forEach((name, content) -> console.print(name + ": " + shortened(Json.write(content))));
        ObjectBuilder sections = JsonValue.object();
        header.sections().forEach(sections::put);
        console.print(JsonValue.object()
                .put("file", path.toString())
                .put("format", header.formatVersion())
                .put("parameters", header.parameterCount())
                .put("input", header.network().input().toString())
                .put("layers", layers.build())
                .put("weights", weights.build())
                .put("sections", sections.build())
                .build());
    }

    private static String shortened(String text) {
        return text.length() <= LINE ? text : text.substring(0, LINE) + " … (all of it with --json)";
    }
}
