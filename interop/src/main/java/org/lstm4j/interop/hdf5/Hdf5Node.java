package org.lstm4j.interop.hdf5;

import java.util.Map;

/// What a name in a file stands for.
public sealed interface Hdf5Node permits Hdf5Group, Hdf5Dataset {

    /// The names that lead there from the root: `layers/lstm/cell/vars/0`; empty for the root.
    String path();

    /// What is said of it, by name, in the order of the file.
    Map<String, Hdf5Attribute> attributes();
}
