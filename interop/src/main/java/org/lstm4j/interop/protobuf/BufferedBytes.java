package org.lstm4j.interop.protobuf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.lstm4j.model.ByteSource;

/// A source read in small pieces, mostly one after the other, through a window of some kB.
final class BufferedBytes {

    private static final int WINDOW = 1 << 13;

    private final ByteSource source;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long start;

    BufferedBytes(ByteSource source) {
        this.source = source;
    }

    ByteSource source() {
        return source;
    }

    /// The byte at a place, from 0 to 255.
    int byteAt(long position) {
        return window.get(inWindow(position, 1)) & 0xff;
    }

    int intAt(long position) {
        return window.getInt(inWindow(position, Integer.BYTES));
    }

    long longAt(long position) {
        return window.getLong(inWindow(position, Long.BYTES));
    }

    private int inWindow(long position, int length) {
        if (position < start || position + length > start + window.limit()) {
            source.requireInside(position, length);
            window.clear().limit((int) Math.min(WINDOW, source.size() - position));
            start = position;
            source.read(position, window);
            window.flip();
        }
        return (int) (position - start);
    }
}
