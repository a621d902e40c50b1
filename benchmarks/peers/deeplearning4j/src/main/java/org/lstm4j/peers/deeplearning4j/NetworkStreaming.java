package org.lstm4j.peers.deeplearning4j;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.lstm4j.benchmarks.protocol.Inference;
import org.lstm4j.benchmarks.protocol.Workload;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/// `rnnTimeStep`, which keeps the state inside the network.
final class NetworkStreaming implements Inference {

    private final MultiLayerNetwork network;
    private final Workload workload;
    private INDArray input;
    private INDArray output;

    NetworkStreaming(MultiLayerNetwork network, Workload workload) {
        this.network = network;
        this.workload = workload;
        this.input = Nd4j.zeros(1, workload.features(), 1);
        this.output = Nd4j.zeros(1, 1);
    }

    @Override
    public void load(float[] given) {
        input = Arrays.sequences(given, 1, workload);
    }

    @Override
    public void run() {
        output = network.rnnTimeStep(input);
    }

    @Override
    public void read(float[] answers) {
        answers[0] = output.getFloat(0);
    }
}
