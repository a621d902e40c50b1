package org.lstm4j.interop.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lstm4j.interop.hdf5.Hdf5Dataset;
import org.lstm4j.interop.hdf5.Hdf5Group;
import org.lstm4j.interop.tensor.StoredTensor;

/// Weights as Keras 3 keeps them: `layers/lstm_1/cell/vars/0`, by the kinds of the layers, each kind counted. Mutable.
final class TreeWeights implements ModelWeights {

    private static final List<String> ROOTS = List.of("layers", "_layer_checkpoint_dependencies");

    private final Hdf5Group root;
    private final String prefix;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Set<String> taken;

    private TreeWeights(Hdf5Group root, String prefix, Set<String> taken) {
        this.root = root;
        this.prefix = prefix;
        this.taken = taken;
    }

    /// The weights of the model at the root.
    static TreeWeights of(Hdf5Group root) {
        return within(root, "", new LinkedHashSet<>());
    }

    private static TreeWeights within(Hdf5Group root, String before, Set<String> taken) {
        String layers = ROOTS.stream().filter(name -> root.group(before + name).isPresent()).findFirst()
                .orElse(ROOTS.getFirst());
        return new TreeWeights(root, before + layers + "/", taken);
    }

    @Override
    public LayerWeights layer(String name, String className) {
        String path = path(className);
        return (part, count) -> take(name, part.isEmpty() ? path : path + "/" + part, count);
    }

    @Override
    public ModelWeights model(String name, String className) {
        return within(root, path(className) + "/", taken);
    }

    private String path(String className) {
        String kind = snakeCase(className);
        int count = counts.merge(kind, 1, Integer::sum) - 1;
        return prefix + (count == 0 ? kind : kind + "_" + count);
    }

    private List<StoredTensor> take(String layer, String path, int count) {
        Optional<Hdf5Group> variables = root.group(path + "/vars");
        int present = variables.map(group -> group.children().size()).orElse(0);
        if (present != count) {
            throw new IllegalArgumentException("layer '" + layer + "' has " + count + " weights, but the file has "
                    + present + " at '" + path + "/vars'");
        }
        List<StoredTensor> tensors = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            String name = path + "/vars/" + place;
            Hdf5Dataset dataset = root.dataset(name).orElseThrow(
                    () -> new IllegalArgumentException(
                            "the weights '" + name + "' of layer '" + layer + "' are missing"));
            tensors.add(dataset.tensor());
            taken.add(dataset.path());
        }
        return tensors;
    }

    /// The variables at a path, in order; none when there are none.
    static List<StoredTensor> at(Hdf5Group root, String path) {
        List<StoredTensor> tensors = new ArrayList<>();
        Optional<Hdf5Dataset> next = root.dataset(path + "/vars/0");
        while (next.isPresent()) {
            tensors.add(next.get().tensor());
            next = root.dataset(path + "/vars/" + tensors.size());
        }
        return tensors;
    }

    /// The state of random numbers is a variable, but no weight.
    @Override
    public void requireAllTaken() {
        for (Hdf5Dataset dataset : root.datasets()) {
            boolean ofLayer = dataset.path().startsWith(prefix) && !dataset.path().contains("/seed_generator/");
            if (ofLayer && !taken.contains(dataset.path())) {
                throw new IllegalArgumentException("the weights '" + dataset.path() + "' belong to no layer of the"
                        + " configuration");
            }
        }
    }

    /// As Keras makes a name of that of a class: `SimpleRNN` becomes `simple_rnn`.
    static String snakeCase(String className) {
        return className.replaceAll("\\W+", "").replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
