package org.lstm4j.interop.hdf5;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A group: names, each of another group or a dataset.
///
/// @param children by name, in the order of the file
public record Hdf5Group(String path, Map<String, Hdf5Attribute> attributes, Map<String, Hdf5Node> children)
        implements
            Hdf5Node {

    public Hdf5Group {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = Collections.unmodifiableMap(new LinkedHashMap<>(children));
    }

    /// The group that names lead to from here: `layers/lstm`.
    public Optional<Hdf5Group> group(String names) {
        return node(names).orElse(null) instanceof Hdf5Group group ? Optional.of(group) : Optional.empty();
    }

    /// The dataset that names lead to from here: `layers/lstm/cell/vars/0`.
    public Optional<Hdf5Dataset> dataset(String names) {
        return node(names).orElse(null) instanceof Hdf5Dataset dataset ? Optional.of(dataset) : Optional.empty();
    }

    /// All datasets below, in the order of the file.
    public List<Hdf5Dataset> datasets() {
        List<Hdf5Dataset> all = new ArrayList<>();
        for (Hdf5Node child : children.values()) {
            switch (child) {
                case Hdf5Group group -> all.addAll(group.datasets());
                case Hdf5Dataset dataset -> all.add(dataset);
            }
        }
        return all;
    }

    private Optional<Hdf5Node> node(String names) {
        Optional<Hdf5Node> node = Optional.of(this);
        for (String name : names.split("/", -1)) {
            node = node.orElse(null) instanceof Hdf5Group group
                    ? Optional.ofNullable(group.children().get(name))
                    : Optional.empty();
        }
        return node;
    }
}
