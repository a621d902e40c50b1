package org.lstm4j.interop.hdf5;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lstm4j.interop.tensor.StoredTensor;

/// A dataset of numbers.
///
/// @param tensor named by the path; can be read as long as the source of the file is open
public record Hdf5Dataset(String path, Map<String, Hdf5Attribute> attributes, StoredTensor tensor) implements Hdf5Node {

    public Hdf5Dataset {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
