package org.lstm4j.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.benchmarks.BenchOptions;
import org.lstm4j.benchmarks.ChildJvm;
import org.lstm4j.benchmarks.protocol.Mode;
import org.lstm4j.benchmarks.protocol.Result;
import org.lstm4j.benchmarks.protocol.SamplePace;
import org.lstm4j.benchmarks.protocol.Spread;
import org.lstm4j.benchmarks.protocol.Workload;

/// The comparison's arguments, its peers, and a contest of ours with one that fails; times are not judged.
class PeerBenchTest {

    private static final SamplePace HASTY = new SamplePace(0, 1, 2, 0);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"TRAIN_STEP", "INF1", "STREAM_STEP"})
    void oursPassesItsOwnCheckAndAFailureStopsNobody(Mode mode) throws IOException {
        Workload workload = (mode == Mode.STREAM_STEP ? Workload.ALL.getLast() : Workload.ALL.get(4)).scaledDown();
        Contestant ours = new Contestant("lstm4j", ChildJvm.command(OwnPeer.class, true, List.of()), Map.of(),
                PeerOptions.MODES, 1);
        Contestant broken = new Contestant("broken", List.of("false"), Map.of(), PeerOptions.MODES, 1);
        Contestant passive = new Contestant("passive", List.of("false"), Map.of(), PeerOptions.MODES, 2);
        List<String> progress = new ArrayList<>();
        Contest contest = new Contest(List.of(broken, ours, passive), 2, HASTY, false, folder, progress::add);

        List<Figures> figures = contest.measure(new Task(workload, mode, 1));

        assertThat(figures).extracting(figure -> figure.contestant().name()).containsExactly("broken", "lstm4j");
        assertThat(figures.getFirst().failure()).contains("ended with exit code 1");
        assertThat(figures.getLast().failure()).isEmpty();
        assertThat(figures.getLast().seconds()).hasSize(2);
        assertThat(Spread.of(figures.getLast().seconds()).min()).isPositive();
        assertThat(figures.getLast().lines(true, false)).singleElement().extracting(Result::note).asString()
                .contains("off by 0.0e+00");
        assertThat(progress).filteredOn(line -> line.contains("broken")).hasSize(1);
    }

    @Test
    void peersAreFoundByTheirProperties() throws IOException {
        peer("alpha", """
                main = org.example.Alpha
                modes = inf1,stream_step
                openmp = true
                flags = -Da=${folder}/target
                environment = X=1 Y=${folder}
                """);
        peer("beta", """
                main = org.example.Beta
                modes = train_step
                quick = train_step
                """);
        Files.createDirectories(folder.resolve("alpha/target/classes"));
        Files.writeString(folder.resolve("alpha/target/class-path.txt"), "a.jar:b.jar\n");

        List<PeerFolder> peers = PeerFolder.in(folder);

        assertThat(peers).extracting(PeerFolder::name).containsExactly("alpha", "beta");
        assertThat(peers.getLast().missing()).get().asString().contains("not built");
        List<Contestant> contestants = peers.getFirst().contestants(false);
        assertThat(contestants).extracting(Contestant::name).containsExactly("alpha", "alpha-passive");
        Path alpha = folder.resolve("alpha").toAbsolutePath().normalize();
        assertThat(contestants.getFirst().command()).contains("-Da=" + alpha + "/target", "org.example.Alpha");
        assertThat(contestants.getFirst().environment()).isEqualTo(Map.of("X", "1", "Y", alpha.toString()));
        assertThat(contestants.getLast().environment()).containsEntry("OMP_WAIT_POLICY", "PASSIVE");
        assertThat(contestants.getLast().can(new Task(Workload.ALL.getFirst(), Mode.INF1, 1))).isFalse();
        assertThat(contestants.getLast().can(new Task(Workload.ALL.getFirst(), Mode.INF1, 2))).isTrue();
        assertThat(peers.getFirst().contestants(true).getFirst().modes()).isEmpty();
    }

    @Test
    void optionsOfTheComparisonAreTakenOut() {
        PeerOptions options = PeerOptions.parse("--peers", "--only", "libtorch,djl", "--workloads", "W1", "--pairs",
                "3");

        assertThat(options.pairs()).isEqualTo(3);
        assertThat(options.only()).containsExactlyInAnyOrder("libtorch", "djl");
        assertThat(options.rest()).containsExactly("--workloads", "W1");
        assertThat(PeerOptions.parse("--peers").pairs()).isEqualTo(5);
        assertThat(PeerOptions.parse("--peers", "--quick").pairs()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--peers --pairs 0|expected 1 to 1000; received 0",
        "--peers --pairs|--pairs has no value",
        "--peers --only gamma|no such peer; expected alpha; received gamma",
        "--peers --workloads W9|no such workload",
        "--peers --fast|unknown argument --fast"
    })
    void refusesArgumentsItDoesNotUnderstand(String arguments, String message) throws IOException {
        peer("alpha", "main = org.example.Alpha\n");

        int code = PeerBench.run(stream(out), stream(err), folder, arguments.split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains(message).hasLineCount(1);
    }

    @Test
    void whereOnlyMemoryIsAskedForTrainingAndInferenceAreLookedAt() {
        List<Task> tasks = PeerBench.tasks(
                BenchOptions.parse("--modes", "memory_mb", "--workloads", "W1", "--threads-list", "1"));

        assertThat(tasks).extracting(Task::text)
                .containsExactly("W1 train_step on 1 thread", "W1 inf1 on 1 thread");
        assertThat(PeerBench.tasks(BenchOptions.parse("--modes", "first_step,process", "--threads-list", "2")))
                .extracting(Task::text).containsExactly("W1 process on 2 threads");
    }

    private void peer(String name, String properties) throws IOException {
        Files.createDirectories(folder.resolve(name));
        Files.writeString(folder.resolve(name).resolve("peer.properties"), properties);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
