package org.lstm4j.interop.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.lstm4j.model.ByteSource;

/// Little-endian numbers of a record, by their place in it.
final class ByteFields {

    private final ByteBuffer bytes;

    private ByteFields(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static ByteFields at(ByteSource source, long position, int length) {
        return new ByteFields(source.bytes(position, length));
    }

    int signature() {
        return bytes.getInt(0);
    }

    int two(int place) {
        return bytes.getShort(place) & 0xffff;
    }

    int four(int place) {
        return bytes.getInt(place);
    }

    long fourUnsigned(int place) {
        return bytes.getInt(place) & 0xffffffffL;
    }

    long eight(int place) {
        return bytes.getLong(place);
    }

    byte[] part(int place, int length) {
        byte[] part = new byte[length];
        bytes.get(place, part);
        return part;
    }
}
