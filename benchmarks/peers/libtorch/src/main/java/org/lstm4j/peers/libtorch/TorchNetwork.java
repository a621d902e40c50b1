package org.lstm4j.peers.libtorch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LSTMOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.T_TensorT_TensorTensor_T_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;

/// LSTM and Linear with given weights. libtorch keeps two biases for each gate: the first begins as ours, the second as zero.
///
/// Sequences are time-major, the library's default.
final class TorchNetwork {

    private static final int ARRAYS_OF_A_LAYER = 4;

    private final Workload workload;
    private final LSTMImpl lstm;
    private final LinearImpl dense;
    private final TensorVector lstmParameters;

    TorchNetwork(Workload workload, Weights weights) {
        this.workload = workload;
        try (LSTMOptions options = new LSTMOptions(workload.features(), workload.units())) {
            options.num_layers().put(workload.layers());
            this.lstm = new LSTMImpl(options);
        }
        this.dense = new LinearImpl(workload.units(), 1);
        this.lstmParameters = lstm.parameters();
        load(weights);
    }

    Workload workload() {
        return workload;
    }

    LSTMImpl lstm() {
        return lstm;
    }

    /// All that is trained.
    TensorVector parameters() {
        TensorVector all = new TensorVector(lstmParameters.get());
        all.push_back(dense.weight());
        all.push_back(dense.bias());
        return all;
    }

    /// `[batch]` of `[steps, batch, features]`.
    Tensor forward(Tensor inputs) {
        return answer(lstm.forward(inputs));
    }

    /// Dense(1) on the last layer's last hidden state.
    Tensor answer(T_TensorT_TensorTensor_T_T result) {
        Tensor hidden = result.get1().get0();
        return dense.forward(hidden.select(0, workload.layers() - 1)).squeeze(1);
    }

    private void load(Weights weights) {
        try (NoGradGuard _ = new NoGradGuard()) {
            for (int index = 0; index < workload.layers(); index++) {
                Weights.Layer layer = weights.layers().get(index);
                write(lstmParameters.get((long) ARRAYS_OF_A_LAYER * index), layer.inputWeights());
                write(lstmParameters.get((long) ARRAYS_OF_A_LAYER * index + 1), layer.recurrentWeights());
                write(lstmParameters.get((long) ARRAYS_OF_A_LAYER * index + 2), layer.bias());
                write(lstmParameters.get((long) ARRAYS_OF_A_LAYER * index + 3), new float[layer.bias().length]);
            }
            write(dense.weight(), weights.denseWeights());
            write(dense.bias(), weights.denseBias());
        }
    }

    /// The weights as they are, the two biases added.
    Weights weights() {
        return arrays(TorchNetwork::read, true);
    }

    /// The gradients; each of the two biases has that of their sum.
    Weights gradients() {
        return arrays(parameter -> read(parameter.grad()), false);
    }

    private Weights arrays(Function<Tensor, float[]> source, boolean addBiases) {
        List<Weights.Layer> layers = new ArrayList<>();
        for (int index = 0; index < workload.layers(); index++) {
            long first = (long) ARRAYS_OF_A_LAYER * index;
            float[] bias = source.apply(lstmParameters.get(first + 2));
            if (addBiases) {
                float[] second = source.apply(lstmParameters.get(first + 3));
                for (int unit = 0; unit < bias.length; unit++) {
                    bias[unit] += second[unit];
                }
            }
            layers.add(new Weights.Layer(source.apply(lstmParameters.get(first)),
                    source.apply(lstmParameters.get(first + 1)), bias));
        }
        return new Weights(layers, source.apply(dense.weight()), source.apply(dense.bias()));
    }

    /// Overwrites a tensor, whose elements lie one after another.
    static void write(Tensor tensor, float[] data) {
        try (FloatPointer pointer = tensor.data_ptr_float()) {
            pointer.put(data, 0, data.length);
        }
    }

    static float[] read(Tensor tensor) {
        float[] data = new float[Math.toIntExact(tensor.numel())];
        read(tensor, data);
        return data;
    }

    static void read(Tensor tensor, float[] data) {
        try (Tensor packed = tensor.contiguous(); FloatPointer pointer = packed.data_ptr_float()) {
            pointer.get(data, 0, data.length);
        }
    }
}
