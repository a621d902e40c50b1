package org.lstm4j.interop.hdf5;

import org.lstm4j.model.ByteSource;
import org.lstm4j.model.FileFaults;
import org.lstm4j.model.Quoted;

/// The bytes of a file, of which every part is read once: counts what was taken, so that parts which overlap or lead in a circle come to an
/// end. Mutable.
final class FileSpace {

    private static final long FREELY_INFLATED = 1L << 26;
    private static final long MOST_INFLATED = 100;

    private final ByteSource source;
    private long left;
    private long inflated;

    FileSpace(ByteSource source) {
        this.source = source;
        left = source.size();
    }

    ByteSource source() {
        return source;
    }

    FileFaults faults() {
        return source.faults();
    }

    /// A block that belongs to whoever takes it.
    ///
    /// @throws org.lstm4j.ModelFileException when there are no such bytes, or others took too many
    FileBlock take(long address, long length) {
        claim(address, length);
        if (length > Integer.MAX_VALUE - 8) {
            throw faults().damagedAt(address, "a block is too large", "fewer than 2³¹ bytes", length + " bytes");
        }
        return new FileBlock(source, address, (int) length);
    }

    /// Counts a block as taken without reading it.
    ///
    /// @throws org.lstm4j.ModelFileException when there are no such bytes, or others took too many
    void claim(long address, long length) {
        source.requireInside(address, length);
        if (length > left) {
            throw faults().damagedAt(address,
                    "the parts of the file are larger together than the file: they overlap, or"
                            + " lead in a circle",
                    "at most " + left + " more bytes", length + " bytes");
        }
        left -= length;
    }

    /// Counts bytes that inflating makes. Weights that training has found hardly become smaller, so a file that grows a hundredfold has none.
    ///
    /// @throws org.lstm4j.ModelFileException when they become many more than the file has
    void inflate(String path, long bytes) {
        inflated += bytes;
        long most = Math.max(FREELY_INFLATED, MOST_INFLATED * source.size());
        if (inflated > most) {
            throw faults().unusable("the datasets down to " + Quoted.of(path) + " are too large for their bytes in the"
                    + " file", "at most " + most + " bytes", inflated + " bytes", "save them without compression");
        }
    }
}
