package org.lstm4j.model;

import java.nio.ByteBuffer;

/// Bytes of an array.
record ArrayBytes(FileFaults faults, byte[] array) implements ByteSource {

    @Override
    public long size() {
        return array.length;
    }

    @Override
    public void read(long position, ByteBuffer target) {
        requireInside(position, target.remaining());
        target.put(array, (int) position, target.remaining());
    }

    @Override
    public void close() {
        // nothing is open
    }
}
