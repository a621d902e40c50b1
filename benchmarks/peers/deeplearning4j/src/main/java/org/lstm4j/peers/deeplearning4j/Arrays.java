package org.lstm4j.peers.deeplearning4j;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.lstm4j.benchmarks.protocol.Layouts;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/// Java arrays to ND4J's and back.
///
/// Weights of an LSTM are `[inputs, 4H]` and `[H, 4H]`, gates in the order candidate, forget, output, input; sequences are
/// `[batch, inputs, steps]`. Parameters are named by the number of their layer and a letter: `0_W`, `0_RW`, `0_b`.
final class Arrays {

    private static final String GATES = "gfoi";

    private Arrays() {}

    static void write(MultiLayerNetwork network, Weights weights, Workload workload) {
        int units = workload.units();
        for (int index = 0; index < workload.layers(); index++) {
            Weights.Layer layer = weights.layers().get(index);
            assign(network, index + "_W", columns(layer.inputWeights(), workload.inputsOf(index)));
            assign(network, index + "_RW", columns(layer.recurrentWeights(), units));
            assign(network, index + "_b", Layouts.gates(layer.bias(), Layouts.GATES, GATES));
        }
        assign(network, workload.layers() + "_W", weights.denseWeights());
        assign(network, workload.layers() + "_b", weights.denseBias());
    }

    private static void assign(MultiLayerNetwork network, String name, float[] data) {
        INDArray parameter = network.getParam(name);
        parameter.assign(Nd4j.create(data, parameter.shape(), 'c'));
    }

    private static float[] columns(float[] rows, int width) {
        return Layouts.transpose(Layouts.gates(rows, Layouts.GATES, GATES), rows.length / width, width);
    }

    private static float[] rows(float[] columns, int width) {
        return Layouts.gates(Layouts.transpose(columns, width, columns.length / width), GATES, Layouts.GATES);
    }

    /// Weights or gradients.
    ///
    /// @param source finds an array by the name of its parameter
    /// @param scale what every element is multiplied by
    static Weights read(Function<String, INDArray> source, Workload workload, float scale) {
        List<Weights.Layer> layers = new ArrayList<>();
        for (int index = 0; index < workload.layers(); index++) {
            layers.add(new Weights.Layer(
                    rows(floats(source.apply(index + "_W"), scale), workload.inputsOf(index)),
                    rows(floats(source.apply(index + "_RW"), scale), workload.units()),
                    Layouts.gates(floats(source.apply(index + "_b"), scale), GATES, Layouts.GATES)));
        }
        return new Weights(layers, floats(source.apply(workload.layers() + "_W"), scale),
                floats(source.apply(workload.layers() + "_b"), scale));
    }

    static float[] floats(INDArray array, float scale) {
        float[] data = array.dup('c').data().asFloat();
        for (int index = 0; index < data.length; index++) {
            data[index] *= scale;
        }
        return data;
    }

    /// `[sequences, steps, features]` as `[sequences, features, steps]`.
    static INDArray sequences(float[] inputs, int sequences, Workload workload) {
        int steps = workload.steps();
        int features = workload.features();
        float[] ordered = new float[inputs.length];
        for (int sequence = 0; sequence < sequences; sequence++) {
            for (int step = 0; step < steps; step++) {
                for (int feature = 0; feature < features; feature++) {
                    ordered[(sequence * features + feature) * steps
                            + step] = inputs[(sequence * steps + step) * features + feature];
                }
            }
        }
        return Nd4j.create(ordered, new long[]{sequences, features, steps}, 'c');
    }
}
