package org.lstm4j.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Writes a safetensors file to a stream: the header first, then the tensors one after the other.
///
/// {@snippet :
/// SafetensorsHeader header = SafetensorsHeader.builder().tensor("bias", TensorType.F32, List.of(3L)).build();
/// SafetensorsWriter writer = new SafetensorsWriter(out, header);
/// writer.write(new float[] {1, 2, 3});
/// writer.finish();
/// }
///
/// Equal input gives equal bytes; NaN is written in one form. The stream is left open. Not thread-safe.
public final class SafetensorsWriter {

    private static final int BLOCK = 1 << 16;

    private final OutputStream out;
    private final SafetensorsHeader header;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    private int next;

    /// Writes the header.
    public SafetensorsWriter(OutputStream out, SafetensorsHeader header) throws IOException {
        this.out = out;
        this.header = header;
        out.write(header.toBytes());
    }

    /// Writes the next tensor, which the header must have as F32 with that many elements.
    public void write(float[] values) throws IOException {
        requireNext(TensorType.F32, values.length);
        block.clear();
        for (float value : values) {
            if (!block.hasRemaining()) {
                drain();
            }
            block.putInt(Float.floatToIntBits(value)); // the canonical NaN, unlike floatToRawIntBits
        }
        drain();
    }

    /// Writes the next tensor, which the header must have as U8 with that many elements.
    public void write(byte[] values) throws IOException {
        requireNext(TensorType.U8, values.length);
        out.write(values);
    }

    /// Says that all tensors were written.
    ///
    /// @throws IllegalStateException when some were not
    public void finish() {
        if (next != header.tensors().size()) {
            throw new IllegalStateException(
                    "the header has " + header.tensors().size() + " tensors, but " + next + " were written");
        }
    }

    private void drain() throws IOException {
        out.write(block.array(), 0, block.position());
        block.clear();
    }

    private void requireNext(TensorType type, int elements) {
        if (next == header.tensors().size()) {
            throw new IllegalStateException("all " + next + " tensors of the header were written already");
        }
        TensorEntry tensor = header.tensors().get(next++);
        if (tensor.type() != type || tensor.elements() != elements) {
            throw new IllegalArgumentException("the next tensor is " + tensor + ", but " + elements + " elements of "
                    + type + " were given");
        }
    }
}
