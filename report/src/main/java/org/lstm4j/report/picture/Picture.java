package org.lstm4j.report.picture;

import java.nio.file.Path;
import org.lstm4j.model.AtomicFile;

/// A finished picture, as the bytes of a PNG file.
public sealed class Picture permits HeatMapPicture, GatesPicture, LinePicture {

    private final byte[] png;

    Picture(Pixels pixels) {
        this.png = Png.of(pixels);
    }

    /// The bytes of the PNG file; a copy.
    public final byte[] png() {
        return png.clone();
    }

    /// Writes the picture into a file, replacing one that is there.
    ///
    /// @throws org.lstm4j.StorageException when the file cannot be written
    public final void writeTo(Path file) {
        AtomicFile.write(file, out -> out.write(png));
    }
}
