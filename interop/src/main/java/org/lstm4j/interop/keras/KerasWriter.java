package org.lstm4j.interop.keras;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.model.AtomicFile;
import org.lstm4j.nn.Sequential;

/// Writes a network as a `.keras` file that Keras 3 opens.
///
/// {@snippet :
/// KerasWriter.write(network, Path.of("model.keras"));
/// }
///
/// ```python
/// model = keras.saving.load_model("model.keras")
/// ```
///
/// Layers and weights go along, with dropout and noise; initialisers, regularisers and constraints do not. The same network gives the same
/// bytes. A layer that gives its last step alone becomes part of the recurrent layer before it. What Keras has not is refused: residual,
/// dilated and graph layers, zoneout, projections, peepholes and normalised cells.
public final class KerasWriter {

    /// Any that has the format; Keras does not look at it.
    private static final String METADATA = Json.write(JsonValue.object().put("keras_version", "3.0.0")
            .put("date_saved", "1980-01-01@00:00:00").build());

    private KerasWriter() {}

    /// Replaces the file, or makes it.
    ///
    /// @throws org.lstm4j.ConfigurationException when Keras has no such layer; the message names it, and nothing is written
    /// @throws org.lstm4j.StorageException when it cannot be written
    public static void write(Sequential network, Path file) {
        WrittenModel model = WrittenModel.of(network);
        AtomicFile.write(file, out -> write(model, out));
    }

    private static void write(WrittenModel model, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        add(zip, "metadata.json", text(METADATA));
        add(zip, "config.json", text(Json.write(model.config())));
        add(zip, "model.weights.h5", model.weights()::writeTo);
        zip.finish();
    }

    private static AtomicFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Stored, without compression, so that its size and checksum must be known before.
    private static void add(ZipOutputStream zip, String name, AtomicFile.Content content) throws IOException {
        CRC32 crc = new CRC32();
        CountingStream counted = new CountingStream();
        content.writeTo(new CheckedOutputStream(counted, crc));
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(counted.count);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        content.writeTo(zip);
        zip.closeEntry();
    }

    /// Takes bytes and counts them.
    private static final class CountingStream extends OutputStream {

        private long count;

        @Override
        public void write(int letter) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }
}
