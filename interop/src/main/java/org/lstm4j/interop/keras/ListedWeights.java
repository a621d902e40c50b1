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
    private final Map<String, List<Listed>> left = new LinkedHashMap<>();

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
                List<Listed> tensors = new ArrayList<>();
                texts(ofLayer, "weight_names").forEach(name -> tensors.add(new Listed(List.of(name.split("/", -1)),
                        ofLayer.dataset(name).orElseThrow(() -> new IllegalArgumentException(
                                "the weights '" + name + "' of layer '" + layer + "' are missing")).tensor())));
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
        return left.getOrDefault(layer, List.of()).stream().map(Listed::tensor).toList();
    }

    @Override
    public LayerWeights layer(String name, String className) {
        return (part, count) -> {
            List<Listed> listed = ofDirection(left.getOrDefault(name, List.of()), part);
            if (listed.size() < count) {
                throw new IllegalArgumentException("layer '" + name + "' needs " + count
                        + " more weights, but the file has " + listed.size());
            }
            return take(name, listed.subList(0, count));
        };
    }

    /// The weights of an inner model are listed with its own, those that are trained before the others, and told by their names.
    @Override
    public ModelWeights model(String name, String className) {
        return new InnerModel(this, name, List.of());
    }

    /// The weights of a layer of an inner model.
    ///
    /// @param models that the layer is in, within the first one
    List<StoredTensor> takeInner(String first, List<String> models, String layer, String part, int count) {
        List<Listed> named = left.getOrDefault(first, List.of()).stream()
                .filter(listed -> listed.names().contains(layer))
                .toList();
        List<Listed> within = named.stream().filter(listed -> listed.names().containsAll(models)).toList();
        List<Listed> found = ofDirection(within.isEmpty() ? named : within, part);
        if (found.size() != count) {
            throw new IllegalArgumentException("layer '" + layer + "' of the model '" + first + "' needs " + count
                    + " weights, but names in the file give it " + found.size() + "; save the model as .keras");
        }
        return take(first, found);
    }

    /// Those of one direction, where names tell: a direction that is not trained stands after one that is.
    private static List<Listed> ofDirection(List<Listed> listed, String part) {
        String prefix = part.startsWith("forward_layer")
                ? "forward_"
                : part.startsWith("backward_layer") ? "backward_" : "";
        List<Listed> told = listed.stream()
                .filter(weight -> weight.names().stream().anyMatch(name -> name.startsWith(prefix))).toList();
        return told.isEmpty() ? listed : told;
    }

    private List<StoredTensor> take(String layer, List<Listed> taken) {
        List<StoredTensor> tensors = taken.stream().map(Listed::tensor).toList();
        left.put(layer,
                left.getOrDefault(layer, List.of()).stream().filter(listed -> !taken.contains(listed)).toList());
        return tensors;
    }

    @Override
    public void requireAllTaken() {
        left.forEach((layer, tensors) -> {
            if (!tensors.isEmpty()) {
                throw new IllegalArgumentException(
                        "the weights '" + tensors.getFirst().tensor().name() + "' of layer '" + layer
                                + "' belong to nothing in the configuration");
            }
        });
    }

    /// A tensor, and what it is called: names of models, layers and its own, outermost first.
    private record Listed(List<String> names, StoredTensor tensor) {}

    /// A model within the model.
    ///
    /// @param first the layer of the outermost model that it is in
    /// @param models within that, down to this one
    private record InnerModel(ListedWeights all, String first, List<String> models) implements ModelWeights {
        @Override
        public LayerWeights layer(String name, String className) {
            return (part, count) -> all.takeInner(first, models, name, part, count);
        }

        @Override
        public ModelWeights model(String name, String className) {
            List<String> deeper = new ArrayList<>(models);
            deeper.add(name);
            return new InnerModel(all, first, List.copyOf(deeper));
        }

        @Override
        public void requireAllTaken() {
            all.requireAllTaken();
        }
    }
}
