package org.lstm4j.campaigns.fuzz;

import org.lstm4j.Lstm4jException;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.pytorch.StateDictReader;
import org.lstm4j.interop.pytorch.TorchArchive;
import org.lstm4j.model.ByteSource;

/// Reads bytes as a file of torch.save, as it lies on the disk.
public final class TorchArchiveTarget {

    private TorchArchiveTarget() {}

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] data) {
        ByteSource bytes = ByteSource.of("fuzz", data);
        try {
            StateDictReader.read(TorchArchive.read(bytes), ImportOptions.NONE);
        } catch (Lstm4jException _) {
            // refused, as it should be
        }
    }
}
