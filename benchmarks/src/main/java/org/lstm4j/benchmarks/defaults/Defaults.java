package org.lstm4j.benchmarks.defaults;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lstm4j.Lstm4jException;

/// Trains on every file of a folder as somebody would who says a target and a horizon and no more, and tells where the forecast beats seasonal
/// naive, where it is level with a linear map, and where it is not.
///
/// ```
/// mvn -q -Dquickly package -pl benchmarks -am
/// java -cp benchmarks/target/lstm4j-benchmarks.jar org.lstm4j.benchmarks.defaults.Defaults ./lstm4j DATA_FOLDER [NAME …]
/// ```
///
/// Test parts are the last fifth, judged once by `train` itself. A file takes from seconds to minutes.
public final class Defaults {

    static final String HEADER = """
            | file | horizon | windows | MASE | NLinear | seasonal naive | best baseline | p | 80 % | 95 % | seconds |
            |---|---|---|---|---|---|---|---|---|---|---|""";

    private static final int NOT_KEPT = 1;
    private static final int USAGE = 2;

    private Defaults() {}

    /// Exit code 0 when what is promised of the defaults holds on every file, 1 when it does not or a training failed, 2 for arguments
    /// not understood.
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        if (arguments.length < 2) {
            err.println("expected the launcher, a folder with data and, to train on some files alone, their names;"
                    + " received " + String.join(" ", arguments));
            return USAGE;
        }
        Path folder = Path.of(arguments[1]);
        List<String> names = List.of(arguments).subList(2, arguments.length);
        out.println(HEADER);
        List<String> broken = new ArrayList<>();
        for (TrainedFile file : TrainedFile.named(names)) {
            file.find(folder).ifPresentOrElse(
                    path -> broken.addAll(train(new Launcher(arguments[0]), path, file, out)),
                    () -> out.println("| " + file.name() + " | is not there | | | | | | | | | |"));
        }
        broken.forEach(out::println);
        return broken.isEmpty() ? 0 : NOT_KEPT;
    }

    /// @return which promises are broken
    private static List<String> train(Launcher launcher, Path path, TrainedFile file, PrintStream out) {
        List<String> broken = new ArrayList<>();
        try {
            Figures figures = launcher.train(file.words(path.toString()));
            out.println(figures.row(file));
            if (file.seasonal() && !figures.beatsSeasonalNaive()) {
                broken.add(file.name() + ": does not beat seasonal naive");
            }
            if (!figures.isLevelWithLinear()) {
                broken.add(file.name() + ": is not level with NLinear");
            }
        } catch (Lstm4jException e) {
            broken.add(file.name() + ": " + e.getMessage());
        }
        return broken;
    }
}
