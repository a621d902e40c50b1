package org.lstm4j.interop.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.lstm4j.model.ByteSource;
import org.lstm4j.model.Quoted;
import org.lstm4j.model.TensorType;

/// A tensor whose elements lie one after the other, row-major.
public final class RawTensor implements StoredTensor {

    /// A multiple of every element's size.
    private static final int BLOCK = 1 << 16;
    private static final int MOST_AXES = 32;

    private final String name;
    private final TensorType type;
    private final List<Long> shape;
    private final ByteSource source;
    private final long position;
    private final ByteOrder order;

    /// A tensor of little-endian elements.
    public RawTensor(String name, TensorType type, List<Long> shape, ByteSource source, long position) {
        this(name, type, shape, source, position, ByteOrder.LITTLE_ENDIAN);
    }

    /// @param position of the first byte
    /// @throws org.lstm4j.ModelFileException when the source has fewer bytes than type and shape need, or a size is impossible
    public RawTensor(String name, TensorType type, List<Long> shape, ByteSource source, long position,
            ByteOrder order) {
        this.name = name;
        this.type = type;
        this.shape = List.copyOf(shape);
        this.source = source;
        this.position = position;
        this.order = order;
        source.requireInside(position, bytes());
    }

    private long bytes() {
        long bytes = type.bits() / Byte.SIZE;
        try {
            for (long size : shape) {
                bytes = Math.multiplyExact(bytes, size);
                if (size < 0 || shape.size() > MOST_AXES) {
                    throw new ArithmeticException();
                }
            }
        } catch (ArithmeticException _) {
            throw source.faults().damagedAt(position, "tensor " + Quoted.of(name) + " has an impossible shape",
                    "at most " + MOST_AXES + " sizes from 0, whose product can be counted", shape.toString());
        }
        return bytes;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public TensorType type() {
        return type;
    }

    @Override
    public List<Long> shape() {
        return shape;
    }

    @Override
    public void read(float[] target) {
        ElementDecoder decoder = decoder();
        blocks(target.length, (bytes, from, count) -> decoder.decode(bytes, target, from, count));
    }

    @Override
    public void read(double[] target) {
        ElementDecoder decoder = decoder();
        blocks(target.length, (bytes, from, count) -> decoder.decode(bytes, target, from, count));
    }

    private ElementDecoder decoder() {
        ElementDecoder decoder = ElementDecoder.of(type);
        if (decoder == null) {
            throw source.faults().unusable("tensor " + Quoted.of(name) + " has elements that no layer can have",
                    ElementDecoder.KNOWN, type.name(), "convert it to F32 before");
        }
        return decoder;
    }

    private void blocks(int elements, BlockUse use) {
        if (elements != elements()) {
            throw new IllegalArgumentException(
                    "tensor '" + name + "' has " + elements() + " elements, but the array has room for " + elements);
        }
        int size = type.bits() / Byte.SIZE;
        ByteBuffer block = ByteBuffer.allocate((int) Math.min(BLOCK, Math.max(1, (long) elements * size))).order(order);
        int perBlock = BLOCK / size;
        for (int from = 0; from < elements; from += perBlock) {
            int count = Math.min(perBlock, elements - from);
            block.clear().limit(count * size);
            source.read(position + (long) from * size, block);
            use.accept(block.flip(), from, count);
        }
    }

    @Override
    public String toString() {
        return name + " " + type + " " + shape;
    }

    /// Takes the elements of one block.
    private interface BlockUse {
        void accept(ByteBuffer bytes, int from, int count);
    }
}
