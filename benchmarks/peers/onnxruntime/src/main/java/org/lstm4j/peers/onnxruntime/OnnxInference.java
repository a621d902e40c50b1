package org.lstm4j.peers.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import org.lstm4j.benchmarks.protocol.Inference;
import org.lstm4j.benchmarks.protocol.Layouts;
import org.lstm4j.benchmarks.protocol.Workload;

/// Runs a session on tensors that are bound once.
final class OnnxInference implements Inference {

    private final OrtSession session;
    private final Workload workload;
    private final int sequences;
    private final BoundTensor input;
    private final BoundTensor output;
    private final Map<String, OnnxTensor> inputs;
    private final Map<String, OnnxTensor> outputs;

    OnnxInference(OrtEnvironment environment, OrtSession session, Workload workload, int sequences)
            throws OrtException {
        this.session = session;
        this.workload = workload;
        this.sequences = sequences;
        this.input = BoundTensor.of(environment, workload.steps(), sequences, workload.features());
        this.output = BoundTensor.of(environment, sequences, 1);
        this.inputs = Map.of(OnnxModel.INPUT, input.tensor());
        this.outputs = Map.of(OnnxModel.OUTPUT, output.tensor());
    }

    @Override
    public void load(float[] given) {
        float[] ordered = sequences == 1
                ? given
                : Layouts.timeMajor(given, sequences, workload.steps(), workload.features());
        input.floats().put(0, ordered);
    }

    @Override
    public void run() {
        try (OrtSession.Result _ = session.run(inputs, outputs)) {
            // the answer is in the bound output
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void read(float[] answers) {
        output.floats().get(0, answers);
    }
}
