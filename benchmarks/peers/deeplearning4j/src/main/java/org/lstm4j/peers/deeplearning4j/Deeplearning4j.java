package org.lstm4j.peers.deeplearning4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lstm4j.benchmarks.protocol.Inference;
import org.lstm4j.benchmarks.protocol.Measured;
import org.lstm4j.benchmarks.protocol.Peer;
import org.lstm4j.benchmarks.protocol.PeerProcess;
import org.lstm4j.benchmarks.protocol.Training;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;
import org.nd4j.linalg.factory.Nd4j;

/// The process that measures Deeplearning4j.
public final class Deeplearning4j implements Peer {

    private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";

    /// Much of it is Java that has to be compiled: a step of 85 ms after half a second took 30 ms after eight.
    private static final double WARM_UP_SECONDS = 10;

    private final long start = System.nanoTime();

    private Deeplearning4j() {}

    public static void main(String[] arguments) {
        // before anything of ND4J is loaded: the fastest of its builds that this processor can run
        System.setProperty(EXTENSION, hasAvx512() ? "-avx512" : "-avx2");
        PeerProcess.run(new Deeplearning4j(), arguments);
    }

    private static boolean hasAvx512() {
        try {
            return Files.readString(Path.of("/proc/cpuinfo")).contains(" avx512f ");
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public String version() {
        return "Deeplearning4j 1.0.0-M2.1; " + System.getProperty(EXTENSION, "").substring(1) + "; OpenBLAS; "
                + Nd4j.getEnvironment().maxThreads() + " threads";
    }

    @Override
    public void useThreads(int threads) {
        Nd4j.getEnvironment().setMaxThreads(threads);
        Nd4j.getEnvironment().setMaxMasterThreads(threads);
    }

    @Override
    public boolean settled(Measured call) {
        return (System.nanoTime() - start) / 1e9 > WARM_UP_SECONDS;
    }

    @Override
    public Training training(Workload workload, Weights weights, int batch) {
        return new NetworkTraining(LstmNetwork.of(workload, weights, false), workload, batch);
    }

    @Override
    public Inference inference(Workload workload, Weights weights, int sequences) {
        return new NetworkInference(LstmNetwork.of(workload, weights, false), workload, sequences);
    }

    @Override
    public Inference streaming(Workload workload, Weights weights) {
        return new NetworkStreaming(LstmNetwork.of(workload, weights, true), workload);
    }
}
