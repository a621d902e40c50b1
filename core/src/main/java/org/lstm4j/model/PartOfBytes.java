package org.lstm4j.model;

import java.nio.ByteBuffer;

/// A part of other bytes, which stay open when it is closed.
record PartOfBytes(ByteSource whole, FileFaults faults, long from, long size) implements ByteSource {

    @Override
    public void read(long position, ByteBuffer target) {
        requireInside(position, target.remaining());
        whole.read(from + position, target);
    }

    @Override
    public void close() {
        // the whole is its owner's
    }
}
