package org.lstm4j.benchmarks.peers;

import java.util.Map;
import java.util.OptionalDouble;
import org.lstm4j.benchmarks.protocol.Mode;
import org.lstm4j.benchmarks.protocol.Workload;

/// What we mean to reach: how many times as fast as the fastest peer, and how little memory.
final class Goal {

    private static final String BF16 = "lstm4j-bf16";
    /// In the order of [Workload#ALL]; 0 where nothing is promised.
    private static final Map<Mode, double[]> TIMES = Map.of(
            Mode.TRAIN_STEP, new double[]{2.2, 1.4, 1.5, 1.2, 1.5, 1.15},
            Mode.INF1, new double[]{3, 1.6, 1.1, 1.1, 1.05, 1.05},
            Mode.INF64, new double[]{1.6, 1.1, 1.1, 1.02, 1.05, 1.05},
            Mode.STREAM_STEP, new double[]{0, 0, 0, 0, 0, 0, 5},
            Mode.PROCESS, new double[]{2});
    private static final double[] INF1_BF16 = {0, 1.8, 1.5, 1.6, 1.5, 1.6};

    private static final double TRAINING_MEGABYTES = 360;
    private static final double INFERENCE_MEGABYTES = 170;

    private Goal() {}

    /// How many times as fast as the fastest peer.
    ///
    /// @param implementation ours: `lstm4j`, `lstm4j-bf16`
    static OptionalDouble times(String implementation, Task task) {
        double[] goals = implementation.equals(BF16)
                ? task.mode() == Mode.INF1 ? INF1_BF16 : new double[0]
                : TIMES.getOrDefault(task.mode(), new double[0]);
        int place = place(task.workload());
        return place < 0 || place >= goals.length || goals[place] == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(goals[place]);
    }

    /// The most memory, in MB, that our process may hold; promised for W1 to W5.
    static OptionalDouble megabytes(Task task) {
        int place = place(task.workload());
        if (place < 0 || place > 4) {
            return OptionalDouble.empty();
        }
        return switch (task.mode()) {
            case TRAIN_STEP -> OptionalDouble.of(TRAINING_MEGABYTES);
            case INF1, INF64 -> OptionalDouble.of(INFERENCE_MEGABYTES);
            case STREAM_STEP, PROCESS, MEMORY_MB, FIRST_STEP -> OptionalDouble.empty();
        };
    }

    private static int place(Workload workload) {
        for (int place = 0; place < Workload.ALL.size(); place++) {
            if (Workload.ALL.get(place).name().equals(workload.name())) {
                return place;
            }
        }
        return -1;
    }
}
