package org.lstm4j.forecast.esrnn;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.GaussianNoiseSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.recurrent.DilatedSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.tensor.Shape;

/// The network that all series share: blocks of dilated LSTM layers, with a way around each block but the first, and a dense layer that
/// gives all steps ahead at once.
///
/// @param hidden units of every LSTM layer, at least 1
/// @param dilations of the layers of each block, from the lowest on
/// @param denseLayers dense layers with tanh between the blocks and the output, 0 or more; Smyl has none or one
/// @param noise standard deviation of what is added to the inputs in training, 0 or more
public record EsRnnNetwork(int hidden, List<List<Integer>> dilations, int denseLayers, double noise) {

    public EsRnnNetwork {
        dilations = dilations.stream().map(List::copyOf).toList();
        require(hidden >= 1, "LSTM layers need at least 1 unit, but have " + hidden);
        require(areDilations(dilations), "every block needs at least one layer with a dilation of 1 or more, but the"
                + " dilations are " + dilations + "; give some, such as [[1, 4], [24, 168]]");
        require(denseLayers >= 0, "there can be 0 or more dense layers, but not " + denseLayers);
        require(noise >= 0 && noise < Double.POSITIVE_INFINITY,
                "the noise on inputs must be 0 or more and finite, but was " + noise);
    }

    private static boolean areDilations(List<List<Integer>> blocks) {
        return !blocks.isEmpty()
                && blocks.stream().noneMatch(List::isEmpty)
                && blocks.stream().flatMap(List::stream).allMatch(dilation -> dilation >= 1);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    public EsRnnNetwork withHidden(int other) {
        return new EsRnnNetwork(other, dilations, denseLayers, noise);
    }

    public EsRnnNetwork withDilations(List<List<Integer>> other) {
        return new EsRnnNetwork(hidden, other, denseLayers, noise);
    }

    public EsRnnNetwork withDenseLayers(int other) {
        return new EsRnnNetwork(hidden, dilations, other, noise);
    }

    public EsRnnNetwork withNoise(double other) {
        return new EsRnnNetwork(hidden, dilations, denseLayers, other);
    }

    /// The network with initial weights, for windows one after the other: `[windows, features]` to `[windows, outputs]`.
    Sequential build(int windows, WindowFrame frame, long seed) {
        return Sequential.input(Shape.sequence(windows, frame.features())).addAll(layers(frame.outputs())).build(seed);
    }

    private List<LayerSpec> layers(int outputs) {
        List<LayerSpec> layers = new ArrayList<>();
        if (noise > 0) {
            layers.add(new GaussianNoiseSpec((float) noise));
        }
        LstmSpec lstm = new LstmSpec(hidden).withReturnSequences(true);
        dilations.getFirst().forEach(dilation -> layers.add(new DilatedSpec(lstm, dilation)));
        for (List<Integer> block : dilations.subList(1, dilations.size())) {
            layers.add(ResidualSpec.around(block.stream()
                    .map(dilation -> new DilatedSpec(lstm, dilation))
                    .toArray(LayerSpec[]::new)));
        }
        for (int layer = 0; layer < denseLayers; layer++) {
            layers.add(new DenseSpec(hidden).withActivation(Activation.TANH));
        }
        layers.add(new DenseSpec(outputs));
        return layers;
    }
}
