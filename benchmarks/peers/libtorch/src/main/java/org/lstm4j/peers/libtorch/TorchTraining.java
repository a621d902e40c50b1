package org.lstm4j.peers.libtorch;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.lstm4j.benchmarks.protocol.Layouts;
import org.lstm4j.benchmarks.protocol.Training;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;

/// The training loop of libtorch's tutorial.
final class TorchTraining implements Training {

    private static final double LEARNING_RATE = 0.001;

    private final TorchNetwork network;
    private final Adam adam;
    private final Tensor inputs;
    private final Tensor targets;
    private final int batch;

    TorchTraining(TorchNetwork network, int batch) {
        Workload workload = network.workload();
        this.network = network;
        this.batch = batch;
        this.adam = new Adam(network.parameters(), new AdamOptions(LEARNING_RATE)); // β and ε by default as ours
        this.inputs = torch.zeros(workload.steps(), batch, workload.features());
        this.targets = torch.zeros(batch);
    }

    @Override
    public void load(float[] given, float[] wanted) {
        Workload workload = network.workload();
        TorchNetwork.write(inputs, Layouts.timeMajor(given, batch, workload.steps(), workload.features()));
        TorchNetwork.write(targets, wanted);
    }

    @Override
    public double step() {
        try (PointerScope _ = new PointerScope()) {
            double loss = backward();
            adam.step();
            return loss;
        }
    }

    @Override
    public Weights gradients() {
        try (PointerScope _ = new PointerScope()) {
            backward();
            return network.gradients();
        }
    }

    private double backward() {
        adam.zero_grad();
        Tensor loss = torch.mse_loss(network.forward(inputs), targets);
        loss.backward();
        return loss.item_float();
    }

    @Override
    public Weights weights() {
        return network.weights();
    }
}
