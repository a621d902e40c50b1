package org.lstm4j.campaigns.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lstm4j.Lstm4jException;
import org.lstm4j.interop.keras.KerasReader;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.model.ByteSource;

/// Reads bytes as the configuration and the weights of a sound `.keras` archive, the first part up to a byte of 0 and the second after it: no
/// checksum stands in the way of a change.
public final class KerasConfigurationTarget {

    private KerasConfigurationTarget() {}

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] data) {
        ByteSource bytes = ByteSource.of("fuzz", archive(data));
        try {
            KerasReader.read(bytes, ImportOptions.NONE);
        } catch (Lstm4jException _) {
            // refused, as it should be
        }
    }

    private static byte[] archive(byte[] data) {
        int end = 0;
        while (end < data.length && data[end] != 0) {
            end++;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            zip.putNextEntry(new ZipEntry("config.json"));
            zip.write(data, 0, end);
            zip.putNextEntry(new ZipEntry("model.weights.h5"));
            zip.write(data, Math.min(end + 1, data.length), data.length - Math.min(end + 1, data.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
