package org.lstm4j.peers.deeplearning4j;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.lstm4j.benchmarks.protocol.Training;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/// `fit` on one batch.
final class NetworkTraining implements Training {

    private final MultiLayerNetwork network;
    private final Workload workload;
    private final int batch;
    private INDArray inputs;
    private INDArray targets;

    NetworkTraining(MultiLayerNetwork network, Workload workload, int batch) {
        this.network = network;
        this.workload = workload;
        this.batch = batch;
        this.inputs = Nd4j.zeros(batch, workload.features(), workload.steps());
        this.targets = Nd4j.zeros(batch, 1);
    }

    @Override
    public void load(float[] given, float[] wanted) {
        inputs = Arrays.sequences(given, batch, workload);
        targets = Nd4j.create(wanted, new long[]{batch, 1}, 'c');
    }

    @Override
    public double step() {
        network.fit(inputs, targets);
        return network.score();
    }

    /// The library divides by the batch only when it updates: these are sums over the batch until then.
    @Override
    public Weights gradients() {
        network.setInput(inputs);
        network.setLabels(targets);
        network.computeGradientAndScore();
        return Arrays.read(network.gradient().gradientForVariable()::get, workload, 1f / batch);
    }

    @Override
    public Weights weights() {
        return Arrays.read(network::getParam, workload, 1);
    }
}
