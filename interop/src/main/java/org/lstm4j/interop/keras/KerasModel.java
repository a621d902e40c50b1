package org.lstm4j.interop.keras;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ForeignNetwork;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.json.JsonValue;

/// Translates the configuration of a model, Sequential or Functional.
final class KerasModel {

    private static final int DEEPEST = 16;

    private final InputShape inputs;
    private final List<String> assumptions = new ArrayList<>();

    private KerasModel(ImportOptions options) {
        inputs = new InputShape(options, assumptions);
    }

    /// A model in our layers.
    ///
    /// @param assumptions what was taken for granted
    record Result(ForeignNetwork network, List<String> assumptions) {}

    /// @throws IllegalArgumentException when something is not understood; the message names the layer and its setting
    static Result translate(KerasLayer model, ModelWeights weights, ImportOptions options) {
        KerasModel translation = new KerasModel(options);
        ForeignNetwork network = switch (model.className()) {
            case "Sequential" -> translation.sequential(model, weights);
            case "Functional", "Model" -> new FunctionalModel(translation, translation.inputs, translation.assumptions)
                    .translate(model, weights);
            default -> throw new IllegalArgumentException(model.title() + " is no Sequential or Functional model, and"
                    + " what it computes is code that is not in the file");
        };
        weights.requireAllTaken();
        return new Result(network, List.copyOf(translation.assumptions));
    }

    private ForeignNetwork sequential(KerasLayer model, ModelWeights weights) {
        List<KerasLayer> layers = layers(model);
        boolean ofIndices = readsIndices(layers);
        Sample input = inputs.sample(model.name(), inputShape(model, layers), ofIndices);
        Translated translated = chain(layers, weights, input, 0);
        noteMask(translated.sample(), assumptions);
        return new ForeignNetwork(InputShape.shape(input, ofIndices), translated.layers());
    }

    static void noteMask(Sample output, List<String> assumptions) {
        if (output.masked()) {
            assumptions.add(
                    "The model answers at masked steps too: lstm4j's recurrent layers say 0 there, Keras repeats the"
                            + " answer before unless zero_output_for_mask is set. These answers do not count.");
        }
    }

    private static boolean readsIndices(List<KerasLayer> layers) {
        return layers.stream().filter(layer -> !layer.className().equals("InputLayer")).findFirst()
                .filter(layer -> layer.className().equals("Embedding")).isPresent();
    }

    private static List<KerasLayer> layers(KerasLayer model) {
        List<KerasLayer> layers = model.config().require("layers").asList().stream()
                .map(json -> KerasLayer.of(json, model.older())).toList();
        if (layers.stream().allMatch(layer -> layer.className().equals("InputLayer"))) {
            throw new IllegalArgumentException(model.title() + " has no layers");
        }
        return layers;
    }

    private static JsonValue inputShape(KerasLayer model, List<KerasLayer> layers) {
        KerasLayer first = layers.getFirst();
        JsonValue shape = InputShape.of(first);
        if (shape == null && first.className().equals("Sequential")) {
            return inputShape(first, layers(first));
        }
        JsonValue built = shape == null ? model.config().get("build_input_shape") : shape;
        if (built == null || built == JsonValue.JsonNull.NULL) {
            throw new IllegalArgumentException(
                    model.title() + " does not say what goes in; begin it with an InputLayer,"
                            + " or save it after it was built");
        }
        return built;
    }

    /// Whether a layer is a model of its own.
    static boolean isModel(KerasLayer layer) {
        return switch (layer.className()) {
            case "Sequential", "Functional", "Model" -> true;
            default -> false;
        };
    }

    /// A model that is a layer of another.
    ///
    /// @param depth in how many others it is
    Translated inner(KerasLayer model, Sample in, ModelWeights weights, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("models within models are too deep; at most " + DEEPEST + " are read");
        }
        return model.className().equals("Sequential")
                ? chain(layers(model), weights, in, depth)
                : new FunctionalModel(this, inputs, assumptions).inner(model, in, weights, depth);
    }

    /// Layers in a row.
    private Translated chain(List<KerasLayer> layers, ModelWeights weights, Sample input, int depth) {
        List<ForeignLayer> all = new ArrayList<>();
        Sample sample = input;
        for (KerasLayer layer : layers) {
            if (layer.className().equals("InputLayer")) {
                weights.layer(layer.name(), layer.className());
                continue;
            }
            Translated translated = isModel(layer)
                    ? inner(layer, sample, weights.model(layer.name(), layer.className()), depth + 1)
                    : LayerTranslation.translate(layer, sample, weights.layer(layer.name(), layer.className()));
            all.addAll(translated.layers());
            sample = translated.sample();
        }
        return new Translated(all, sample);
    }
}
