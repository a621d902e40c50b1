package org.lstm4j.benchmarks;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import org.lstm4j.benchmarks.protocol.Measured;
import org.lstm4j.benchmarks.protocol.Mode;
import org.lstm4j.benchmarks.protocol.Result;
import org.lstm4j.benchmarks.protocol.Spread;
import org.lstm4j.benchmarks.protocol.Stopwatch;
import org.lstm4j.benchmarks.protocol.Workload;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;

/// Measures one workload in one mode on some threads, for all implementations, and notes what the figures mean.
final class Measurements {

    private static final double KILOBYTES_IN_MEGABYTE = 1000;

    private final List<Implementation> implementations;
    private final Pace pace;
    private final DoubleSummaryStatistics ceilings = new DoubleSummaryStatistics();

    Measurements(List<Implementation> implementations, Pace pace) {
        this.implementations = implementations;
        this.pace = pace;
    }

    /// GFLOP/s of one core, as they were measured beside the lines so far; NaN where they cannot be.
    DoubleSummaryStatistics ceilings() {
        return ceilings;
    }

    /// A line for each implementation.
    List<Result> of(Workload workload, Mode mode, int threads) {
        return mode.inOwnProcess() ? ofProcesses(workload, mode, threads) : ofCalls(workload, mode, threads);
    }

    private List<Result> ofCalls(Workload workload, Mode mode, int threads) {
        List<Implementation> measured = Subjects.work(workload, mode) <= pace.mostPlainWork()
                ? implementations
                : implementations.subList(0, 1);
        List<WorkerPool> pools = new ArrayList<>();
        List<Measured> subjects = new ArrayList<>();
        try {
            for (Implementation implementation : measured) {
                // a pool each: the workers of one must not spin while the other is measured
                WorkerPool pool = new WorkerPool(threads);
                pools.add(pool);
                subjects.add(Subjects.of(workload, mode, new Compute(implementation.kernels(), pool)));
            }
            double before = Implementation.ceiling();
            List<Spread> spreads = new Stopwatch(pace.samples(), Allocation::allocatesNothing).time(subjects);
            double after = Implementation.ceiling();
            // a shared machine may change its pace from one line to the next
            double ceiling = (before + after) / 2;
            ceilings.accept(before);
            ceilings.accept(after);
            List<Result> results = new ArrayList<>();
            for (int index = 0; index < spreads.size(); index++) {
                Spread seconds = spreads.get(index);
                String note = note(measured.get(index), ceiling * threads,
                        Subjects.work(workload, mode) / seconds.median(),
                        Allocation.medianBytes(subjects.get(index), pace.allocationSteps()));
                results.add(new Result(measured.get(index).name(), workload.name(), mode, threads, seconds,
                        note));
            }
            return results;
        } finally {
            pools.forEach(WorkerPool::close);
        }
    }

    /// @param ceiling GFLOP/s of all threads together; NaN when it is not known
    private static String note(
            Implementation implementation, double ceiling, double operationsPerSecond, long bytes) {
        double gigaflops = operationsPerSecond / 1e9;
        String share = Double.isNaN(ceiling)
                ? "ceiling n/a"
                : String.format(Locale.ROOT, "%.3f of ceiling", gigaflops / ceiling);
        String module = !implementation.scalar()
                ? ""
                : Implementation.vectorModulePresent() ? "; vector module present" : "; vector module absent";
        return String.format(Locale.ROOT, "%.2f GFLOP/s; %s; %d B a step%s", gigaflops, share, bytes, module);
    }

    private List<Result> ofProcesses(Workload workload, Mode mode, int threads) {
        double[][] samples = new double[implementations.size()][pace.children()];
        for (int child = 0; child < pace.children(); child++) {
            for (int index = 0; index < samples.length; index++) {
                samples[index][child] = runChild(mode, !implementations.get(index).scalar(), threads);
            }
        }
        List<Result> results = new ArrayList<>();
        for (int index = 0; index < samples.length; index++) {
            Implementation implementation = implementations.get(index);
            String module = implementation.scalar() ? "vector module absent" : "vector module present";
            results.add(new Result(implementation.name(), workload.name(), mode, threads, Spread.of(samples[index]),
                    meaning(mode) + "; " + module));
        }
        return results;
    }

    private static double runChild(Mode mode, boolean vector, int threads) {
        Class<?> main = mode == Mode.FIRST_STEP ? FirstStepProcess.class : ChapterProcess.class;
        ChildJvm.Outcome outcome = ChildJvm.run(main, vector, Integer.toString(threads));
        return switch (mode) {
            case FIRST_STEP -> Long.parseLong(outcome.lastLine()) / 1e6;
            case MEMORY_MB -> megabytes(outcome.lastLine());
            default -> outcome.seconds();
        };
    }

    private static double megabytes(String chapterLine) {
        long kilobytes = Long.parseLong(chapterLine.substring(chapterLine.indexOf(' ') + 1));
        return kilobytes < 0 ? Double.NaN : kilobytes / KILOBYTES_IN_MEGABYTE;
    }

    private static String meaning(Mode mode) {
        return switch (mode) {
            case FIRST_STEP -> "from the start of a JVM to the end of its first training step";
            case MEMORY_MB -> "MB; peak resident memory of the chapter's JVM";
            default -> "the whole chapter in a fresh JVM";
        };
    }
}
