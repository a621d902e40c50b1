package org.lstm4j.peers.libtorch;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.T_TensorT_TensorTensor_T_T;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.lstm4j.benchmarks.protocol.Inference;
import org.lstm4j.benchmarks.protocol.Workload;

/// One step of one sequence at a time; the state that a step gives goes into the next.
final class TorchStreaming implements Inference {

    private final TorchNetwork network;
    private final InferenceMode mode = new InferenceMode(true);
    private final Tensor input;
    private Tensor output;
    private Tensor hidden;
    private Tensor cell;

    TorchStreaming(TorchNetwork network) {
        Workload workload = network.workload();
        this.network = network;
        this.input = torch.zeros(1, 1, workload.features());
        this.output = torch.zeros(1);
        this.hidden = torch.zeros(workload.layers(), 1, workload.units());
        this.cell = torch.zeros(workload.layers(), 1, workload.units());
    }

    @Override
    public void load(float[] given) {
        TorchNetwork.write(input, given);
    }

    @Override
    public void run() {
        try (PointerScope _ = new PointerScope()) {
            T_TensorT_TensorTensor_T_T result = network.lstm().forward(input, new T_TensorTensor_T(hidden, cell));
            T_TensorTensor_T state = result.get1();
            Tensor[] ended = {output, hidden, cell};
            // these outlive the scope; the state's tensors are copies of handles that belong to the result
            output = network.answer(result).retainReference();
            hidden = new Tensor(state.get0()).retainReference();
            cell = new Tensor(state.get1()).retainReference();
            for (Tensor tensor : ended) {
                tensor.close();
            }
        }
    }

    @Override
    public void read(float[] answers) {
        TorchNetwork.read(output, answers);
    }

    @Override
    public void close() {
        output.close();
        hidden.close();
        cell.close();
        input.close();
        mode.close();
    }
}
