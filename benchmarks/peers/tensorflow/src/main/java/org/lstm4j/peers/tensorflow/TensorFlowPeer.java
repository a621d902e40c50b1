package org.lstm4j.peers.tensorflow;

import org.lstm4j.benchmarks.protocol.Inference;
import org.lstm4j.benchmarks.protocol.Peer;
import org.lstm4j.benchmarks.protocol.PeerProcess;
import org.lstm4j.benchmarks.protocol.Training;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.ConfigProto;

/// The process that measures TensorFlow-Java.
public final class TensorFlowPeer implements Peer {

    private int threads = 1;

    private TensorFlowPeer() {}

    public static void main(String[] arguments) {
        PeerProcess.run(new TensorFlowPeer(), arguments);
    }

    @Override
    public String version() {
        return "TensorFlow " + TensorFlow.version() + "; raw BlockLSTMV2; " + threads + " threads";
    }

    @Override
    public void useThreads(int count) {
        threads = count;
    }

    private ConfigProto settings() {
        return ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(threads)
                .setInterOpParallelismThreads(threads)
                .build();
    }

    @Override
    public Training training(Workload workload, Weights weights, int batch) {
        return new GraphTraining(workload, weights, batch, settings());
    }

    @Override
    public Inference inference(Workload workload, Weights weights, int sequences) {
        return new GraphInference(workload, weights, sequences, settings());
    }

    @Override
    public Inference streaming(Workload workload, Weights weights) {
        return new GraphStreaming(workload, weights, settings());
    }
}
