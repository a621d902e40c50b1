package org.lstm4j.benchmarks;

import org.lstm4j.benchmarks.protocol.Measured;
import org.lstm4j.benchmarks.protocol.Mode;
import org.lstm4j.benchmarks.protocol.Workload;
import org.lstm4j.compute.Compute;
import org.lstm4j.inference.PredictionStream;
import org.lstm4j.inference.Predictor;
import org.lstm4j.inference.PredictorPass;
import org.lstm4j.inference.WeightFormat;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.Optimizer;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.TrainingStep;

/// Makes what is measured inside this JVM: networks, batches of fixed random numbers, and one call of the public API.
final class Subjects {

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
        Tensor inputs = Inputs.random(batch);
        Tensor targets = Inputs.random(network.outputShape().withBatch(workload.batch()));
        Optimizer adam = new Adam(LEARNING_RATE).create(network.parameters());
        TrainingStep step = new TrainingStep(
                network, batch, new MeanSquaredError(), adam, Double.POSITIVE_INFINITY, compute);
        return () -> step.run(inputs, targets);
    }

    private static Measured inference(Workload workload, int sequences, Compute compute) {
        Predictor predictor = Predictor.of(Networks.of(workload), WeightFormat.FLOAT32, compute);
        Tensor inputs = Inputs.random(predictor.inputShape().withBatch(sequences));
        PredictorPass pass = predictor.newPass(inputs.shape());
        return () -> pass.forward(inputs).data()[0];
    }

    private static Measured streamStep(Workload workload, Compute compute) {
        PredictionStream stream = Predictor.of(Networks.of(workload), WeightFormat.FLOAT32, compute).newStream(1);
        Tensor input = Inputs.random(Shape.vector(workload.features()).withBatch(1));
        return () -> stream.step(input).data()[0];
    }
}
