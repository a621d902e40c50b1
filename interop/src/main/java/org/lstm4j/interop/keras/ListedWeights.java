package org.lstm4j.interop.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.interop.hdf5.Hdf5Attribute;
import org.lstm4j.interop.hdf5.Hdf5Group;
import org.lstm4j.interop.tensor.StoredTensor;

/// Weights as the older format keeps them: a group for each layer by its name, with a list of the names of its weights in order. Mutable.
final class ListedWeights implements ModelWeights {

    /// Weights of a layer that were not taken yet.
    private final Map<String, List<StoredTensor>> left = new LinkedHashMap<>();

    private ListedWeights() {}

    /// Whether a group has such a list.
    static boolean isOne(Hdf5Group group) {
        return group.attributes().containsKey("layer_names") || group.attributes().containsKey("layer_names0");
    }

    /// @throws IllegalArgumentException when a list names what is not there
    static ListedWeights of(Hdf5Group group) {
        ListedWeights weights = new ListedWeights();
        for (String layer : texts(group, "layer_names")) {
            if (group.children().get(layer) instanceof Hdf5Group ofLayer) {
                List<StoredTensor> tensors = new ArrayList<>();
                texts(ofLayer, "weight_names").forEach(name -> tensors.add(ofLayer.dataset(name)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "the weights '" + name + "' of layer '" + layer + "' are missing"))
                        .tensor()));
                weights.left.put(layer, tensors);
            } else {
                throw new IllegalArgumentException("the weights of layer '" + layer + "' are missing");
            }
        }
        return weights;
    }

    /// A list may stand in parts, `weight_names0`, `weight_names1` and so on, where it is too long for one attribute.
    private static List<String> texts(Hdf5Group group, String name) {
        Hdf5Attribute whole = group.attributes().get(name);
        if (whole != null) {
            return whole.asTexts();
        }
        List<String> texts = new ArrayList<>();
        Hdf5Attribute part = group.attributes().get(name + 0);
        for (int next = 1; part != null; next++) {
            texts.addAll(part.asTexts());
            part = group.attributes().get(name + next);
        }
        return texts;
    }

    /// The weights of a layer that were not taken yet.
    List<StoredTensor> all(String layer) {
        return left.getOrDefault(layer, List.of());
    }

    @Override
    public LayerWeights layer(String name, String className) {
        return (_, count) -> take(name, count);
    }

    /// The weights of an inner model are those of its layers, end to end.
    @Override
    public ModelWeights model(String name, String className) {
        ListedWeights all = this;
        return new ModelWeights() {

            @Override
            public LayerWeights layer(String inner, String innerClass) {
                return all.layer(name, className);
            }

            @Override
            public ModelWeights model(String inner, String innerClass) {
                return this;
            }

            @Override
            public void requireAllTaken() {
                all.requireAllTaken();
            }
        };
    }

    private List<StoredTensor> take(String layer, int count) {
        List<StoredTensor> tensors = left.getOrDefault(layer, List.of());
        if (tensors.size() < count) {
            throw new IllegalArgumentException(
                    "layer '" + layer + "' needs " + count + " more weights, but the file has "
                            + tensors.size());
        }
        List<StoredTensor> taken = List.copyOf(tensors.subList(0, count));
        left.put(layer, tensors.subList(count, tensors.size()));
        return taken;
    }

    @Override
    public void requireAllTaken() {
        left.forEach((layer, tensors) -> {
            if (!tensors.isEmpty()) {
                throw new IllegalArgumentException("the weights '" + tensors.getFirst().name() + "' of layer '" + layer
                        + "' belong to nothing in the configuration");
            }
        });
    }
}
