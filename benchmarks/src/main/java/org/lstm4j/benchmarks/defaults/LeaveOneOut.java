package org.lstm4j.benchmarks.defaults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lstm4j.Lstm4jException;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;

/// Checks the constants of the automatic rule by leaving each file out: which value would all other files have chosen, and what does it come to
/// on the one that had no say?
///
/// ```
/// mvn -q -Dquickly package -pl benchmarks -am
/// java -cp benchmarks/target/lstm4j-benchmarks.jar org.lstm4j.benchmarks.defaults.LeaveOneOut ./lstm4j DATA_FOLDER [NAME …]
/// ```
///
/// The last fifth of every series, which `train` would judge, is cut off first: it has no say in any of it. The errors are those of the fifth
/// before. Seven trainings a file: minutes each.
public final class LeaveOneOut {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private LeaveOneOut() {}

    /// Exit code 0 when every training went through, 1 when one failed, 2 for arguments not understood.
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        if (arguments.length < 2) {
            err.println("expected the launcher, a folder with data and, to leave out some files alone, their names;"
                    + " received " + String.join(" ", arguments));
            return USAGE;
        }
        List<Alternative> alternatives = new ArrayList<>(List.of(Alternative.DEFAULTS));
        alternatives.addAll(Alternative.neighbours());
        out.println(header(alternatives));
        List<String> failed = new ArrayList<>();
        List<AlternativeErrors> errors = new ArrayList<>();
        for (TrainedFile file : TrainedFile.named(List.of(arguments).subList(2, arguments.length))) {
            Optional<Path> path = file.find(Path.of(arguments[1]));
            if (path.isEmpty()) {
                out.println("| " + file.name() + " | is not there |" + " |".repeat(alternatives.size() - 1));
                continue;
            }
            try {
                AlternativeErrors ofFile = errors(new Launcher(arguments[0]), file, path.get(), alternatives);
                out.println(row(ofFile));
                errors.add(ofFile);
            } catch (Lstm4jException e) {
                failed.add(file.name() + ": " + e.getMessage());
            }
        }
        if (errors.size() > 1) {
            choices(errors, alternatives).forEach(out::println);
        }
        failed.forEach(out::println);
        return failed.isEmpty() ? 0 : FAILED;
    }

    private static AlternativeErrors errors(Launcher launcher, TrainedFile file, Path path,
            List<Alternative> alternatives) {
        try {
            Path folder = Files.createTempDirectory("leave-one-out");
            Path earlier = new EarlierRows(file).write(path, folder);
            try {
                double[] mase = new double[alternatives.size()];
                for (int index = 0; index < mase.length; index++) {
                    List<String> words = new ArrayList<>(file.words(earlier.toString()));
                    words.addAll(alternatives.get(index).words());
                    mase[index] = launcher.train(words).mase();
                }
                return new AlternativeErrors(file.name(), mase);
            } finally {
                Files.delete(earlier);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new StorageException(new Problem("there is no folder for the earlier rows", "a temporary folder",
                    String.valueOf(e.getMessage()), "give Java another with -Djava.io.tmpdir"), e);
        }
    }

    private static String header(List<Alternative> alternatives) {
        String names = alternatives.stream().map(Alternative::name).collect(Collectors.joining(" | "));
        return "| file | " + names + " |\n|---|" + "---|".repeat(alternatives.size());
    }

    private static String row(AlternativeErrors errors) {
        StringBuilder row = new StringBuilder("| ").append(errors.file()).append(" |");
        for (double error : errors.mase()) {
            row.append(String.format(Locale.ROOT, " %.3f |", error));
        }
        return row.toString();
    }

    private static List<String> choices(List<AlternativeErrors> errors, List<Alternative> alternatives) {
        List<String> lines = new ArrayList<>();
        double logarithms = 0;
        for (AlternativeErrors one : errors) {
            List<AlternativeErrors> others = errors.stream().filter(other -> !other.file().equals(one.file())).toList();
            int chosen = AlternativeErrors.best(others);
            logarithms += StrictMath.log(one.relative(chosen));
            lines.add(String.format(Locale.ROOT, "%s: the others choose %s, which has %.3f of the defaults' error here",
                    one.file(), alternatives.get(chosen).name(), one.relative(chosen)));
        }
        lines.add(String.format(Locale.ROOT, "Chosen by the others: %.4f of the defaults' error, geometric mean over"
                + " %d files", StrictMath.exp(logarithms / errors.size()), errors.size()));
        return lines;
    }
}
