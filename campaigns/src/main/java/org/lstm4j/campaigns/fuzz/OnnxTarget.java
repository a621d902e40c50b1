package org.lstm4j.campaigns.fuzz;

import org.lstm4j.Lstm4jException;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.onnx.OnnxReader;
import org.lstm4j.model.ByteSource;

/// Reads bytes as an ONNX model.
public final class OnnxTarget {

    private OnnxTarget() {}

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] data) {
        ByteSource bytes = ByteSource.of("fuzz", data);
        try {
            OnnxReader.read(bytes, null, ImportOptions.NONE);
        } catch (Lstm4jException _) {
            // refused, as it should be
        }
    }
}
