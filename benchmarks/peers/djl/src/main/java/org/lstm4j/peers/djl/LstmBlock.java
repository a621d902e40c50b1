package org.lstm4j.peers.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.LSTM;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;

/// LSTM, its last step, Linear. Parameters stand in PyTorch's order: for each layer the weights of the inputs and of the state,
/// then a bias of each, of which the second begins as zero.
final class LstmBlock {

    private static final int ARRAYS_OF_A_LAYER = 4;

    private LstmBlock() {}

    /// Takes `[batch, steps, features]`, gives `[batch, 1]`.
    static Block of(Workload workload) {
        return new SequentialBlock()
                .add(LSTM.builder().setStateSize(workload.units()).setNumLayers(workload.layers())
                        .optBatchFirst(true).optHasBiases(true).optReturnState(false).build())
                .add(list -> new NDList(list.head().get(new NDIndex(":, -1"))))
                .add(Linear.builder().setUnits(1).build());
    }

    static void write(Block block, Workload workload, Weights weights) {
        List<Parameter> parameters = parameters(block);
        int at = 0;
        for (int index = 0; index < workload.layers(); index++) {
            Weights.Layer layer = weights.layers().get(index);
            parameters.get(at++).getArray().set(layer.inputWeights());
            parameters.get(at++).getArray().set(layer.recurrentWeights());
            parameters.get(at++).getArray().set(layer.bias());
            parameters.get(at++).getArray().set(new float[layer.bias().length]);
        }
        parameters.get(at++).getArray().set(weights.denseWeights());
        parameters.get(at).getArray().set(weights.denseBias());
    }

    /// The weights as they are, the two biases added.
    static Weights weights(Block block, Workload workload) {
        return read(block, workload, Parameter::getArray, true);
    }

    /// The gradients; each of the two biases has that of their sum.
    static Weights gradients(Block block, Workload workload) {
        return read(block, workload, parameter -> parameter.getArray().getGradient(), false);
    }

    private static Weights read(
            Block block, Workload workload, Function<Parameter, NDArray> source, boolean addBiases) {
        List<float[]> arrays = new ArrayList<>();
        for (Parameter parameter : parameters(block)) {
            try (NDArray array = source.apply(parameter).duplicate()) {
                arrays.add(array.toFloatArray());
            }
        }
        List<Weights.Layer> layers = new ArrayList<>();
        for (int index = 0; index < workload.layers(); index++) {
            int at = ARRAYS_OF_A_LAYER * index;
            float[] bias = arrays.get(at + 2);
            if (addBiases) {
                for (int unit = 0; unit < bias.length; unit++) {
                    bias[unit] += arrays.get(at + 3)[unit];
                }
            }
            layers.add(new Weights.Layer(arrays.get(at), arrays.get(at + 1), bias));
        }
        return new Weights(layers, arrays.get(arrays.size() - 2), arrays.getLast());
    }

    private static List<Parameter> parameters(Block block) {
        return block.getParameters().values();
    }
}
