package org.lstm4j.interop.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.hdf5.Hdf5Dataset;
import org.lstm4j.interop.hdf5.Hdf5Group;
import org.lstm4j.interop.network.MappedLayer;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.Quoted;
import org.lstm4j.nn.Activation;

/// The weights of a layer of a mapping, and what their shapes say of it.
///
/// @param layer of the mapping
/// @param className of Keras, or `last_step`
/// @param tensors all, in Keras' order; of both directions, one after the other
/// @param taken collects the names of weights that were used
record MappedWeights(MappedLayer layer, String className, List<StoredTensor> tensors, Set<String> taken) {

    private static final List<String> PARTS = List.of("", "cell", "forward_layer/cell", "backward_layer/cell", "layer");

    static MappedWeights of(MappedLayer layer, KerasFile file, Set<String> taken) {
        List<StoredTensor> tensors = layer.weights().isEmpty() ? List.of() : tensors(layer, file);
        return new MappedWeights(layer, className(layer, tensors), tensors, taken);
    }

    private static List<StoredTensor> tensors(MappedLayer layer, KerasFile file) {
        List<StoredTensor> tensors = new ArrayList<>();
        Hdf5Group listed = file.listed();
        if (listed != null) {
            tensors.addAll(ListedWeights.of(listed).all(layer.weights()));
        } else {
            PARTS.forEach(part -> tensors.addAll(
                    TreeWeights.at(file.weights(), layer.weights() + (part.isEmpty() ? "" : "/" + part))));
        }
        if (tensors.isEmpty()) {
            throw layer.wrong("names weights that the file has not", "the beginning of one of " + some(file),
                    Quoted.of(layer.weights()));
        }
        return tensors;
    }

    private static List<String> some(KerasFile file) {
        return file.weights().datasets().stream().map(Hdf5Dataset::path).filter(path -> !path.startsWith("optimizer"))
                .map(Quoted::of).limit(10).toList();
    }

    private static String className(MappedLayer layer, List<StoredTensor> tensors) {
        return switch (layer.kind()) {
            case "lstm" -> tensors.size() > 3 ? "Bidirectional" : "LSTM";
            case "gru" -> tensors.size() > 3 ? "Bidirectional" : "GRU";
            case "simple_rnn" -> tensors.size() > 3 ? "Bidirectional" : "SimpleRNN";
            case "dense" -> "Dense";
            case "embedding" -> "Embedding";
            case "layer_normalization" -> "LayerNormalization";
            case "batch_normalization" -> "BatchNormalization";
            case "masking" -> "Masking";
            case "activation" -> "Activation";
            case "softmax" -> "Softmax";
            case "dropout" -> "Dropout";
            case "flatten" -> "Flatten";
            case "last_step" -> "last_step";
            case "" -> told(layer, tensors);
            default -> throw layer.unknownKind();
        };
    }

    /// The kind that shapes tell.
    private static String told(MappedLayer layer, List<StoredTensor> tensors) {
        List<Integer> ranks = tensors.stream().map(tensor -> tensor.shape().size()).toList();
        if (tensors.size() > 3) {
            return "Bidirectional";
        }
        if (ranks.equals(List.of(2, 1))) {
            return "Dense";
        }
        if (ranks.equals(List.of(1, 1))) {
            return "LayerNormalization";
        }
        if (ranks.size() >= 2 && ranks.get(0) == 2 && ranks.get(1) == 2) {
            return cell(layer, tensors);
        }
        throw layer.wrong("has weights whose shapes do not tell its kind", "\"kind\"",
                tensors.stream().map(StoredTensor::shape).toList().toString());
    }

    /// The kind of a recurrent layer: 4, 3 or 1 gates.
    private static String cell(MappedLayer layer, List<StoredTensor> tensors) {
        List<Long> recurrent = tensors.get(1).shape();
        if (recurrent.size() != 2) {
            throw layer.wrong("is no recurrent layer", "recurrent weights [units, gates · units]",
                    "shape " + recurrent);
        }
        long units = Math.max(1, recurrent.get(0));
        long gates = recurrent.get(1) % units == 0 ? recurrent.get(1) / units : 0;
        return switch ((int) Math.min(gates, 5)) {
            case 4 -> "LSTM";
            case 3 -> "GRU";
            case 1 -> "SimpleRNN";
            default ->
                throw layer.wrong("has recurrent weights of no LSTM, GRU or SimpleRNN",
                        "shape [units, 4, 3 or 1 · units]", "shape " + recurrent);
        };
    }

