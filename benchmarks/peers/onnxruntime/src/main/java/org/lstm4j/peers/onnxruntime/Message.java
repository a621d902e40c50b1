package org.lstm4j.peers.onnxruntime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// One message of protocol buffers being written: fields of a number and a value, in any order. Of the wire types two are enough
/// here: varints (0) and bytes with their length (2).
final class Message {

    private static final int VARINT = 0;
    private static final int BYTES = 2;
    private static final int SEVEN_BITS = 0x7f;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
        varint(((long) field << 3) | VARINT);
        varint(value);
        return this;
    }

    Message text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
        return bytes(field, value.toBytes());
    }

    /// Floats as raw little-endian bytes.
    Message floats(int field, float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return bytes(field, buffer.array());
    }

    private Message bytes(int field, byte[] value) {
        varint(((long) field << 3) | BYTES);
        varint(value.length);
        out.writeBytes(value);
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~SEVEN_BITS) != 0) {
            out.write((int) ((rest & SEVEN_BITS) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
