package org.lstm4j.model;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// Bytes that can be read at any place: a file, a part of one, or an array.
///
/// {@snippet :
/// try (ByteSource bytes = ByteSource.open(Path.of("weights.h5"))) {
///     byte[] signature = bytes.bytes(0, 8);
/// }
/// }
///
/// Reading beyond the end is an error that names the place, so a reader of a format may follow offsets without checks of its own, as long as
/// it allocates nothing before. Not thread-safe.
public interface ByteSource extends Closeable {

    /// Opens a file.
    ///
    /// @throws org.lstm4j.ModelFileException when it is a folder, a device or a pipe
    /// @throws org.lstm4j.StorageException when it does not exist or cannot be read
    static ByteSource open(Path file) {
        return FileBytes.open(file);
    }

    /// Bytes in memory; shared, not copied.
    ///
    /// @param name what messages call them
    static ByteSource of(String name, byte[] bytes) {
        return new ArrayBytes(new FileFaults(name), bytes);
    }

    /// How many bytes there are.
    long size();

    /// Fills what remains of a buffer with the bytes from a place on.
    ///
    /// @throws org.lstm4j.ModelFileException when there are fewer
    /// @throws org.lstm4j.StorageException when they cannot be read
    void read(long position, ByteBuffer target);

    /// Words for what is wrong with these bytes.
    FileFaults faults();

    /// That many bytes from a place on, in a new array, which is only made when they are there.
    ///
    /// @throws org.lstm4j.ModelFileException when there are fewer
    default byte[] bytes(long position, int length) {
        requireInside(position, length);
        byte[] bytes = new byte[length];
        read(position, ByteBuffer.wrap(bytes));
        return bytes;
    }

    /// A part as a source of its own, whose first byte is at 0. Closing it does nothing.
    ///
    /// @param name of the part, for messages
    /// @throws org.lstm4j.ModelFileException when there are fewer bytes
    default ByteSource part(String name, long from, long length) {
        requireInside(from, length);
        return new PartOfBytes(this, faults().of(name), from, length);
    }

    /// @throws org.lstm4j.ModelFileException when there are no such bytes
    default void requireInside(long position, long length) {
        if (position < 0 || length < 0 || position > size() || length > size() - position) {
            throw faults().damagedAt(position, "more bytes are needed than there are",
                    Long.toUnsignedString(length) + " bytes", Math.max(0, size() - Math.max(0, position)) + " bytes");
        }
    }

    @Override
    void close();
}
