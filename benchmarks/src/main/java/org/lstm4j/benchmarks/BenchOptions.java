package org.lstm4j.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.benchmarks.profile.Profile;
import org.lstm4j.benchmarks.protocol.Mode;
import org.lstm4j.benchmarks.protocol.Workload;

/// What to measure, from the command line.
///
/// @param quick about a minute instead of ten
/// @param workloads what to measure, of [Workload#ALL] or the user's own
/// @param threads numbers of threads, each measured
/// @param modes in the order of [Mode]
/// @param profile whether to tell where the time goes instead
public record BenchOptions(
        boolean quick, List<Workload> workloads, List<Integer> threads, List<Mode> modes, boolean profile) {

    /// The options of `lstm4j bench`, with and without `--peers`.
    public static final String HELP = """
            example: lstm4j bench --workloads W1,W2 --modes train_step --threads-list 1,2

              --quick               about a minute instead of ten: one thread unless --threads-list says otherwise,
                                    and no long calls of the plain loops
              --workloads LIST      of %s (default: all), or of your own as
                                    NAME:STEPSxBATCHxFEATURESxUNITSxLAYERS, such as LONG:1000x32x1x64x1
              --threads-list LIST   numbers of threads (default: 1 and the number of cores)
              --modes LIST          of %s (default: all)
              --profile             where the time goes instead: a table by phase for each workload, on one thread
                                    (modes train_step, inf1, inf64; default: train_step)
              --options             what each option of recurrent layers costs beside the plain layer instead, on one thread
                                    (choose --workloads; with --quick three turns instead of eleven)
              --help                this text

            beside other libraries: lstm4j bench --peers --quick --workloads W1,W2

              --peers               ours and other libraries in turn, each measurement in a process of its own; the
                                    libraries are downloaded the first time, about 1.3 GB
              --quick               under ten minutes; without it a campaign of hours
              --pairs N             turns of each (default: 5, with --quick 1)
                                    after three rounds a peer far behind another is out
              --only LIST           of libtorch, libtorch-openblas, onnxruntime, tensorflow, deeplearning4j, djl
                                    (default: all; with --quick libtorch, and tensorflow to train, onnxruntime to infer)
            """
            .formatted(workloadNames(), modeNames());

    private static final int MOST_THREADS = 1024;
    private static final String SEE_HELP = "see lstm4j bench --help";

    /// Reads the arguments.
    ///
    /// @throws ConfigurationException naming the argument and what is allowed
    public static BenchOptions parse(String... arguments) {
        boolean quick = Arrays.asList(arguments).contains("--quick");
        List<Workload> workloads = Workload.ALL;
        boolean profile = Arrays.asList(arguments).contains("--profile");
        List<Mode> modes = profile ? List.of(Mode.TRAIN_STEP) : List.of(Mode.values());
        List<Integer> threads = quick ? List.of(1) : defaultThreads();
        for (int index = 0; index < arguments.length; index++) {
            String name = arguments[index];
            switch (name) {
                case "--quick", "--profile", "--options" -> {
                }
                case "--workloads" -> workloads = list(name, arguments, ++index, BenchOptions::workload);
                case "--threads-list" -> threads = list(name, arguments, ++index, BenchOptions::threadCount);
                case "--modes" -> modes = list(name, arguments, ++index, BenchOptions::mode);
                default -> throw wrong("unknown argument " + name,
                        "--quick, --profile, --options, --workloads, --threads-list, --modes or --help", name);
            }
        }
        return new BenchOptions(quick, workloads, threads, modes, profile).requireWork();
    }

    Pace pace() {
        return quick ? Pace.QUICK : Pace.DEFAULT;
    }

    private BenchOptions requireWork() {
        for (Mode mode : profile ? modes : List.<Mode>of()) {
            if (!Profile.suits(mode)) {
                throw wrong("a profile tells train_step, inf1 and inf64 apart, not this mode",
                        "--modes of these", mode.label());
            }
        }
        boolean any = workloads.stream().anyMatch(workload -> modes.stream().anyMatch(mode -> mode.suits(workload)));
        if (!any) {
            throw wrong("none of these modes is measured on these workloads",
                    "stream_step with STREAM; process, memory_mb and first_step with W1; the others with W1 to W6",
                    workloads.stream().map(Workload::name).toList() + " and "
                            + modes.stream().map(Mode::label).toList());
        }
        return this;
    }

    private static <T> List<T> list(String name, String[] arguments, int at, Function<String, T> element) {
        if (at >= arguments.length) {
            throw wrong(name + " has no value", "a list such as " + name + " "
                    + (name.equals("--threads-list") ? "1,2" : name.equals("--modes") ? "train_step,inf1" : "W1,W2"),
                    "nothing");
        }
        List<T> values = new ArrayList<>();
        for (String text : arguments[at].split(",", -1)) {
            T value = element.apply(text.strip());
            if (!values.contains(value)) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private static Workload workload(String name) {
        if (name.contains(":")) {
            return ownWorkload(name);
        }
        return Workload.ALL.stream()
                .filter(workload -> workload.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> wrong("no such workload", workloadNames(), name));
    }

    private static Workload ownWorkload(String text) {
        String expected = "a name of its own and sizes from 1, as in LONG:1000x32x1x64x1";
        Workload own;
        try {
            own = Workload.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(new Problem("no such workload", expected, text, SEE_HELP), e);
        }
        if (Workload.ALL.stream().anyMatch(other -> other.name().equalsIgnoreCase(own.name()))) {
            throw wrong("no such workload", expected, text);
        }
        return own;
    }

    private static Mode mode(String label) {
        return Mode.of(label).orElseThrow(() -> wrong("no such mode", modeNames(), label));
    }

    private static int threadCount(String text) {
        if (text.matches("[0-9]{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST_THREADS) {
            return Integer.parseInt(text);
        }
        throw wrong("no number of threads", "1 to " + MOST_THREADS, text);
    }

    private static List<Integer> defaultThreads() {
        return IntStream.of(1, Runtime.getRuntime().availableProcessors()).distinct().boxed().toList();
    }

    private static String workloadNames() {
        return Workload.ALL.stream().map(Workload::name).collect(Collectors.joining(", "));
    }

    private static String modeNames() {
        return Arrays.stream(Mode.values()).map(Mode::label).collect(Collectors.joining(", "));
    }

    private static ConfigurationException wrong(String what, String expected, String received) {
        String shown = received.isEmpty() ? "an empty text" : received;
        return new ConfigurationException(new Problem(what, expected, shown, SEE_HELP));
    }
}
