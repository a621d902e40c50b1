package org.lstm4j.model;

import java.nio.ByteBuffer;

/// Bytes of an array.
final class ArrayBytes implements ByteSource {

    private final FileFaults faults;
    private final byte[] array;

    ArrayBytes(FileFaults faults, byte[] array) {
        this.faults = faults;
        this.array = array;
    }

    @Override
    public FileFaults faults() {
        return faults;
    }

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
