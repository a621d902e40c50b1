package org.lstm4j.benchmarks;

import java.util.SplittableRandom;
import org.lstm4j.benchmarks.protocol.Measured;
import org.lstm4j.benchmarks.protocol.Mode;
import org.lstm4j.benchmarks.protocol.Workload;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.LstmPass;
import org.lstm4j.nn.LstmState;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SequentialPass;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.Optimizer;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.TrainingStep;

/// Makes what is measured inside this JVM: networks, batches of fixed random numbers, and one call of the public API.
final class Subjects {

    private static final long SEED = 7;
    private static final double LEARNING_RATE = 0.001;
    private static final int LARGE_BATCH = 64;

    private Subjects() {}

    /// One call of what `mode` measures of `workload`.
    ///
    /// @throws IllegalArgumentException when the mode is measured in a JVM of its own
    static Measured of(Workload workload, Mode mode, Compute compute) {
        return switch (mode) {
            case TRAIN_STEP -> trainingStep(workload, compute);
            case INF1 -> inference(workload, 1, compute);
            case INF64 -> inference(workload, LARGE_BATCH, compute);
            case STREAM_STEP -> streamStep(workload, compute);
            case PROCESS, MEMORY_MB, FIRST_STEP ->
                throw new IllegalArgumentException(mode.label() + " is measured in a JVM of its own");
        };
    }

    /// Floating-point operations of one call, by the nominal formula; backward counts twice the forward.
    static double work(Workload workload, Mode mode) {
        return switch (mode) {
            case TRAIN_STEP -> 3 * workload.forwardWork(workload.batch());
            case INF64 -> workload.forwardWork(LARGE_BATCH);
            case INF1, STREAM_STEP -> workload.forwardWork(1);
            case PROCESS, MEMORY_MB, FIRST_STEP -> Double.NaN;
        };
    }

    static Measured trainingStep(Workload workload, Compute compute) {
        Sequential network = Networks.of(workload);
        Shape batch = network.inputShape().withBatch(workload.batch());
        Tensor inputs = random(batch);
        Tensor targets = random(network.outputShape().withBatch(workload.batch()));
        Optimizer adam = new Adam(LEARNING_RATE).create(network.parameters());
        TrainingStep step = new TrainingStep(
                network, batch, new MeanSquaredError(), adam, Double.POSITIVE_INFINITY, compute);
        return () -> step.run(inputs, targets);
    }

    private static Measured inference(Workload workload, int sequences, Compute compute) {
        Sequential network = Networks.of(workload);
        Shape batch = network.inputShape().withBatch(sequences);
        Tensor inputs = random(batch);
        SequentialPass pass = network.newPass(batch, PassMode.INFERENCE, compute);
        return () -> pass.forward(inputs).data()[0];
    }

    private static Measured streamStep(Workload workload, Compute compute) {
        Sequential network = Networks.of(workload);
        Shape batch = network.inputShape().withBatch(1);
        SequentialPass pass = network.newPass(batch, PassMode.INFERENCE, compute);
        if (!(pass.layers().getFirst() instanceof LstmPass lstm)) {
            throw new IllegalStateException("the first layer of " + workload.name() + " is no LSTM");
        }
        LayerPass head = pass.layers().getLast();
        Tensor input = random(batch);
        LstmState state = LstmState.zeros(1, workload.units());
        return () -> {
            Tensor hidden = lstm.forward(input, state);
            lstm.finalState(state);
            return head.forward(hidden).data()[0];
        };
    }

    private static Tensor random(Shape shape) {
        Tensor tensor = Tensor.zeros(shape);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int index = 0; index < tensor.data().length; index++) {
            tensor.data()[index] = (float) random.nextDouble(-1, 1);
        }
        return tensor;
    }
}
