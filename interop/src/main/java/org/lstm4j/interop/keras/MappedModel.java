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
import org.lstm4j.interop.network.MappedLayer;
import org.lstm4j.interop.network.Mapping;
import org.lstm4j.interop.network.MappingFile;
import org.lstm4j.model.Quoted;
import org.lstm4j.nn.LastStepSpec;

/// Translates weights that a [Mapping] gives their layers: each layer becomes one of Keras, whose kind and sizes the shapes of its weights
/// tell.
final class MappedModel {

    private static final List<String> RECURRENT = List.of("LSTM", "GRU", "SimpleRNN", "Bidirectional");

    private final Mapping mapping;
    private final ImportOptions options;
    private final List<MappedWeights> layers = new ArrayList<>();
    private final Set<String> taken = new LinkedHashSet<>();
    private final List<String> assumptions = new ArrayList<>();

    private MappedModel(Mapping mapping, KerasFile file, ImportOptions options) {
        this.mapping = mapping;
        this.options = options;
        mapping.layers().forEach(layer -> layers.add(MappedWeights.of(layer, file, taken)));
    }

    /// @throws IllegalArgumentException when the mapping cannot be understood
    /// @throws org.lstm4j.ConfigurationException when it does not fit the weights
    static KerasModel.Result translate(MappingFile said, KerasFile file, ImportOptions options) {
        MappedModel model = new MappedModel(Mapping.of(said), file, options);
        model.requireActivationsUsed();
        ForeignNetwork network = model.network();
        model.noteLeft(file.weights().datasets());
        return new KerasModel.Result(network, model.assumptions);
    }

    private void requireActivationsUsed() {
        List<String> known = mapping.layers().stream().map(MappedLayer::weights).toList();
        options.activations().keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw mapping.file().wrong("it has no layer of the weights that --activation names", "one of " + known,
                    Quoted.of(name));
        });
    }

    private ForeignNetwork network() {
        MappedWeights first = layers.stream().filter(MappedWeights::hasWeights).findFirst()
                .orElseThrow(() -> mapping.file().wrong("no layer has weights", "\"weights\" of at least one", "none"));
        boolean ofIndices = first.className().equals("Embedding");
        int steps = steps();
        Sample input = ofIndices ? Sample.of(steps) : Sample.of(steps, first.inputs());
        List<ForeignLayer> all = new ArrayList<>();
        Sample sample = input;
        for (int place = 0; place < layers.size(); place++) {
            MappedWeights layer = layers.get(place);
            boolean lastStep = layer.className().equals("last_step");
            if (!lastStep) {
                Translated translated = LayerTranslation.translate(keras(layer, place), sample, layer.weights());
                all.addAll(translated.layers());
                sample = translated.sample();
            }
            if (lastStep || isLastOfBoth(layer, place)) {
                all.add(ForeignLayer.of(layer.layer().name(), new LastStepSpec()));
                sample = sample.step();
            }
        }
        return new ForeignNetwork(InputShape.shape(input, ofIndices), all);
    }

    private int steps() {
        int steps = options.lookback() > 0 ? options.lookback() : mapping.steps();
        if (steps == 0) {
            assumptions
                    .add("Samples of 1 step were assumed for the network's description. Give the mapping 'steps', or a"
                            + " lookback.");
        }
        return Math.max(1, steps);
    }

    private KerasLayer keras(MappedWeights layer, int place) {
        boolean everyStep = isRecurrent(layer) && (returnsSequences(layer, place) || isLastOfBoth(layer, place));
        return layer.keras(everyStep, options.activations().get(layer.layer().weights()));
    }

    /// Whether the output of both directions at the last step is asked for; the second direction of Keras' own last output ends at the first.
    private boolean isLastOfBoth(MappedWeights layer, int place) {
        return options.steps() == Steps.LAST && layer.className().equals("Bidirectional")
                && !layer.layer().settings().containsKey("return_sequences") && !returnsSequences(layer, place);
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
