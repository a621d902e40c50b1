package org.lstm4j.interop.keras;

/// The weights of a model, layer by layer.
interface ModelWeights {

    /// Those of the next layer; asked in the order of the configuration, for layers without weights too.
    ///
    /// @param name of the layer
    /// @param className of the layer
    LayerWeights layer(String name, String className);

    /// Those of the layers of a model that is a layer of this one.
    ModelWeights model(String name, String className);

    /// @throws IllegalArgumentException when weights of a layer were not taken
    void requireAllTaken();
}
