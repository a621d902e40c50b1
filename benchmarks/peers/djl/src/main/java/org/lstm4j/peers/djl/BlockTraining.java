package org.lstm4j.peers.djl;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import org.lstm4j.benchmarks.protocol.Training;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;

/// The training loop of DJL's documentation. Its L2 loss is half the mean squared error unless a weight of 1 is asked for.
final class BlockTraining implements Training {

    private static final float LEARNING_RATE = 0.001f;

    private final Workload workload;
    private final Block block;
    private final Model model;
    private final Trainer trainer;
    private final Loss loss = Loss.l2Loss("mse", 1);
    private final NDArray inputs;
    private final NDArray targets;

    BlockTraining(Workload workload, Weights weights, int batch) {
        this.workload = workload;
        this.block = LstmBlock.of(workload);
        this.model = Model.newInstance("lstm", Device.cpu());
        model.setBlock(block);
        Adam adam = Adam.builder().optLearningRateTracker(Tracker.fixed(LEARNING_RATE)).build(); // β and ε as ours
        this.trainer = model.newTrainer(
                new DefaultTrainingConfig(loss).optOptimizer(adam).optDevices(new Device[]{Device.cpu()}));
        Shape shape = new Shape(batch, workload.steps(), workload.features());
        trainer.initialize(shape);
        LstmBlock.write(block, workload, weights);
        this.inputs = trainer.getManager().zeros(shape);
        this.targets = trainer.getManager().zeros(new Shape(batch, 1));
    }

    @Override
    public void load(float[] given, float[] wanted) {
        inputs.set(given);
        targets.set(wanted);
    }

    @Override
    public double step() {
        double value;
        try (NDScope _ = new NDScope()) {
            value = backward();
        }
        trainer.step(); // outside the scope: the first step makes Adam's averages, which have to last
        return value;
    }

    @Override
    public Weights gradients() {
        try (NDScope _ = new NDScope()) {
            backward();
            return LstmBlock.gradients(block, workload);
        }
    }

    private double backward() {
        try (GradientCollector collector = trainer.newGradientCollector()) {
            NDArray value = loss.evaluate(new NDList(targets), trainer.forward(new NDList(inputs)));
            collector.backward(value);
            return value.getFloat();
        }
    }

    @Override
    public Weights weights() {
        return LstmBlock.weights(block, workload);
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