    boolean hasWeights() {
        return !tensors.isEmpty();
    }

    /// Numbers of a step that goes in.
    int inputs() {
        return size(first(), 0);
    }

    private StoredTensor first() {
        if (tensors.isEmpty()) {
            throw layer.withoutWeights();
        }
        return tensors.getFirst();
    }

    private static int size(StoredTensor tensor, int axis) {
        long size = axis < tensor.shape().size() ? tensor.shape().get(axis) : 0;
        if (size < 1 || size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("'" + tensor.name() + "' has an impossible shape " + tensor.shape());
        }
        return (int) size;
    }

    /// The layer of Keras: the settings of the mapping, and what shapes say.
    ///
    /// @param everyStep whether a recurrent layer gives every step, unless the mapping says it
    /// @param activation unless the mapping says it; null for the kind's own
    KerasLayer keras(boolean everyStep, @Nullable Activation activation) {
        Map<String, JsonValue> config = new LinkedHashMap<>();
        if (activation != null) {
            config.put("activation", JsonValue.of(activation.label()));
        }
        switch (className) {
            case "LSTM", "GRU", "SimpleRNN" -> recurrent(className, config, tensors, everyStep);
            case "Bidirectional" -> bidirectional(config, everyStep);
            case "Dense" -> {
                config.put("units", JsonValue.of((long) size(first(), 1)));
                config.put("use_bias", JsonValue.of(tensors.size() > 1));
            }
            case "Embedding" -> {
                config.put("input_dim", JsonValue.of((long) size(first(), 0)));
                config.put("output_dim", JsonValue.of((long) size(first(), 1)));
            }
            default -> {
            }
        }
        if (!className.equals("Bidirectional")) {
            config.putAll(layer.settings());
        }
        return new KerasLayer(className, layer.name(),
                new JsonObject(config),
                false);
    }

    private void recurrent(String cell, Map<String, JsonValue> config, List<StoredTensor> ofCell, boolean everyStep) {
        if (ofCell.size() < 2) {
            throw tensors.isEmpty()
                    ? layer.withoutWeights()
                    : layer.wrong("is no recurrent layer", "weights of the inputs and of the state",
                            "shapes " + ofCell.stream().map(StoredTensor::shape).toList());
        }
        config.put("units", JsonValue.of((long) size(ofCell.get(1), 0)));
        config.put("use_bias", JsonValue.of(ofCell.size() > 2));
        config.put("return_sequences", JsonValue.of(everyStep));
        if (cell.equals("GRU")) {
            config.put("reset_after", JsonValue.of(true));
        }
    }

    private void bidirectional(Map<String, JsonValue> config, boolean everyStep) {
        List<StoredTensor> forward = tensors.subList(0, tensors.size() / 2);
        Map<String, JsonValue> inner = new LinkedHashMap<>(config);
        config.clear();
        String cell = cell(layer, forward);
        recurrent(cell, inner, forward, everyStep);
        inner.putAll(layer.settings());
        JsonValue merge = inner.remove("merge_mode");
        config.put("merge_mode", merge == null ? JsonValue.of("concat") : merge);
        config.put("layer", JsonValue.object().put("class_name", cell).put("config",
                new JsonObject(inner)).build());
    }

    /// All weights in order, whatever part of the layer asks.
    LayerWeights weights() {
        List<StoredTensor> left = new ArrayList<>(tensors);
        return (_, count) -> {
            if (left.size() < count) {
                throw layer.wrong("has fewer weights than its kind needs", count + " more",
                        String.valueOf(left.size()));
            }
            List<StoredTensor> some = List.copyOf(left.subList(0, count));
            left.subList(0, count).clear();
            some.forEach(tensor -> taken.add(tensor.name()));
            return some;
        };
    }
}
