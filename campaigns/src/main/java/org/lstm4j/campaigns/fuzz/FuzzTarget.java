package org.lstm4j.campaigns.fuzz;

import java.util.Arrays;
import java.util.Locale;

/// A reader that is fuzzed.
enum FuzzTarget {
    SAFETENSORS, TORCH, PICKLE, NPZ, KERAS, HDF5, ONNX;

    /// Its name on the command line.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The class that Jazzer calls.
    String className() {
        Class<?> type = switch (this) {
            case SAFETENSORS -> SafetensorsTarget.class;
            case TORCH -> TorchArchiveTarget.class;
            case PICKLE -> PickleTarget.class;
            case NPZ -> NpzTarget.class;
            case KERAS -> KerasConfigurationTarget.class;
            case HDF5 -> Hdf5Target.class;
            case ONNX -> OnnxTarget.class;
        };
        return type.getName();
    }

    /// @throws IllegalArgumentException when there is none of that name
    static FuzzTarget of(String label) {
        return Arrays.stream(values()).filter(target -> target.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no target is called '" + label + "'; there are "
                        + Arrays.stream(values()).map(FuzzTarget::label).toList()));
    }
}
