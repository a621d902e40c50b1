package org.lstm4j.campaigns.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lstm4j.Lstm4jException;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.pytorch.StateDictReader;
import org.lstm4j.interop.pytorch.TorchArchive;
import org.lstm4j.model.ByteSource;

/// Reads bytes as the pickle of a sound archive with a few storages: no checksum stands in the way of a change.
public final class PickleTarget {

    private static final int STORAGES = 4;

    private PickleTarget() {}

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] data) {
        ByteSource bytes = ByteSource.of("fuzz", archive(data));
        try {
            StateDictReader.read(TorchArchive.read(bytes), ImportOptions.NONE);
        } catch (Lstm4jException _) {
            // refused, as it should be
        }
    }

    private static byte[] archive(byte[] pickle) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            zip.putNextEntry(new ZipEntry("m/data.pkl"));
            zip.write(pickle);
            for (int storage = 0; storage < STORAGES; storage++) {
                zip.putNextEntry(new ZipEntry("m/data/" + storage));
                zip.write(new byte[16 << storage]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
