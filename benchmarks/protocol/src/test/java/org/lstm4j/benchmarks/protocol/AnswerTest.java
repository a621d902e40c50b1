package org.lstm4j.benchmarks.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a process is told and what it answers survive the way through a command line and an output.
class AnswerTest {

    private static final Answer ANSWER = new Answer("library 1.2", "loss off by 0.0e+00",
            Optional.of(new Spread(0.25, 1.0 / 3, 0.5)), Optional.empty(), 123_456);

    @Test
    void isFoundAmongWhatLibrariesPrint() {
        List<String> lines = new ArrayList<>();
        lines.add("WARNING: something");
        lines.addAll(ANSWER.lines());
        lines.add("");
        lines.add("goodbye");

        assertThat(Answer.parse(lines)).contains(ANSWER);
        assertThat(Answer.reason(lines)).isEmpty();
    }

    @Test
    void isNotTakenFromHalfALine() {
        List<String> lines = new ArrayList<>(ANSWER.lines());

        assertThat(Answer.parse(lines.subList(0, lines.size() - 1))).isEmpty();
        lines.set(2, lines.get(2).substring(0, lines.get(2).length() - 5));
        assertThat(Answer.parse(lines)).isEmpty();
    }

    @Test
    void hasNoCommasAndOneLineForEachThing() {
        Answer answer = new Answer("a, b\nc", "fine", Optional.empty(), Optional.of(new Spread(1, 1, 1)), -1);

        assertThat(Answer.parse(answer.lines())).get().extracting(Answer::version).isEqualTo("a; b c");
        assertThat(Answer.reason(List.of("x", Answer.failure("check: loss\nis 3")))).contains("check: loss is 3");
    }

    @Test
    void anAssignmentSurvivesTheCommandLine() {
        Assignment assignment = new Assignment(Workload.ALL.get(4), Mode.INF64, 3, Path.of("a folder", "W5.reference"),
                new SamplePace(0.3, 2, 5, 0.1), true);

        assertThat(Assignment.parse(assignment.arguments().toArray(String[]::new))).isEqualTo(assignment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--mode train_step", "--workload W1:1x2x3 --mode train_step",
        "--workload W1:1x2x3x4x5 --mode x"})
    void anAssignmentThatIsNotWholeIsRefused(String arguments) {
        assertThatThrownBy(() -> Assignment.parse(arguments.split(" "))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPaceNeedsSamples() {
        assertThatThrownBy(() -> new SamplePace(1, 1, 0, 1)).hasMessageContaining("0 samples");
        assertThatThrownBy(() -> SamplePace.parse("1:2")).hasMessageContaining("received 1:2");
    }
}
