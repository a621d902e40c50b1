package org.lstm4j.benchmarks.peers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lstm4j.ConfigurationException;
import org.lstm4j.benchmarks.BenchOptions;
import org.lstm4j.benchmarks.ChildJvm;
import org.lstm4j.benchmarks.Implementation;
import org.lstm4j.benchmarks.protocol.Mode;
import org.lstm4j.benchmarks.protocol.Result;
import org.lstm4j.benchmarks.protocol.SamplePace;
import org.lstm4j.benchmarks.protocol.Workload;
import org.lstm4j.inference.WeightFormat;

/// `lstm4j bench --peers`: ours and other libraries in turn; CSV lines as they come, then what the machine can do, then ratios.
public final class PeerBench {

    private static final int USAGE = 2;
    private static final int FAILURE = 1;
    private static final int STORAGE = 5;

    // shorter warm-ups find the JIT compiler still at work: after 0.3 s a streamed step of ours took twice its time
    private static final SamplePace QUICK = new SamplePace(1, 1, 3, 0.1);
    private static final SamplePace DEFAULT = new SamplePace(3, 3, 5, 0.3);

    private final PrintStream out;
    private final PrintStream err;
    private final BenchOptions options;
    private final PeerOptions peerOptions;
    private boolean failed;

    private PeerBench(PrintStream out, PrintStream err, BenchOptions options, PeerOptions peerOptions) {
        this.out = out;
        this.err = err;
        this.options = options;
        this.peerOptions = peerOptions;
    }

    /// Exit code 0; 1 when a contestant failed; 2 for arguments that are not understood; 5 when files cannot be written.
    ///
    /// The property `lstm4j.peers` names the folder of the peers; without it that of a checkout in the working directory.
    public static void main(String[] arguments) {
        Path peers = Path.of(System.getProperty("lstm4j.peers", "benchmarks/peers"));
        System.exit(run(System.out, System.err, peers, arguments));
    }

    static int run(PrintStream out, PrintStream err, Path peers, String... arguments) {
        if (List.of(arguments).contains("--help")) {
            out.print(BenchOptions.HELP);
            return 0;
        }
        try {
            PeerOptions peerOptions = PeerOptions.parse(arguments);
            BenchOptions options = BenchOptions.parse(peerOptions.rest().toArray(String[]::new));
            return new PeerBench(out, err, options, peerOptions).run(peers);
        } catch (ConfigurationException e) {
            err.println(e.getMessage());
            return USAGE;
        } catch (IOException e) {
            err.println(
                    "the comparison stopped: " + e.getMessage() + "; check the free space of the folder for temporary"
                            + " files");
            return STORAGE;
        }
    }

    private int run(Path peers) throws IOException {
        List<PeerFolder> found = PeerFolder.in(peers);
        peerOptions.requireKnown(found.stream().map(PeerFolder::name).toList());
        List<Contestant> contestants = new ArrayList<>(List.of(ours(), oursWithBfloat16()));
        List<String> missing = new ArrayList<>();
        List<String> sgemm = List.of();
        for (PeerFolder peer : found) {
            sgemm = peer.ceilingCommand().orElse(sgemm);
            if (peerOptions.wants(peer.name())) {
                if (peer.missing().isPresent()) {
                    missing.add(peer.name() + ": " + peer.missing().get());
                } else {
                    contestants.addAll(peer.contestants(options.quick() && peerOptions.only().isEmpty()));
                }
            }
        }
        missing.forEach(line -> err.println("without " + line));
        MachineCeiling before = MachineCeiling.measure(sgemm);
        Path folder = Files.createTempDirectory("lstm4j-peers");
        try {
            List<List<Figures>> all = measure(contestants, folder);
            report(all, missing, before, MachineCeiling.measure(sgemm));
        } finally {
            delete(folder);
        }
        return failed ? FAILURE : 0;
    }

    private List<List<Figures>> measure(List<Contestant> contestants, Path folder) throws IOException {
        boolean quick = options.quick();
        Contest contest = new Contest(contestants, peerOptions.pairs(), quick ? QUICK : DEFAULT, !quick, folder,
                line -> err.println("# " + line));
        out.println(Result.HEADER);
        List<List<Figures>> all = new ArrayList<>();
        for (Task task : tasks(options)) {
            List<Figures> figures = contest.measure(task);
            for (Figures figure : figures) {
                figure.lines(times(), memory()).forEach(line -> out.println(line.csv()));
                failed |= figure.failure().isPresent();
            }
            if (times()) { // the table comes at the end; who stops a long campaign has these
                RatioTable.lines(figures).forEach(line -> err.println("# " + line));
            }
            all.add(figures);
        }
        return all;
    }

    /// Where only memory is asked for, the processes of a training step and of one inference are looked at.
    static List<Task> tasks(BenchOptions options) {
        List<Mode> modes = new ArrayList<>(options.modes());
        modes.removeIf(mode -> !PeerOptions.MODES.contains(mode));
        boolean onlyMemory = modes.equals(List.of(Mode.MEMORY_MB));
        modes.remove(Mode.MEMORY_MB);
        List<Task> tasks = new ArrayList<>();
        for (Mode mode : onlyMemory ? List.of(Mode.TRAIN_STEP, Mode.INF1) : modes) {
            for (Workload workload : options.workloads()) {
                for (int threads : options.threads()) {
                    if (mode.suits(workload)) {
                        tasks.add(new Task(workload, mode, threads));
                    }
                }
            }
        }
        return tasks;
    }

    private boolean memory() {
        return options.modes().contains(Mode.MEMORY_MB);
    }

    private boolean times() {
        return options.modes().stream().anyMatch(mode -> mode != Mode.MEMORY_MB);
    }

    private static Contestant ours() {
        return ours(Contestant.OURS, List.of(), PeerOptions.MODES);
    }

    /// Weights of 16 bits against the peers' 32: a line of its own, where weights are what takes the time.
    private static Contestant oursWithBfloat16() {
        return ours(Contestant.OURS + "-bf16", List.of("-D" + OwnPeer.WEIGHTS + "=" + WeightFormat.BFLOAT16),
                Set.of(Mode.INF1, Mode.STREAM_STEP));
    }

    private static Contestant ours(String name, List<String> flags, Set<Mode> modes) {
        List<String> command = ChildJvm.command(OwnPeer.class, Implementation.vectorModulePresent(), flags);
        return new Contestant(name, command, Map.of(), modes, 1);
    }

    private void report(
            List<List<Figures>> all, List<String> missing, MachineCeiling before, MachineCeiling after) {
        out.println();
        out.println("Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", " + processor() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors");
        out.println("before: " + before.text());
        out.println("after:  " + after.text());
        missing.forEach(line -> out.println("without " + line));
        out.println();
        out.print(RatioTable.of(all, times(), memory()));
    }

    /// The name of the processor, where the system tells it.
    private static String processor() {
        Path file = Path.of("/proc/cpuinfo");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException _) {
            return "unknown processor"; // not Linux
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
