package org.lstm4j.protobuf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes the fields of one Protocol Buffers message: a key of number and wire type, then the value.
///
/// | wire type | what | here |
/// |---|---|---|
/// | 0 | variable-length integer, seven bits a byte, lowest first | `int64` |
/// | 1 | 8 bytes, little-endian | `float64` |
/// | 2 | length, then that many bytes | `text`, `bytes`, `message`, `int64s`, `float32s`, `float64s` |
/// | 5 | 4 bytes, little-endian | `float32` |
///
/// The message is kept in memory until it is written. Mutable; not thread-safe. Source: Protocol Buffers documentation, Encoding.
public final class ProtobufWriter {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED_32 = 5;
    private static final int TYPE_BITS = 3;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public ProtobufWriter int64(int field, long value) {
        key(field, VARINT);
        varint(value);
        return this;
    }

    public ProtobufWriter float64(int field, double value) {
        key(field, FIXED_64);
        littleEndian(Double.doubleToLongBits(value), Double.BYTES);
        return this;
    }

    public ProtobufWriter float32(int field, float value) {
        key(field, FIXED_32);
        littleEndian(Float.floatToIntBits(value), Float.BYTES);
        return this;
    }

    public ProtobufWriter text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    public ProtobufWriter message(int field, ProtobufWriter value) {
        return bytes(field, value.toBytes());
    }

    public ProtobufWriter bytes(int field, byte[] value) {
        key(field, LENGTH);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    /// Repeated, packed.
    public ProtobufWriter float64s(int field, double[] values) {
        key(field, LENGTH);
        varint((long) values.length * Double.BYTES);
        for (double value : values) {
            littleEndian(Double.doubleToLongBits(value), Double.BYTES);
        }
        return this;
    }

    /// Repeated, packed.
    public ProtobufWriter int64s(int field, long... values) {
        ProtobufWriter packed = new ProtobufWriter();
        for (long value : values) {
            packed.varint(value);
        }
        return bytes(field, packed.toBytes());
    }

    /// Repeated, packed.
    public ProtobufWriter float32s(int field, float... values) {
        key(field, LENGTH);
        varint((long) values.length * Float.BYTES);
        for (float value : values) {
            littleEndian(Float.floatToIntBits(value), Float.BYTES);
        }
        return this;
    }

    /// The message so far, in a new array.
    public byte[] toBytes() {
        return bytes.toByteArray();
    }

    private void key(int field, int type) {
        varint(((long) field << TYPE_BITS) | type);
    }

    private void varint(long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            bytes.write((int) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        bytes.write((int) left);
    }

    private void littleEndian(long bits, int count) {
        for (int index = 0; index < count; index++) {
            bytes.write((int) (bits >>> (8 * index)));
        }
    }
}
