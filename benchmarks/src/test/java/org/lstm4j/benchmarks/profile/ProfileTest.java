package org.lstm4j.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.benchmarks.protocol.Mode;
import org.lstm4j.benchmarks.protocol.Workload;

/// Every phase that a mode goes through has a row, and the rows are the whole.
class ProfileTest {

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"TRAIN_STEP", "INF1", "INF64"})
    void tellsThePhasesOfAModeApart(Mode mode) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Workload small = Workload.ALL.getFirst().scaledDown();
        new Profile(0.01).print(small, mode, new PrintStream(bytes, true, StandardCharsets.UTF_8));

        String table = bytes.toString(StandardCharsets.UTF_8);
        assertThat(table).startsWith("W1 " + mode.label()).contains(Phase.PRE_ACTIVATIONS.label(), Phase.GATES.label(),
                Phase.REST_OF_FORWARD.label());
        for (Phase phase : new Phase[]{Phase.THROUGH_WEIGHTS, Phase.WEIGHT_GRADIENT, Phase.OPTIMIZER}) {
            assertThat(table.contains(phase.label())).as(phase.label()).isEqualTo(mode == Mode.TRAIN_STEP);
        }
    }

    @Test
    void sharesAndPacesFollowFromTheTimes() {
        PhaseTimes times = new PhaseTimes();
        for (int step = 0; step < 2; step++) {
            times.add(Phase.PRE_ACTIVATIONS, 3_000_000);
            times.add(Phase.GATES, 1_000_000);
        }
        String table = Profile.table(Workload.ALL.getFirst(), Mode.INF64, times, 2, 60e6, 40);

        assertThat(table).contains("W1 inf64: 4.0000 ms, 15.0 GFLOP/s, 0.38 of the ceiling of 40.0")
                .containsPattern("forward: products +3.0000 +75.0% +20.0 +0.50 +1")
                .containsPattern("forward: gates and cells +1.0000 +25.0% +- +- +1")
                .doesNotContain("optimizer");
    }
}
