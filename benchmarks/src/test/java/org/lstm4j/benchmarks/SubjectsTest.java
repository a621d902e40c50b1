package org.lstm4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.benchmarks.protocol.Measured;
import org.lstm4j.benchmarks.protocol.Mode;
import org.lstm4j.benchmarks.protocol.Workload;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;

/// What is timed must be the same work: every implementation gives the same bits on every workload, scaled down.
class SubjectsTest {

    private static final int STEPS = 4;

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"TRAIN_STEP", "INF1", "INF64", "STREAM_STEP"})
    void allImplementationsGiveTheSameBits(Mode mode) {
        List<Implementation> implementations = Implementation.available();
        assertThat(implementations).extracting(Implementation::name).containsExactly("lstm4j", "lstm4j-scalar");
        for (Workload workload : Workload.ALL) {
            if (mode.suits(workload)) {
                double[] vector = run(implementations.getFirst(), workload.scaledDown(), mode);
                double[] scalar = run(implementations.getLast(), workload.scaledDown(), mode);
                assertThat(vector).as(workload.name()).isEqualTo(scalar);
            }
        }
    }

    @Test
    void trainingStepsLowerTheLossAndStreamedStepsMoveTheState() {
        Implementation scalar = Implementation.available().getLast();

        double[] losses = run(scalar, Workload.ALL.getFirst(), Mode.TRAIN_STEP);
        double[] outputs = run(scalar, Workload.ALL.getLast().scaledDown(), Mode.STREAM_STEP);

        assertThat(losses[STEPS - 1]).isLessThan(losses[0]);
        assertThat(outputs[1]).isNotEqualTo(outputs[0]);
    }

    @Test
    void nominalWorkFollowsTheFormula() {
        // W5: two layers, so that the second reads the first's hidden states
        assertThat(Subjects.work(Workload.ALL.get(4), Mode.TRAIN_STEP))
                .isEqualTo(3.0 * 2 * 168 * 32 * ((16 + 256) + (256 + 256)) * 4 * 256);
        assertThat(Subjects.work(Workload.ALL.getFirst(), Mode.INF64)).isEqualTo(2.0 * 10 * 64 * 51 * 200);
    }

    private static double[] run(Implementation implementation, Workload workload, Mode mode) {
        try (WorkerPool pool = new WorkerPool(2)) {
            Measured measured = Subjects.of(workload, mode, new Compute(implementation.kernels(), pool));
            double[] values = new double[STEPS];
            for (int step = 0; step < STEPS; step++) {
                values[step] = measured.run();
            }
            return values;
        }
    }
}
