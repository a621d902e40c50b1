package org.lstm4j.interop.pickle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.lstm4j.ModelFileException;
import org.lstm4j.model.ByteSource;

/// The bytes of a pickle, one after the other.
final class PickleBytes {

    private static final int LONGEST_LINE = 1024;

    private final ByteSource source;
    private final ByteBuffer bytes;
    private int begun;

    PickleBytes(ByteSource source, byte[] bytes) {
        this.source = source;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Remembers where the next instruction stands, for messages.
    void begin() {
        begun = bytes.position();
    }

    int begun() {
        return begun;
    }

    int unsignedByte() {
        require(Byte.BYTES);
        return bytes.get() & 0xff;
    }

    int two() {
        require(Short.BYTES);
        return bytes.getShort() & 0xffff;
    }

    int four() {
        require(Integer.BYTES);
        return bytes.getInt();
    }

    long eight() {
        require(Long.BYTES);
        return bytes.getLong();
    }

    /// A whole number of that many bytes with a sign.
    long littleEndian(int length) {
        if (length > Long.BYTES) {
            throw fault("a whole number is too large", "at most " + Long.BYTES + " bytes", length + " bytes");
        }
        require(length);
        long value = 0;
        for (int index = 0; index < length; index++) {
            value |= (bytes.get() & 0xffL) << (Byte.SIZE * index);
        }
        int unused = Long.SIZE - Byte.SIZE * length;
        return length == 0 ? 0 : value << unused >> unused;
    }

    byte[] next(long length) {
        require(length);
        byte[] next = new byte[(int) length];
        bytes.get(next);
        return next;
    }

    /// The letters up to the end of the line.
    String line() {
        StringBuilder line = new StringBuilder();
        for (int letter = unsignedByte(); letter != '\n'; letter = unsignedByte()) {
            if (line.length() == LONGEST_LINE) {
                throw fault("a name goes on and on", "at most " + LONGEST_LINE + " letters", "");
            }
            line.append((char) letter);
        }
        return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private void require(long length) {
        if (length < 0 || length > bytes.remaining()) {
            throw fault("the pickle ends too early", Long.toUnsignedString(length) + " bytes more",
                    bytes.remaining() + " bytes");
        }
    }

    /// What is wrong with the present instruction.
    ModelFileException fault(String what, String expected, String received) {
        return source.faults().damagedAt(begun, what, expected, received);
    }
}
