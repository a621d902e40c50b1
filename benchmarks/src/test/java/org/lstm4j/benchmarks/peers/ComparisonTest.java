package org.lstm4j.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lstm4j.benchmarks.protocol.Answer;
import org.lstm4j.benchmarks.protocol.Mode;
import org.lstm4j.benchmarks.protocol.Result;
import org.lstm4j.benchmarks.protocol.Spread;
import org.lstm4j.benchmarks.protocol.Workload;

/// From what processes came to, to lines and the table of ratios.
class ComparisonTest {

    private static final Task W2 = new Task(Workload.ALL.get(1), Mode.TRAIN_STEP, 1);

    @Test
    void contestantsTakeTurnsRoundByRound() {
        assertThat(Turns.of(List.of("ours", "theirs"), 2)).containsExactly(
                new Turns.Turn<>(0, "ours"), new Turns.Turn<>(0, "theirs"),
                new Turns.Turn<>(1, "ours"), new Turns.Turn<>(1, "theirs"));
    }

    @Test
    void ratioIsFormedWithinARound() {
        // the machine became three times slower in the last round, for both
        Figures ours = figures("lstm4j", 1, 1, 3);
        Figures slow = figures("slow", 9, 9, 27);
        Figures fast = figures("fast", 1.6, 1.4, 4.5);

        Ratio ratio = Ratio.of(ours, List.of(ours, slow, fast)).orElseThrow();

        assertThat(ratio.fastest()).isEqualTo("fast");
        assertThat(ratio.times().median()).isCloseTo(1.5, within(1e-9));
        assertThat(ratio.times().min()).isCloseTo(1.4, within(1e-9));
        assertThat(ratio.times().max()).isCloseTo(1.6, within(1e-9));
        assertThat(ratio.bound()).isBetween(1.4, 1.5);
        assertThat(ratio.goal()).hasValue(1.4);
        assertThat(ratio.reached()).contains(true);
    }

    @Test
    void whoIsFarBehindAnotherPeerIsOut() {
        Figures ours = figures("lstm4j", 9, 9, 9);
        Figures slow = figures("slow", 1, 2.9, 2.9);
        Figures close = figures("close", 2.7, 9, 2.7);
        Figures fast = figures("fast", 2, 2, 2);

        assertThat(Elimination.after(List.of(ours, slow, close, fast, failed("broken")))).containsExactly(slow);
        assertThat(Elimination.after(List.of(ours, failed("broken")))).isEmpty();
    }

    @Test
    void whoIsOutIsNoLongerTheFastest() {
        Figures ours = figures("lstm4j", 1, 1, 3);
        Figures out = figures("out", 1.2, 1.2);
        Figures fast = figures("fast", 1, 1.5, 4.5);

        assertThat(Ratio.of(ours, List.of(ours, out, fast)).orElseThrow().fastest()).isEqualTo("fast");
    }

    @Test
    void aGoalIsNotReachedByLuck() {
        Figures ours = figures("lstm4j", 1, 1, 1);

        assertThat(Ratio.of(ours, List.of(figures("fast", 0.5, 1.5, 1.5))).orElseThrow().reached()).contains(false);
        assertThat(Ratio.of(ours, List.of(figures("fast", 1.3, 1.3, 1.3))).orElseThrow().reached()).contains(false);
    }

    @Test
    void whoFailedIsNotCompared() {
        Figures ours = figures("lstm4j", 1, 1, 1);
        Figures broken = failed("broken");

        assertThat(Ratio.of(ours, List.of(ours, broken))).isEmpty();
        assertThat(Ratio.of(failed("lstm4j"), List.of(figures("fast", 1, 1, 1)))).isEmpty();
        assertThat(broken.lines(true, true)).singleElement().extracting(Result::csv)
                .isEqualTo("broken,W2,train_step,1,n/a,n/a,n/a,failed: check: the loss is 3; expected 2");
    }

