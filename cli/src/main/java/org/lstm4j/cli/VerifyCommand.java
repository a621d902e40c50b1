package org.lstm4j.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.interop.ModelSource;
import org.lstm4j.interop.verify.Comparison;
import org.lstm4j.interop.verify.Reference;
import org.lstm4j.interop.verify.Verification;
import org.lstm4j.json.JsonValue;
import org.lstm4j.model.ModelFile;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Compares what a model says with what another framework said to the same inputs.
final class VerifyCommand implements Command {

    @Parameters(paramLabel = "MODEL", description = "A model file, such as import writes.")
    @Nullable
    Path model;

    @Option(names = "--against", paramLabel = "FILE", required = true,
            description = "Inputs and outputs of the other framework, batch first: .npz or .safetensors.")
    @Nullable
    Path against;

    @Option(names = "--tolerance", paramLabel = "T", converter = Values.PositiveOrZero.class, defaultValue = "1e-5",
            description = "The largest difference that is let pass, in standard deviations of the outputs"
                    + " (default: ${DEFAULT-VALUE}).")
    double tolerance;

    @Option(names = "--input", paramLabel = "NAME", defaultValue = Reference.INPUT,
            description = "What the inputs are called in FILE (default: ${DEFAULT-VALUE}).")
    String input = Reference.INPUT;

    @Option(names = "--output", paramLabel = "NAME", defaultValue = Reference.OUTPUT,
            description = "What the outputs are called in FILE (default: ${DEFAULT-VALUE}).")
    String output = Reference.OUTPUT;

    @Override
    public String example() {
        return "verify m.lstm4j --against reference.npz";
    }

    @Override
    public ExitCode run(Console console, GlobalOptions options) {
        Path file = Objects.requireNonNull(model);
        Comparison comparison;
        try (ModelSource source = ModelSource.open(Objects.requireNonNull(against));
                Compute compute = Compute.withThreads(options.threads())) {
            Reference reference = Reference.read(source.tensors(), input, output);
            comparison = Verification.compare(ModelFile.read(file).network(), reference, compute);
        }
        boolean ok = comparison.isWithin(tolerance);
        say(console, comparison, ok);
        return ok ? ExitCode.OK : ExitCode.FAULT;
    }

    private void say(Console console, Comparison comparison, boolean ok) {
        console.print(String.format(Locale.ROOT, "%s: largest difference %.3g standard deviations, tolerance %.3g",
                ok ? "equal" : "NOT EQUAL", comparison.largestDifference(), tolerance));
        console.print(
                String.format(Locale.ROOT, "  at %s%s: expected %s, received %s; %,d numbers, standard deviation %.6g",
                        output, comparison.index(), (float) comparison.expected(), (float) comparison.received(),
                        comparison.elements(), comparison.standardDeviation()));
        console.print(JsonValue.object()
                .put("model", String.valueOf(model))
                .put("largest_difference", comparison.largestDifference())
                .put("tolerance", tolerance)
                .put("ok", ok)
                .put("at", comparison.index().toString())
                .put("expected", comparison.expected())
                .put("received", comparison.received())
                .put("standard_deviation", comparison.standardDeviation())
                .put("numbers", comparison.elements())
                .build());
    }
}
