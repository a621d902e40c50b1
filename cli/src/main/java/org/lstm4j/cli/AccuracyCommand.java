package org.lstm4j.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.cli.accuracy.AccuracyMethod;
import org.lstm4j.cli.accuracy.AccuracyRun;
import org.lstm4j.cli.accuracy.DataFolder;
import org.lstm4j.cli.accuracy.Methods;
import org.lstm4j.cli.accuracy.Protocol;
import org.lstm4j.cli.accuracy.Protocols;
import org.lstm4j.compute.Compute;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs published protocols on the files of DIR and prints ours beside the published rows.
final class AccuracyCommand implements Command {

    /// The protocols there are.
    static final class ProtocolNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Protocols.names().iterator();
        }
    }

    @Parameters(index = "0", paramLabel = "DIR",
            description = "Folder with the data files of the protocols, each as it is or as .gz.")
    @Nullable
    Path folder;

    @Option(names = "--only", paramLabel = "NAME", split = ",", completionCandidates = ProtocolNames.class,
            description = "Run these alone: ${COMPLETION-CANDIDATES} (default: all whose files are there).")
    List<String> only = List.of();

    @Option(names = "--methods", paramLabel = "NAME", split = ",",
            description = "Run these methods alone, such as seasonal_naive,nlinear,lstm (default: all).")
    List<String> methods = List.of();

    @Option(names = "--seeds", paramLabel = "N", converter = Values.Count.class, defaultValue = "1",
            description = "Train lstm, esrnn and deepar with N seeds, from --seed on, and take the mean of their forecasts"
                    + " (default: ${DEFAULT-VALUE}).")
    int seeds = 1;

    @Option(names = "--rehearse",
            description = "Judge on the part before the test part, which stays closed: to choose by.")
    boolean rehearse;

    @Override
    public String example() {
        return "accuracy data --only m4-hourly,etth1-96";
    }

    @Override
    public ExitCode run(Console console, GlobalOptions options) {
        List<Protocol> asked = only.stream().distinct().map(Protocols::named).toList();
        DataFolder files = new DataFolder(Objects.requireNonNull(folder));
        files.requireFiles(asked);
        files.requireSomething();
        try (Compute compute = Compute.withThreads(options.threads())) {
            List<AccuracyMethod> all = Methods.all(options.seed, seeds, compute);
            AccuracyRun run = new AccuracyRun(files, methods.isEmpty() ? all : Methods.named(methods, all),
                    rehearse, new AccuracyMessages(console));
            return new AccuracyReport(console, options.seed, seeds)
                    .run(run, asked.isEmpty() ? Protocols.all() : asked);
        }
    }
}
