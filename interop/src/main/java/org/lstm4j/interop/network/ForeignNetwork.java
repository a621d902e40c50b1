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

    /// Numbers that a network may have whatever the size of its file: layers that scale features are made of few.
    private static final long FREE = 1 << 22;
    private static final String FIX = "change that where the model was made, and save it again";

    public ForeignNetwork {
        layers = List.copyOf(layers);
    }

    /// Makes our network of it, with the weights of the file.
    ///
    /// @throws org.lstm4j.ModelFileException when weights are missing, of other sizes than their layer needs, left over or not finite, or
    ///         a layer cannot take what the one before gives
    ///
    /// @param bytes of the file, to which the size of the network is bound: tensors of a file may share their bytes, or be used again and again
    public Sequential build(FileFaults faults, long bytes) {
        requireRoom(faults, bytes);
        return build(faults, (what, expected, received) -> faults.unusable(what, expected, received, FIX));
    }

    /// The same, of layers that a mapping names.
    ///
    /// @param bytes of the file
    /// @throws org.lstm4j.ModelFileException when weights are not finite
    /// @throws org.lstm4j.ConfigurationException for all else that [#build(FileFaults, long)] refuses
    public Sequential build(FileFaults faults, long bytes, MappingFile mapping) {
        requireRoom(faults, bytes);
        return build(faults, mapping::wrong);
    }

    private void requireRoom(FileFaults faults, long bytes) {
        long most = FREE + bytes / 2; // the 16 bits of the smallest floating-point numbers
        long numbers = 0;
        try {
            for (ForeignLayer layer : layers) {
                for (ForeignWeight weight : layer.weights().values()) {
                    numbers = Math.addExact(numbers, weight.numbers());
                }
            }
        } catch (ArithmeticException _) {
            numbers = Long.MAX_VALUE;
        }
        if (numbers > most) {
            throw faults.unusable("its layers have more weights than the file has numbers", most + " at most",
                    Long.toString(numbers), "give each layer weights of its own");
        }
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
