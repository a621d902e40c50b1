package org.lstm4j.interop.pytorch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.interop.network.LayerSettings;
import org.lstm4j.interop.network.MappedLayer;
import org.lstm4j.interop.network.Mapping;
import org.lstm4j.interop.network.MappingFile;
import org.lstm4j.interop.network.WeightlessLayer;
import org.lstm4j.model.Quoted;
import org.lstm4j.nn.Activation;

/// Makes a network of the modules that a mapping names, in its order and with its settings.
final class MappedStateDict {

    private final StateDictNetwork network;
    private final ModuleNames names;
    private final Map<String, List<TorchModule>> left;

    MappedStateDict(StateDictNetwork network, ModuleNames names, Map<String, List<TorchModule>> modules) {
        this.network = network;
        this.names = names;
        this.left = new LinkedHashMap<>(modules);
    }

    /// @throws IllegalArgumentException when the mapping cannot be understood
    /// @throws org.lstm4j.ConfigurationException when it does not fit the modules
    ImportedModel read(MappingFile file) {
        Mapping mapping = Mapping.of(file);
        List<ForeignLayer> layers = new ArrayList<>();
        List<TorchModule> used = new ArrayList<>();
        for (MappedLayer mapped : mapping.layers()) {
            LayerSettings settings = mapped.read();
            if (mapped.weights().isEmpty() && !left.containsKey("")) {
                layers.add(WeightlessLayer.of(mapped, settings));
            } else {
                TorchModule module = module(mapped);
                used.add(module);
                layers(mapped, module, settings).forEach(layer -> layers.add(layer.withName(mapped.name())));
            }
            settings.requireAllTaken();
        }
        if (!left.isEmpty() || used.isEmpty()) {
            throw file.wrong("it leaves out weights of the file", "a layer for each",
                    "none for " + left.keySet().stream().map(Quoted::of).toList());
        }
        network.requireAllUsed();
        network.requireNoSteps(file);
        boolean sequences = used.stream().anyMatch(RecurrentModule.class::isInstance);
        return network.build(mapping, used.getFirst(), sequences, layers);
    }

    private TorchModule module(MappedLayer mapped) {
        List<TorchModule> readings = left.remove(names.shortened(mapped.weights()));
        if (readings == null) {
            throw mapped.wrong("names weights that the file has not, or that a layer before it has",
                    "one of " + left.keySet().stream().map(Quoted::of).toList(), Quoted.of(mapped.weights()));
        }
        List<TorchModule> fitting = readings.stream()
                .filter(module -> mapped.kind().isEmpty() || mapped.kind().equals(kind(module))).toList();
        List<String> kinds = readings.stream().map(MappedStateDict::kind).toList();
        if (fitting.isEmpty() && !MappedLayer.KINDS.contains(mapped.kind())) {
            throw mapped.unknownKind();
        }
        if (fitting.isEmpty()) {
            throw mapped.wrong("has weights of another kind", kinds.toString(), Quoted.of(mapped.kind()));
        }
        if (fitting.size() > 1) {
            throw mapped.wrong("needs a \"kind\", because its weights can be those of several", "one of " + kinds,
                    "none");
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
            case TorchModule.BatchNorm _ -> "batch_normalization";
            case TorchModule.Embedding _ -> "embedding";
        };
    }

    private List<ForeignLayer> layers(MappedLayer mapped, TorchModule module, LayerSettings settings) {
        return switch (module) {
            case RecurrentModule recurrent -> recurrent(mapped, recurrent, settings);
            case TorchModule.Linear linear -> List.of(
                    TorchLayers.linear(linear, settings.activation("activation",
                            Objects.requireNonNullElse(network.said(linear.prefix()), Activation.LINEAR))));
            case TorchModule.LayerNorm norm -> List.of(
                    TorchLayers.norm(norm, settings.number("epsilon", TorchLayers.EPSILON)));
            case TorchModule.BatchNorm norm -> TorchLayers.norm(norm,
                    settings.number("epsilon", TorchLayers.EPSILON));
            case TorchModule.Embedding embedding -> List.of(TorchLayers.embedding(embedding));
        };
    }

    /// Of both directions, the last step of the output is something else than where each direction ends.
    private List<ForeignLayer> recurrent(MappedLayer mapped, RecurrentModule recurrent, LayerSettings settings) {
        if (recurrent.bidirectional() && !settings.has("return_sequences")) {
            throw mapped.wrong("does not say which steps of both directions go on",
                    "\"return_sequences\": true, and then {\"kind\": \"last_step\"} for output[:, -1]; or false for h_n, where"
                            + " each direction ends",
                    "neither");
        }
        boolean every = settings.flag("return_sequences", false);
        boolean said = recurrent.cell() == RecurrentModule.Cell.RNN && settings.has("activation");
        return recurrent.layers(every,
                said ? settings.activation("activation", Activation.TANH) : network.ofRnn(recurrent));
    }
}
