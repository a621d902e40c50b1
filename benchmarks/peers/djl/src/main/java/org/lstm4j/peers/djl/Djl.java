package org.lstm4j.peers.djl;

import ai.djl.engine.Engine;
import org.lstm4j.benchmarks.protocol.Inference;
import org.lstm4j.benchmarks.protocol.Peer;
import org.lstm4j.benchmarks.protocol.PeerProcess;
import org.lstm4j.benchmarks.protocol.Training;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;

/// The process that measures DJL.
public final class Djl implements Peer {

    private int threads = 1;

    private Djl() {}

    public static void main(String[] arguments) {
        PeerProcess.run(new Djl(), arguments);
    }

    @Override
    public String version() {
        Engine engine = Engine.getInstance();
        return "DJL " + Engine.getDjlVersion() + "; " + engine.getEngineName() + " " + engine.getVersion() + "; "
                + threads + " threads";
    }

    /// Before the engine is loaded, which reads these properties.
    @Override
    public void useThreads(int count) {
        threads = count;
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(count));
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    }

    @Override
    public Training training(Workload workload, Weights weights, int batch) {
        return new BlockTraining(workload, weights, batch);
    }

    @Override
    public Inference inference(Workload workload, Weights weights, int sequences) {
        return new BlockInference(workload, weights, sequences);
    }
}
