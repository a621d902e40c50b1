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

    private static final String FIX = "change that where the model was made, and save it again";

    public ForeignNetwork {
        layers = List.copyOf(layers);
    }

    /// Makes our network of it, with the weights of the file.
    ///
    /// @throws org.lstm4j.ModelFileException when weights are missing, of other sizes than their layer needs, left over or not finite, or
    ///         a layer cannot take what the one before gives
    public Sequential build(FileFaults faults) {
        return build(faults, (what, expected, received) -> faults.unusable(what, expected, received, FIX));
    }

    /// The same, of layers that a mapping names.
    ///
    /// @throws org.lstm4j.ModelFileException when weights are not finite
    /// @throws org.lstm4j.ConfigurationException for all else that [#build(FileFaults)] refuses
    public Sequential build(FileFaults faults, MappingFile mapping) {
        return build(faults, mapping::wrong);
    }

    private Sequential build(FileFaults faults, Misfit misfit) {
        ForeignWeights weights = new ForeignWeights(layers, faults, misfit);
        try {
            Sequential network = Sequential.input(input).addAll(layers.stream().map(ForeignLayer::spec).toList())
                    .restore(0, weights);
            weights.requireAllTaken();
            return network;
        } catch (IllegalArgumentException e) {
            throw misfit.error(String.valueOf(e.getMessage()), "", "");
        }
    }
}
