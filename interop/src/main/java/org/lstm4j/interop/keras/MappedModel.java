package org.lstm4j.interop.keras;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lstm4j.interop.hdf5.Hdf5Dataset;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ForeignNetwork;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportOptions.Steps;
import org.lstm4j.interop.network.Mapping;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.LastStepSpec;

/// Translates weights that a [Mapping] gives their layers: each layer becomes one of Keras, whose kind and sizes the shapes of its weights
/// tell.
final class MappedModel {

    private static final List<String> RECURRENT = List.of("LSTM", "GRU", "SimpleRNN", "Bidirectional");

    private final ImportOptions options;
    private final List<MappedWeights> layers = new ArrayList<>();
    private final Set<String> taken = new LinkedHashSet<>();
    private final List<String> assumptions = new ArrayList<>();

    private MappedModel(Mapping mapping, KerasFile file, ImportOptions options) {
        this.options = options;
        mapping.layers().forEach(layer -> layers.add(MappedWeights.of(layer, file, taken)));
    }

    /// @throws IllegalArgumentException when the mapping does not fit the weights
    static KerasModel.Result translate(JsonObject json, KerasFile file, ImportOptions options) {
        Mapping mapping = Mapping.of(json);
        MappedModel model = new MappedModel(mapping, file, options);
        ForeignNetwork network = model.network(mapping.steps() > 0 ? mapping.steps() : options.lookback());
        model.noteLeft(file.weights().datasets());
        return new KerasModel.Result(network, model.assumptions);
    }

    private ForeignNetwork network(int steps) {
        MappedWeights first = layers.stream().filter(MappedWeights::hasWeights).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no layer of the mapping has weights"));
        boolean ofIndices = first.className().equals("Embedding");
        Sample input = ofIndices ? Sample.of(Math.max(1, steps)) : Sample.of(Math.max(1, steps), first.inputs());
        if (steps == 0) {
            assumptions
                    .add("Samples of 1 step were assumed for the network's description. Give the mapping 'steps', or a"
                            + " lookback.");
        }
        List<ForeignLayer> all = new ArrayList<>();
        Sample sample = input;
        for (int place = 0; place < layers.size(); place++) {
            MappedWeights layer = layers.get(place);
            Translated translated = layer.className().equals("last_step")
                    ? new Translated(List.of(ForeignLayer.of("last_step", new LastStepSpec())),
                            sample.step())
                    : LayerTranslation.translate(keras(layer, place), sample, layer.weights());
            all.addAll(translated.layers());
            sample = translated.sample();
        }
        return new ForeignNetwork(InputShape.shape(input, ofIndices), all);
    }

    private KerasLayer keras(MappedWeights layer, int place) {
        boolean everyStep = isRecurrent(layer) && returnsSequences(layer, place);
        return layer.keras(everyStep, options.activations().get(layer.layer().weights()));
    }

    /// A recurrent layer gives all steps to another one, and the last one to what follows, if nothing else is said.
    private boolean returnsSequences(MappedWeights layer, int place) {
        List<MappedWeights> later = layers.subList(place + 1, layers.size());
        if (later.stream().anyMatch(MappedModel::isRecurrent)) {
            return true;
        }
        if (later.stream().anyMatch(next -> next.className().equals("last_step")) || options.steps() == Steps.ALL) {
            return true;
        }
        if (options.steps() == null && !layer.layer().settings().containsKey("return_sequences")) {
            assumptions.add(
                    "What follows the last recurrent layer was taken to read its last step. Choose steps, or give that"
                            + " layer 'return_sequences' in the mapping.");
        }
        return false;
    }

    private static boolean isRecurrent(MappedWeights layer) {
        return RECURRENT.contains(layer.className());
    }

    private void noteLeft(List<Hdf5Dataset> datasets) {
        List<String> left = datasets.stream().map(Hdf5Dataset::path).filter(path -> !taken.contains(path))
                .filter(path -> !path.startsWith("optimizer") && !path.contains("/seed_generator/")).limit(5).toList();
        if (!left.isEmpty()) {
            assumptions.add("These weights of the file are in no layer of the mapping: " + left + ".");
        }
    }
}
