package org.lstm4j.campaigns.fuzz;

import org.lstm4j.Lstm4jException;
import org.lstm4j.interop.numpy.NpzReader;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.model.ByteSource;

/// Reads bytes as a file of numpy.savez.
public final class NpzTarget {

    private NpzTarget() {}

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] data) {
        ByteSource bytes = ByteSource.of("fuzz", data);
        try {
            NpzReader.read(bytes).tensors().values().forEach(StoredTensor::floats);
        } catch (Lstm4jException _) {
            // refused, as it should be
        }
    }
}
