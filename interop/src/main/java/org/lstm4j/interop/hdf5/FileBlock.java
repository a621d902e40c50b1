package org.lstm4j.interop.hdf5;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.lstm4j.ModelFileException;
import org.lstm4j.model.ByteSource;
import org.lstm4j.model.FileFaults;

/// A block of a file, read field by field, little-endian. Reading beyond its end is an error that names the place. Mutable.
final class FileBlock {

    /// What stands for an address or a length that is none.
    static final long UNDEFINED = -1;

    private final FileFaults faults;
    private final long start;
    private final ByteBuffer bytes;

    /// @throws ModelFileException when there are fewer bytes
    FileBlock(ByteSource source, long start, int length) {
        this(source.faults(), start, ByteBuffer.wrap(source.bytes(start, length)));
    }

    private FileBlock(FileFaults faults, long start, ByteBuffer bytes) {
        this.faults = faults;
        this.start = start;
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    FileFaults faults() {
        return faults;
    }

    /// Where the next byte stands in the file.
    long position() {
        return start + bytes.position();
    }

    int remaining() {
        return bytes.remaining();
    }

    int uint8() {
        return reading(() -> bytes.get() & 0xff);
    }

    int uint16() {
        return reading(() -> bytes.getShort() & 0xffff);
    }

    long uint32() {
        return reading(() -> bytes.getInt() & 0xffffffffL);
    }

    long int64() {
        return reading(bytes::getLong);
    }

    /// An unsigned number of that many bytes, 1, 2, 4 or 8.
    long number(int size) {
        return switch (size) {
            case 1 -> uint8();
            case 2 -> uint16();
            case 4 -> uint32();
            default -> length();
        };
    }

    /// A length or size.
    ///
    /// @throws ModelFileException when it is 2⁶³ or more
    long length() {
        long value = int64();
        if (value < 0) {
            throw damaged("a length is impossible", "one below 2⁶³", Long.toUnsignedString(value));
        }
        return value;
    }

    /// An address, or [#UNDEFINED].
    long address() {
        long value = int64();
        if (value < UNDEFINED) {
            throw damaged("an address is impossible", "one below 2⁶³", Long.toUnsignedString(value));
        }
        return value;
    }

    /// @throws ModelFileException when the next bytes are others
    void require(String letters) {
        long at = position();
        String found = new String(array(letters.length()), StandardCharsets.ISO_8859_1);
        if (!found.equals(letters)) {
            throw faults.damagedAt(at, "a part of the file is not where it should be", "'" + letters + "'",
                    org.lstm4j.model.Quoted.of(found));
        }
    }

    /// @throws ModelFileException when the next byte is another
    void requireVersion(String what, int version) {
        int found = uint8();
        if (found != version) {
            throw faults.damagedAt(position() - 1, what + " has an unknown version", version + "", found + "");
        }
    }

    void skip(int count) {
        array(count);
    }

    /// Goes on at the next multiple of 8 bytes from the start of the block, or at its end.
    void skipTo8() {
        bytes.position(Math.min(bytes.limit(), (bytes.position() + 7) / 8 * 8));
    }

    byte[] array(int count) {
        return reading(() -> {
            if (count < 0 || count > bytes.remaining()) {
                throw new BufferUnderflowException();
            }
            byte[] array = new byte[count];
            bytes.get(array);
            return array;
        });
    }

    /// The next bytes as a block of their own, whose padding begins at its own start.
    FileBlock block(long count) {
        return reading(() -> {
            if (count < 0 || count > bytes.remaining()) {
                throw new BufferUnderflowException();
            }
            FileBlock part = new FileBlock(faults, position(), bytes.slice(bytes.position(), (int) count));
            bytes.position(bytes.position() + (int) count);
            return part;
        });
    }

    ModelFileException damaged(String what, String expected, String received) {
        return faults.damagedAt(position(), what, expected, received);
    }

    /// What the file says is sound, but not read.
    ModelFileException refused(String what, String expected, String fix) {
        return faults.unusable("at byte " + position() + ": " + what, expected, "", fix);
    }

    private <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (BufferUnderflowException _) {
            throw faults.damagedAt(position(), "a part of the file ends too early", "more bytes",
                    bytes.remaining() + " bytes");
        }
    }
}
