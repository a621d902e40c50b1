package org.lstm4j.benchmarks.peers;

import java.util.OptionalDouble;
import org.lstm4j.benchmarks.protocol.Training;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.Optimizer;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.TrainingStep;

/// Our training step.
final class OwnTraining implements Training {

    private static final double LEARNING_RATE = 0.001;

    private final OwnNetwork own;
    private final Compute compute;
    private final TrainingStep step;
    private final Tensor inputs;
    private final Tensor targets;
    /// Of a step that has run but was not asked for yet.
    private OptionalDouble firstLoss = OptionalDouble.empty();

    OwnTraining(OwnNetwork own, int batch, Compute compute) {
        Sequential network = own.network();
        Shape shape = network.inputShape().withBatch(batch);
        this.own = own;
        this.compute = compute;
        Optimizer adam = new Adam(LEARNING_RATE).create(network.parameters());
        this.step = new TrainingStep(
                network, shape, new MeanSquaredError(), adam, Double.POSITIVE_INFINITY, compute);
        this.inputs = Tensor.zeros(shape);
        this.targets = Tensor.zeros(network.outputShape().withBatch(batch));
    }

    @Override
    public void load(float[] given, float[] wanted) {
        System.arraycopy(given, 0, inputs.data(), 0, given.length);
        System.arraycopy(wanted, 0, targets.data(), 0, wanted.length);
    }

    @Override
    public double step() {
        if (firstLoss.isPresent()) {
            double loss = firstLoss.getAsDouble();
            firstLoss = OptionalDouble.empty();
            return loss;
        }
        return step.run(inputs, targets);
    }

    /// Runs the first step, which leaves its gradients: a pass of its own would double the memory that is measured.
    @Override
    public Weights gradients() {
        firstLoss = OptionalDouble.of(step.run(inputs, targets));
        return own.gradients();
    }

    @Override
    public Weights weights() {
        return own.weights();
    }

    @Override
    public void close() {
        compute.close();
    }
}
