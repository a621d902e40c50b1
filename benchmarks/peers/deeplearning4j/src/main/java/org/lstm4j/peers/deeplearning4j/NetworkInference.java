package org.lstm4j.peers.deeplearning4j;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.lstm4j.benchmarks.protocol.Inference;
import org.lstm4j.benchmarks.protocol.Workload;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/// `output` outside training.
final class NetworkInference implements Inference {

    private final MultiLayerNetwork network;
    private final Workload workload;
    private final int sequences;
    private INDArray inputs;
    private INDArray outputs;

    NetworkInference(MultiLayerNetwork network, Workload workload, int sequences) {
        this.network = network;
        this.workload = workload;
        this.sequences = sequences;
        this.inputs = Nd4j.zeros(sequences, workload.features(), workload.steps());
        this.outputs = Nd4j.zeros(sequences, 1);
    }

    @Override
    public void load(float[] given) {
        inputs = Arrays.sequences(given, sequences, workload);
    }

    @Override
    public void run() {
        outputs = network.output(inputs, false);
    }

    @Override
    public void read(float[] answers) {
        System.arraycopy(Arrays.floats(outputs, 1), 0, answers, 0, answers.length);
    }
}
