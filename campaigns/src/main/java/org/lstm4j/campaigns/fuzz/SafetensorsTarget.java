package org.lstm4j.campaigns.fuzz;

import org.lstm4j.Lstm4jException;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.pytorch.StateDictReader;
import org.lstm4j.interop.safetensors.SafetensorsTensors;
import org.lstm4j.model.ByteSource;

/// Reads bytes as a safetensors file: its header, and a network made of its tensors.
public final class SafetensorsTarget {

    private SafetensorsTarget() {}

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] data) {
        ByteSource bytes = ByteSource.of("fuzz", data);
        try {
            StateDictReader.read(SafetensorsTensors.read(bytes), ImportOptions.NONE);
        } catch (Lstm4jException _) {
            // refused, as it should be
        }
    }
}
