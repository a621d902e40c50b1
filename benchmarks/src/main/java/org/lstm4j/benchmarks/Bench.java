package org.lstm4j.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Lstm4jException;
import org.lstm4j.benchmarks.options.OptionCosts;
import org.lstm4j.benchmarks.profile.Profile;
import org.lstm4j.benchmarks.protocol.Mode;
import org.lstm4j.benchmarks.protocol.Result;
import org.lstm4j.benchmarks.protocol.Workload;

/// `lstm4j bench`: measures training, inference and whole processes and prints CSV lines as they come, then a table.
///
/// The implementations take turns in one JVM, so that a disturbance of the machine meets them all; whole processes take turns
/// likewise. Every line says what the figure is as a fraction of what this machine's cores can do, measured in the same run.
public final class Bench {

    private static final int USAGE = 2;
    private static final int FAILURE = 1;

    private Bench() {}

    /// Exit code 0, or 2 for arguments that are not understood, or 1 when a measurement failed.
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        if (List.of(arguments).contains("--help")) {
            out.print(BenchOptions.HELP);
            return 0;
        }
        try {
            BenchOptions options = BenchOptions.parse(arguments);
            if (List.of(arguments).contains("--options")) {
                optionCosts(options, out);
            } else if (options.profile()) {
                profile(options, out);
            } else {
                run(options, options.pace(), out);
            }
            return 0;
        } catch (ConfigurationException e) {
            err.println(e.getMessage());
            return USAGE;
        } catch (Lstm4jException e) {
            err.println(e.getMessage());
            return FAILURE;
        }
    }

    private static void optionCosts(BenchOptions options, PrintStream out) {
        OptionCosts costs = new OptionCosts(options.quick() ? 3 : 11);
        options.workloads().forEach(workload -> costs.print(workload, out));
    }

    private static void profile(BenchOptions options, PrintStream out) {
        Profile profile = new Profile(options.pace().profileSeconds());
        for (Mode mode : options.modes()) {
            for (Workload workload : options.workloads()) {
                if (mode.suits(workload)) {
                    profile.print(workload, mode, out);
                }
            }
        }
    }

    static List<Result> run(BenchOptions options, Pace pace, PrintStream out) {
        List<Implementation> implementations = Implementation.available();
        Measurements measurements = new Measurements(implementations, pace);
        out.println(Result.HEADER);
        List<Result> results = new ArrayList<>();
        for (Mode mode : options.modes()) {
            for (Workload workload : options.workloads()) {
                for (int threads : options.threads()) {
                    if (mode.suits(workload)) {
                        List<Result> lines = measurements.of(workload, mode, threads);
                        lines.forEach(line -> out.println(line.csv()));
                        results.addAll(lines);
                    }
                }
            }
        }
        out.println();
        out.println(machine(measurements.ceilings()));
        out.print(ResultTable.of(results));
        out.println();
        return results;
    }

    private static String machine(DoubleSummaryStatistics ceilings) {
        String fastest = Double.isNaN(ceilings.getSum()) || ceilings.getCount() == 0
                ? "ceiling not measured" + (Implementation.vectorModulePresent()
                        ? ""
                        : ": start java with --add-modules jdk.incubator.vector")
                : String.format(Locale.ROOT, "ceiling %.1f (%.1f to %.1f) GFLOP/s a core",
                        ceilings.getAverage(), ceilings.getMin(), ceilings.getMax());
        return "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
                + fastest;
    }
}
