package org.lstm4j.interop.pytorch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.interop.network.LayerSettings;
import org.lstm4j.interop.network.MappedLayer;
import org.lstm4j.interop.network.Mapping;
import org.lstm4j.interop.network.WeightlessLayer;
import org.lstm4j.model.FileFaults;
import org.lstm4j.model.Quoted;
import org.lstm4j.nn.Activation;

/// Makes a network of the modules that a mapping names, in its order and with its settings.
final class MappedStateDict {

    private final StateDictNetwork network;
    private final Map<String, List<TorchModule>> left;
    private final FileFaults faults;

    MappedStateDict(StateDictNetwork network, Map<String, List<TorchModule>> modules, FileFaults faults) {
        this.network = network;
        this.left = new LinkedHashMap<>(modules);
        this.faults = faults;
    }

    ImportedModel read(Mapping mapping) {
        return MappingFault.of(faults, mapping, this::network);
    }

    private ImportedModel network(Mapping mapping) {
        List<ForeignLayer> layers = new ArrayList<>();
        List<TorchModule> used = new ArrayList<>();
        for (MappedLayer mapped : mapping.layers()) {
            LayerSettings settings = mapped.read();
            if (mapped.weights().isEmpty() && !left.containsKey("")) {
                layers.add(WeightlessLayer.of(mapped.kind(), settings));
            } else {
                TorchModule module = module(mapped);
                used.add(module);
                layers.addAll(layers(module, settings));
            }
            settings.requireAllTaken();
        }
        if (!left.isEmpty() || used.isEmpty()) {
            throw new IllegalArgumentException(
                    "it leaves out the weights " + left.keySet().stream().map(Quoted::of).toList()
                            + "; every tensor of the file must belong to a layer");
        }
        boolean sequences = used.stream().anyMatch(RecurrentModule.class::isInstance);
        return network.finish(used.getFirst(), sequences, mapping.steps(), layers);
    }

    private TorchModule module(MappedLayer mapped) {
        List<TorchModule> readings = left.remove(mapped.weights());
        if (readings == null) {
            throw new IllegalArgumentException("layer " + mapped.place() + " names the weights "
                    + Quoted.of(mapped.weights()) + ", but there are " + left.keySet().stream().map(Quoted::of).toList()
                    + ", each to be named once");
        }
        List<TorchModule> fitting = readings.stream()
                .filter(module -> mapped.kind().isEmpty() || mapped.kind().equals(kind(module))).toList();
        if (fitting.isEmpty()) {
            throw new IllegalArgumentException("layer " + mapped.place() + " is to be of kind '" + mapped.kind()
                    + "', but its weights are those of " + readings.stream().map(MappedStateDict::kind).toList());
        }
        if (fitting.size() > 1) {
            throw new IllegalArgumentException(
                    "layer " + mapped.place() + " needs a \"kind\": its weights can be those of "
                            + fitting.stream().map(MappedStateDict::kind).toList());
        }
        return fitting.getFirst();
    }

    private static String kind(TorchModule module) {
        return switch (module) {
            case RecurrentModule recurrent -> switch (recurrent.cell()) {
                case LSTM -> "lstm";
                case GRU -> "gru";
                case RNN -> "simple_rnn";
            };
            case TorchModule.Linear _ -> "dense";
            case TorchModule.LayerNorm _ -> "layer_normalization";
            case TorchModule.Embedding _ -> "embedding";
        };
    }

    private static List<ForeignLayer> layers(TorchModule module, LayerSettings settings) {
        return switch (module) {
            case RecurrentModule recurrent -> recurrent.layers(settings.flag("return_sequences", false),
                    recurrent.cell() == RecurrentModule.Cell.RNN
                            ? settings.activation("activation", Activation.TANH)
                            : Activation.TANH);
            case TorchModule.Linear linear -> List.of(
                    TorchLayers.linear(linear, settings.activation("activation", Activation.LINEAR)));
            case TorchModule.LayerNorm norm -> List.of(
                    TorchLayers.norm(norm, settings.number("epsilon", TorchLayers.EPSILON)));
            case TorchModule.Embedding embedding -> List.of(TorchLayers.embedding(embedding));
        };
    }
}
