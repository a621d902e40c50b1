package org.lstm4j.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lstm4j.benchmarks.Networks;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;
import org.lstm4j.nn.Dense;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.recurrent.Lstm;

/// A network of ours whose weights go in and out as the benchmark's protocol wants them.
///
/// @param network LSTM layers, then Dense(1)
record OwnNetwork(Sequential network) {

    /// With initial weights of its own.
    static OwnNetwork of(Workload workload) {
        return new OwnNetwork(Networks.of(workload));
    }

    /// With these weights, which are copied.
    static OwnNetwork of(Workload workload, Weights weights) {
        OwnNetwork own = of(workload);
        for (int index = 0; index < weights.layers().size(); index++) {
            Weights.Layer given = weights.layers().get(index);
            Lstm lstm = own.lstms().get(index);
            copy(given.inputWeights(), lstm.weights().inputWeights());
            copy(given.recurrentWeights(), lstm.weights().recurrentWeights());
            copy(given.bias(), lstm.weights().bias());
        }
        copy(weights.denseWeights(), own.dense().weights());
        copy(weights.denseBias(), own.dense().bias());
        return own;
    }

    /// Copies of the weights.
    Weights weights() {
        return arrays(Parameter::value);
    }

    /// Copies of the gradients.
    Weights gradients() {
        return arrays(Parameter::gradient);
    }

    private Weights arrays(Function<Parameter, float[]> source) {
        List<Weights.Layer> layers = new ArrayList<>();
        for (Lstm lstm : lstms()) {
            layers.add(new Weights.Layer(
                    source.apply(lstm.weights().inputWeights()).clone(),
                    source.apply(lstm.weights().recurrentWeights()).clone(),
                    source.apply(lstm.weights().bias()).clone()));
        }
        return new Weights(layers, source.apply(dense().weights()).clone(), source.apply(dense().bias()).clone());
    }

    private List<Lstm> lstms() {
        List<Lstm> lstms = new ArrayList<>();
        for (Layer layer : network.layers()) {
            if (layer instanceof Lstm lstm) {
                lstms.add(lstm);
            }
        }
        return lstms;
    }

    private Dense dense() {
        if (network.layers().getLast() instanceof Dense dense) {
            return dense;
        }
        throw new IllegalStateException("the last layer is no Dense: " + network);
    }

    private static void copy(float[] source, Parameter target) {
        System.arraycopy(source, 0, target.value(), 0, target.value().length);
    }
}
