package org.lstm4j.interop.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.interop.hdf5.Hdf5Writer;
import org.lstm4j.interop.network.ExportRefusal;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.Embedding;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.recurrent.RecurrentLayer;
import org.lstm4j.nn.recurrent.RecurrentSpec;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// A network as Keras describes it.
///
/// @param config of the model
/// @param weights under the names under which Keras looks for them
record WrittenModel(JsonObject config, Hdf5Writer weights) {

    /// @throws ConfigurationException when Keras has no such layer
    static WrittenModel of(Sequential network) {
        if (network.parameters().isEmpty()) {
            throw new ConfigurationException(
                    Problem.of("the network has no weights, so that a .keras file of it would hold"
                            + " none, which Keras cannot open", "add a layer with weights"));
        }
        return new Collecting().model(network);
    }

    /// Collects layers, each under the name of its kind, counted. Mutable.
    private static final class Collecting {

        private final Map<String, Integer> counts = new LinkedHashMap<>();
        private final List<JsonValue> layers = new ArrayList<>();
        private final Hdf5Writer weights = new Hdf5Writer();

        WrittenModel model(Sequential network) {
            JsonArray batchShape = batchShape(network.inputShape());
            layers.add(WrittenLayer.json("keras.layers", "InputLayer", JsonValue.object().put("batch_shape", batchShape)
                    .put("dtype", "float32").put("sparse", false).put("name", "input_layer").build()));
            addAll(network);
            JsonObject config = JsonValue.object().put("name", "sequential").put("trainable", true)
                    .put("dtype", "float32").put("layers", new JsonArray(layers)).put("build_input_shape", batchShape)
                    .build();
            return new WrittenModel(WrittenLayer.json("keras", "Sequential", config), weights);
        }

        private static JsonArray batchShape(Shape sample) {
            List<JsonValue> sizes = new ArrayList<>(List.of(JsonNull.NULL));
            sample.axes().forEach(axis -> sizes.add(JsonValue.of((long) axis.size())));
            return new JsonArray(sizes);
        }

        private void addAll(Sequential network) {
            List<Layer> all = network.layers();
            boolean masked = false;
            for (int place = 0; place < all.size(); place++) {
                Layer layer = all.get(place);
                boolean lastOnly = layer instanceof RecurrentLayer && place + 1 < all.size()
                        && all.get(place + 1).spec() instanceof LastStepSpec;
                add(layer, masked, lastOnly);
                masked = masked(layer, masked);
                place += lastOnly ? 1 : 0;
            }
        }

        private static boolean masked(Layer layer, boolean before) {
            return switch (layer.spec()) {
                case MaskingSpec _ -> true;
                case RecurrentSpec recurrent -> before && recurrent.returnSequences();
                default -> before && layer.outputShape(layer.inputShape()).rank() > 1;
            };
        }

        private void add(Layer layer, boolean masked, boolean lastOnly) {
            try {
                if (layer instanceof Embedding && layer.inputShape().rank() > 1) {
                    Axis steps = layer.inputShape().axes().getFirst();
                    add(WrittenLayer.of("Reshape", JsonValue.object().put("target_shape",
                            new JsonArray(List.of(JsonValue.of((long) steps.size()))))));
                }
                add(WrittenLayers.of(layer, masked, lastOnly));
            } catch (IllegalArgumentException e) {
                throw ExportRefusal.of("Keras", layer.name(), "it " + e.getMessage());
            }
        }

        private void add(WrittenLayer layer) {
            String kind = TreeWeights.snakeCase(layer.className());
            int count = counts.merge(kind, 1, Integer::sum) - 1;
            String name = count == 0 ? kind : kind + "_" + count;
            layers.add(layer.json(name));
            layer.weights().arrays()
                    .forEach((inner, array) -> weights.put("layers/" + name + "/" + inner, array.sizes(),
                            array.values()));
        }
    }
}
