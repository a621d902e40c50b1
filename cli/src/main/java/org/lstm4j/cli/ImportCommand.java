package org.lstm4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.interop.ModelSource;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.ModelFile;
import org.lstm4j.model.WeightsHash;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a model file of another framework's model. Nothing in that is executed.
final class ImportCommand implements Command {

    @Parameters(paramLabel = "FILE", description = "A model of PyTorch (state_dict in .pt or .safetensors), Keras"
            + " (.keras, .h5, .weights.h5) or ONNX.")
    @Nullable
    Path file;

    @Option(names = "--out", paramLabel = "MODEL", required = true, description = "Where to write the model: m.lstm4j.")
    @Nullable
    Path out;

    @Mixin
    final ForeignModelOptions foreign = new ForeignModelOptions();

    @Option(names = "--strict", description = "Refuse a file of which anything is taken for granted.")
    boolean strict;

    @Override
    public String example() {
        return "import model.safetensors --out m.lstm4j";
    }

    @Override
    public ExitCode run(Console console, GlobalOptions options) throws IOException {
        Path source = Objects.requireNonNull(file);
        Path target = Objects.requireNonNull(out);
        OutputPaths.reading(source).requireWritable(target);
        ImportedModel model;
        String format;
        try (ModelSource opened = ModelSource.open(source)) {
            format = opened.format().words();
            model = opened.read(foreign.read());
        }
        if (strict && !model.assumptions().isEmpty()) {
            throw new ConfigurationException(new Problem(source + " does not say everything",
                    "nothing taken for granted, with --strict", String.join("; ", model.assumptions()),
                    "say it with the options named, or leave --strict out"));
        }
        JsonObject origin = JsonValue.object()
                .put("format", format)
                .put("assumptions", JsonValue.ofTexts(model.assumptions()))
                .build();
        ModelFile.of(model.network()).with("import", origin).write(target);
        say(console, format, model);
        return ExitCode.OK;
    }

    private void say(Console console, String format, ImportedModel model) {
        String parameters = String.format(Locale.ROOT, "%,d", model.network().parameterCount());
        console.print(file + " (" + format + ") → " + out + ", " + parameters + " parameters");
        console.print(model.network().summary().stripTrailing());
        model.assumptions().forEach(sentence -> console.printSentence("taken for granted: " + sentence));
        console.print(JsonValue.object()
                .put("model", String.valueOf(out))
                .put("format", format)
                .put("parameters", model.network().parameterCount())
                .put("weights_sha256", WeightsHash.sha256(model.network().parameters()))
                .put("assumptions", JsonValue.ofTexts(model.assumptions()))
                .build());
    }
}
