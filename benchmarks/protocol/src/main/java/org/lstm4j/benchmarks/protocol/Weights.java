package org.lstm4j.benchmarks.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The weights of LSTM layers and Dense(1), oriented as in PyTorch, gates in the order i, f, g, o; or their gradients.
///
/// @param layers the LSTM layers, first to last
/// @param denseWeights `[units]`
/// @param denseBias `[1]`
@SuppressWarnings("ArrayRecordComponent") // shared on purpose: they are as large as networks
public record Weights(List<Layer> layers, float[] denseWeights, float[] denseBias) {

    public Weights {
        layers = List.copyOf(layers);
    }

    /// One LSTM layer; the arrays are shared.
    ///
    /// @param inputWeights `[4H, inputs]`
    /// @param recurrentWeights `[4H, H]`
    /// @param bias `[4H]`
    @SuppressWarnings("ArrayRecordComponent") // shared on purpose: they are as large as networks
    public record Layer(float[] inputWeights, float[] recurrentWeights, float[] bias) {}

    /// All arrays with their names and shapes, in a fixed order.
    ///
    /// @param prefix of the names
    public List<NamedArray> arrays(String prefix, Workload workload) {
        int units = workload.units();
        List<NamedArray> arrays = new ArrayList<>();
        for (int index = 0; index < layers.size(); index++) {
            Layer layer = layers.get(index);
            String name = prefix + index;
            arrays.add(new NamedArray(
                    name + ".inputWeights", layer.inputWeights(), 4 * units, workload.inputsOf(index)));
            arrays.add(new NamedArray(name + ".recurrentWeights", layer.recurrentWeights(), 4 * units, units));
            arrays.add(new NamedArray(name + ".bias", layer.bias(), 4 * units));
        }
        arrays.add(new NamedArray(prefix + "dense.weights", denseWeights, units));
        arrays.add(new NamedArray(prefix + "dense.bias", denseBias, 1));
        return arrays;
    }

    /// Puts weights together from arrays under the names that [#arrays] gives them.
    static Weights of(String prefix, Workload workload, Function<String, float[]> source) {
        List<Layer> layers = new ArrayList<>();
        for (int index = 0; index < workload.layers(); index++) {
            String name = prefix + index;
            layers.add(new Layer(source.apply(name + ".inputWeights"), source.apply(name + ".recurrentWeights"),
                    source.apply(name + ".bias")));
        }
        return new Weights(layers, source.apply(prefix + "dense.weights"), source.apply(prefix + "dense.bias"));
    }
}
