package org.lstm4j.interop;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What a network can be written as.
public enum ExportFormat {
    /// A model that ONNX Runtime and its kin run.
    ONNX("onnx"),
    /// A model that Keras 3 opens.
    KERAS("keras"),
    /// A state_dict of PyTorch.
    SAFETENSORS("safetensors"),
    /// A file of plain Java.
    JAVA("java");

    private final String label;

    ExportFormat(String label) {
        this.label = label;
    }

    /// Its name on the command line.
    public String label() {
        return label;
    }

    /// The format of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static ExportFormat of(String label) {
        return Arrays.stream(values()).filter(format -> format.label.equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no format is called '" + label + "'; there are "
                        + labels()));
    }

    /// All names.
    public static List<String> labels() {
        return Arrays.stream(values()).map(ExportFormat::label).collect(Collectors.toList());
    }
}
