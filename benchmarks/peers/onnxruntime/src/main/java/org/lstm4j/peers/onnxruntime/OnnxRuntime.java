package org.lstm4j.peers.onnxruntime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import org.lstm4j.benchmarks.protocol.Inference;
import org.lstm4j.benchmarks.protocol.Peer;
import org.lstm4j.benchmarks.protocol.PeerProcess;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;

/// The process that measures ONNX Runtime, set up as its documentation advises: all optimisations, one pool of threads.
public final class OnnxRuntime implements Peer {

    private int threads = 1;

    private OnnxRuntime() {}

    public static void main(String[] arguments) {
        PeerProcess.run(new OnnxRuntime(), arguments);
    }

    @Override
    public String version() {
        return "ONNX Runtime " + OrtEnvironment.getEnvironment().getVersion() + "; " + threads + " threads";
    }

    @Override
    public void useThreads(int count) {
        threads = count;
    }

    @Override
    public Inference inference(Workload workload, Weights weights, int sequences) {
        return open(workload, weights, sequences, false);
    }

    @Override
    public Inference streaming(Workload workload, Weights weights) {
        return open(workload, weights, 1, true);
    }

    private Inference open(Workload workload, Weights weights, int sequences, boolean streaming) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            byte[] model = OnnxModel.of(workload, weights, sequences, streaming);
            OrtSession session = environment.createSession(model, options);
            return streaming
                    ? new OnnxStreaming(environment, session, workload)
                    : new OnnxInference(environment, session, workload, sequences);
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