    @Test
    void linesTellTheBareCallTheCopiesAndTheMemory() {
        assertThat(figures("fast", 2, 1, 3).lines(true, true)).extracting(Result::csv).containsExactly(
                "fast,W2,train_step,1,2.00000,1.00000,3.00000,bare; fast 1; fine",
                "fast,W2,train_step,1,4.00000,2.00000,6.00000,with copies; fast 1; fine",
                "fast,W2,memory_mb,1,150.000,150.000,150.000,MB; peak resident memory of a process that measured train_step");
        assertThat(figures("fast", 2, 1, 3).lines(false, true)).hasSize(1);
    }

    @Test
    void tableNamesTheFastestTheGoalAndTheFailures() {
        Figures ours = figures("lstm4j", 1, 1, 1);
        Figures bf16 = figures("lstm4j-bf16", 0.5, 0.5, 0.5);
        List<Figures> all = List.of(ours, bf16, figures("slow", 3, 3, 3), figures("fast", 1.5, 1.5, 1.5),
                failed("broken"));

        List<String> lines = RatioTable.of(List.of(all), true, true).lines()
                .map(line -> line.replaceAll(" +", " ")).toList();

        assertThat(lines).contains(
                "lstm4j W2 train_step 1 fast 1.50 1.50 to 1.50 1.50 1.40 yes",
                "lstm4j-bf16 W2 train_step 1 fast 3.00 3.00 to 3.00 3.00 - -",
                "lstm4j W2 train_step 1 slow 150 150 to 150 150 360 yes",
                "broken, W2 train_step on 1 thread: failed: check: the loss is 3; expected 2");
    }

    @Test
    void aTasksRatiosAreSaidInALineEach() {
        Figures ours = figures("lstm4j", 1, 1, 2);
        Figures fast = figures("fast", 1.5, 1.2, 3.6);

        assertThat(RatioTable.lines(List.of(ours, fast, failed("broken")))).containsExactly(
                "W2 train_step on 1 thread: lstm4j is 1.50 (1.20 to 1.80) times as fast as fast, goal 1.40");
        assertThat(RatioTable.lines(List.of(ours, failed("broken")))).isEmpty();
    }

    @Test
    void goalsFollowTheWorkloads() {
        assertThat(Goal.times("lstm4j", new Task(Workload.ALL.get(5), Mode.TRAIN_STEP, 1))).hasValue(1.15);
        assertThat(Goal.times("lstm4j", new Task(Workload.ALL.getFirst(), Mode.INF1, 2))).hasValue(3);
        assertThat(Goal.times("lstm4j-bf16", new Task(Workload.ALL.getFirst(), Mode.INF1, 1))).isEmpty();
        assertThat(Goal.times("lstm4j-bf16", new Task(Workload.ALL.get(3), Mode.INF1, 1))).hasValue(1.6);
        assertThat(Goal.times("lstm4j", new Task(Workload.ALL.getLast(), Mode.STREAM_STEP, 1))).hasValue(5);
        assertThat(Goal.times("lstm4j", new Task(Workload.ALL.getFirst(), Mode.PROCESS, 1))).hasValue(2);
        assertThat(Goal.megabytes(new Task(Workload.ALL.get(4), Mode.INF64, 1))).hasValue(170);
        assertThat(Goal.megabytes(new Task(Workload.ALL.get(5), Mode.INF64, 1))).isEmpty();
    }

    private static Figures figures(String name, double... seconds) {
        Figures figures = new Figures(W2, contestant(name));
        for (double second : seconds) {
            figures.add(new Outcome.Success(new Answer(name + " 1", "fine", Optional.of(new Spread(second, 0, 9)),
                    Optional.of(new Spread(2 * second, 0, 9)), 150_000), 99));
        }
        return figures;
    }

    private static Figures failed(String name) {
        Figures figures = new Figures(W2, contestant(name));
        figures.add(new Outcome.Failure("check: the loss is 3; expected 2"));
        return figures;
    }

    private static Contestant contestant(String name) {
        return new Contestant(name, List.of("false"), Map.of(), PeerOptions.MODES, 1);
    }
}
