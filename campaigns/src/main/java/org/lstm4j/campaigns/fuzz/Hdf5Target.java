package org.lstm4j.campaigns.fuzz;

import org.lstm4j.Lstm4jException;
import org.lstm4j.interop.keras.KerasReader;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.model.ByteSource;

/// Reads bytes as an HDF5 file of Keras, with a model's configuration or without.
public final class Hdf5Target {

    private Hdf5Target() {}

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] data) {
        ByteSource bytes = ByteSource.of("fuzz", data);
        try {
            KerasReader.read(bytes, ImportOptions.NONE);
        } catch (Lstm4jException _) {
            // refused, as it should be
        }
    }
}
