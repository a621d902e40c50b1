package org.lstm4j.benchmarks.determinism;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lstm4j.Lstm4jException;
import org.lstm4j.benchmarks.ChildJvm;

/// Trains the same small models in one fresh JVM for each configuration, over kernels, instruction sets, vector widths, threads and
/// compilers, and compares the bytes of weights and forecasts with one another and with those of other machines.
///
/// ```
/// mvn -q -Dquickly package -pl benchmarks -am
/// java -cp benchmarks/target/lstm4j-benchmarks.jar org.lstm4j.benchmarks.determinism.Determinism [--quick]
/// ```
public final class Determinism {

    private static final int DIFFERENT = 1;
    private static final int USAGE = 2;

    private Determinism() {}

    /// Exit code 0 when all bytes are the same and as recorded, 1 when they are not or a JVM failed, 2 for arguments not
    /// understood.
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        List<String> given = List.of(arguments);
        if (!given.isEmpty() && !given.equals(List.of("--quick"))) {
            err.println("expected --quick or nothing; received " + String.join(" ", given));
            return USAGE;
        }
        try {
            Verdict verdict = new Verdict(
                    observe(given.isEmpty() ? Configuration.all() : Configuration.few(), out));
            out.println();
            out.print(verdict.text());
            return verdict.isAsRecorded() ? 0 : DIFFERENT;
        } catch (Lstm4jException e) {
            err.println(e.getMessage());
            return DIFFERENT;
        }
    }

    /// Runs as many JVMs at a time as there are processors, and prints a table as they end: most of the time is the compiler's, which is one
    /// thread of each that the others wait for.
    static List<Observation> observe(List<Configuration> configurations, PrintStream out) {
        out.println(Table.HEADER);
        List<Observation> all = new ArrayList<>();
        try (ExecutorService jvms = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<List<Observation>>> results = configurations.stream()
                    .map(configuration -> jvms.submit(() -> observe(configuration)))
                    .toList();
            for (Future<List<Observation>> result : results) {
                List<Observation> some = await(result, jvms);
                out.println(Table.row(some));
                all.addAll(some);
            }
        }
        return all;
    }

    private static List<Observation> await(Future<List<Observation>> result, ExecutorService jvms) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            jvms.shutdownNow();
            if (e.getCause() instanceof Lstm4jException expected) {
                throw expected;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            jvms.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while child JVMs trained; run it again", e);
        }
    }

    private static List<Observation> observe(Configuration configuration) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Integer.toString(configuration.threads()));
        configuration.subjects().stream().sorted().map(Subject::name).forEach(arguments::add);
        ChildJvm.Outcome outcome = ChildJvm.run(TrainingProcess.class, configuration.isVector(),
                configuration.allFlags(), arguments.toArray(String[]::new));
        return outcome.lines().stream().flatMap(line -> Observation.parse(line).stream()).toList();
    }
}
