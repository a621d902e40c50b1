package org.lstm4j.peers.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.List;
import java.util.Map;
import org.lstm4j.benchmarks.protocol.Inference;
import org.lstm4j.benchmarks.protocol.Workload;

/// Single steps: two pairs of state tensors take turns, one read and the other written, so that the state is never copied.
final class OnnxStreaming implements Inference {

    private final OrtSession session;
    private final BoundTensor input;
    private final BoundTensor output;
    private final List<Map<String, OnnxTensor>> inputs;
    private final List<Map<String, OnnxTensor>> outputs;
    private int turn;

    OnnxStreaming(OrtEnvironment environment, OrtSession session, Workload workload) throws OrtException {
        this.session = session;
        this.input = BoundTensor.of(environment, 1, 1, workload.features());
        this.output = BoundTensor.of(environment, 1, 1);
        OnnxTensor[] states = new OnnxTensor[4];
        for (int index = 0; index < states.length; index++) {
            states[index] = BoundTensor.of(environment, 1, 1, workload.units()).tensor();
        }
        this.inputs = List.of(read(states[0], states[1]), read(states[2], states[3]));
        this.outputs = List.of(write(states[2], states[3]), write(states[0], states[1]));
    }

    private Map<String, OnnxTensor> read(OnnxTensor hidden, OnnxTensor cell) {
        return Map.of(OnnxModel.INPUT, input.tensor(), OnnxModel.HIDDEN_IN, hidden, OnnxModel.CELL_IN, cell);
    }

    private Map<String, OnnxTensor> write(OnnxTensor hidden, OnnxTensor cell) {
        return Map.of(OnnxModel.OUTPUT, output.tensor(), OnnxModel.HIDDEN_OUT, hidden, OnnxModel.CELL_OUT, cell);
    }

    @Override
    public void load(float[] given) {
        input.floats().put(0, given);
    }

    @Override
    public void run() {
        try (OrtSession.Result _ = session.run(inputs.get(turn), outputs.get(turn))) {
            turn = 1 - turn;
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void read(float[] answers) {
        output.floats().get(0, answers);
    }
}
