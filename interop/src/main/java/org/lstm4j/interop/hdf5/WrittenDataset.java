package org.lstm4j.interop.hdf5;

import java.nio.ByteBuffer;
import java.util.List;

/// A contiguous dataset of float32 in a file that is being written. Mutable.
final class WrittenDataset implements WrittenNode {

    private static final int HEADER = 16;
    private static final int MESSAGE = 8;
    private static final int TYPE = 24;
    private static final int FILL = 8;
    private static final int LAYOUT = 24;

    private final List<Integer> sizes;
    private final float[] values;
    private int address;
    private long dataStart;

    WrittenDataset(List<Integer> sizes, float[] values) {
        this.sizes = List.copyOf(sizes);
        this.values = values;
    }

    float[] values() {
        return values;
    }

    long bytes() {
        return (long) values.length * Float.BYTES;
    }

    void placeData(long start) {
        dataStart = start;
    }

    @Override
    public int place(int start, int leafEntries) {
        address = start;
        return start + HEADER + messages();
    }

    private int messages() {
        return 4 * MESSAGE + shape() + TYPE + FILL + LAYOUT;
    }

    private int shape() {
        return 8 + Long.BYTES * sizes.size();
    }

    @Override
    public int address() {
        return address;
    }

    @Override
    public void collect(List<WrittenDataset> datasets) {
        datasets.add(this);
    }

    @Override
    public void write(ByteBuffer file, int leafEntries) {
        WrittenNode.header(file, address, 4, messages());
        WrittenNode.message(file, 0x01, shape());
        file.put((byte) 1).put((byte) sizes.size()).put(new byte[6]);
        sizes.forEach(file::putLong);
        WrittenNode.message(file, 0x03, TYPE);
        file.put((byte) 0x11).put((byte) 0x20).put((byte) 31).put((byte) 0).putInt(Float.BYTES); // little-endian, sign in bit 31
        file.putShort((short) 0).putShort((short) Float.SIZE);
        file.put((byte) 23).put((byte) 8).put((byte) 0).put((byte) 23).putInt(127).putInt(0); // exponent, fraction, bias
        WrittenNode.message(file, 0x05, FILL);
        file.put((byte) 2).put((byte) 2).put((byte) 2).put((byte) 0).putInt(0); // version 2: none
        WrittenNode.message(file, 0x08, LAYOUT);
        file.put((byte) 3).put((byte) 1).putLong(dataStart).putLong(bytes()).put(new byte[6]);
    }
}
