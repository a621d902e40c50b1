package org.lstm4j.peers.libtorch;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.lstm4j.benchmarks.protocol.Inference;
import org.lstm4j.benchmarks.protocol.Layouts;
import org.lstm4j.benchmarks.protocol.Workload;

/// Forward in inference mode, which keeps nothing for a backward pass.
final class TorchInference implements Inference {

    private final TorchNetwork network;
    private final int sequences;
    private final InferenceMode mode = new InferenceMode(true);
    private final Tensor inputs;
    private Tensor outputs;

    TorchInference(TorchNetwork network, int sequences) {
        Workload workload = network.workload();
        this.network = network;
        this.sequences = sequences;
        this.inputs = torch.zeros(workload.steps(), sequences, workload.features());
        this.outputs = torch.zeros(sequences);
    }

    @Override
    public void load(float[] given) {
        Workload workload = network.workload();
        TorchNetwork.write(inputs, Layouts.timeMajor(given, sequences, workload.steps(), workload.features()));
    }

    @Override
    public void run() {
        outputs.close();
        try (PointerScope _ = new PointerScope()) {
            outputs = network.forward(inputs).retainReference(); // outlives the scope
        }
    }

    @Override
    public void read(float[] answers) {
        TorchNetwork.read(outputs, answers);
    }

    @Override
    public void close() {
        outputs.close();
        inputs.close();
        mode.close();
    }
}
