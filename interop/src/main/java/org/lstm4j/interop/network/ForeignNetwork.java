package org.lstm4j.interop.network;

import java.util.List;
import org.lstm4j.model.FileFaults;
import org.lstm4j.nn.Sequential;
import org.lstm4j.tensor.Shape;

/// The layers of a foreign model in a row.
///
/// @param input the shape of one sample
/// @param layers at least one
public record ForeignNetwork(Shape input, List<ForeignLayer> layers) {

    public ForeignNetwork {
        layers = List.copyOf(layers);
    }

    /// Makes our network of it, with the weights of the file.
    ///
    /// @throws org.lstm4j.ModelFileException when weights are missing, of other sizes than their layer needs, left over or not finite
    public Sequential build(FileFaults faults) {
        ForeignWeights weights = new ForeignWeights(layers, faults);
        try {
            Sequential network = Sequential.input(input).addAll(layers.stream().map(ForeignLayer::spec).toList())
                    .restore(0, weights);
            weights.requireAllTaken();
            return network;
        } catch (IllegalArgumentException e) {
            throw faults.unusable(e);
        }
    }
}
