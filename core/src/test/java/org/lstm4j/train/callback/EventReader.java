package org.lstm4j.train.callback;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads event files by their specification alone: it shares no code with the writer.
///
/// A message is a map from field number to values: Long for variable-length integers, ByteBuffer for the rest.
final class EventReader {

    private EventReader() {}

    /// The events of a file, all checksums compared.
    static List<Map<Integer, List<Object>>> events(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<Map<Integer, List<Object>>> events = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] length = take(bytes, 8);
            require(bytes.getInt(), length);
            byte[] data = take(bytes, (int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong());
            require(bytes.getInt(), data);
            events.add(message(ByteBuffer.wrap(data)));
        }
        return events;
    }

    private static void require(int masked, byte[] data) {
        long unmasked = (masked - 0xa282ead8L) & 0xffffffffL;
        long checksum = ((unmasked >>> 17) | (unmasked << 15)) & 0xffffffffL;
        if (checksum != castagnoli(data)) {
            throw new IllegalStateException("a checksum is wrong");
        }
    }

    /// CRC-32C bit by bit, by its polynomial 0x1EDC6F41, reflected.
    static long castagnoli(byte[] data) {
        long register = 0xffffffffL;
        for (byte value : data) {
            register ^= value & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                register = (register & 1) == 1 ? (register >>> 1) ^ 0x82f63b78L : register >>> 1;
            }
        }
        return register ^ 0xffffffffL;
    }

    static Map<Integer, List<Object>> message(ByteBuffer bytes) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        Map<Integer, List<Object>> fields = new LinkedHashMap<>();
        while (bytes.hasRemaining()) {
            long key = varint(bytes);
            Object value = switch ((int) (key & 7)) {
                case 0 -> varint(bytes);
                case 1 -> buffer(bytes, 8);
                case 2 -> buffer(bytes, (int) varint(bytes));
                case 5 -> buffer(bytes, 4);
                default -> throw new IllegalStateException("wire type " + (key & 7));
            };
            fields.computeIfAbsent((int) (key >>> 3), _ -> new ArrayList<>()).add(value);
        }
        return fields;
    }

    static ByteBuffer bytes(Map<Integer, List<Object>> message, int field) {
        return ((ByteBuffer) value(message, field)).duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /// The first value of a field.
    static Object value(Map<Integer, List<Object>> message, int field) {
        return Objects.requireNonNull(message.get(field), "no such field").getFirst();
    }

    static String text(Map<Integer, List<Object>> message, int field) {
        return StandardCharsets.UTF_8.decode(bytes(message, field)).toString();
    }

    static Map<Integer, List<Object>> inner(Map<Integer, List<Object>> message, int field) {
        return message(bytes(message, field));
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        int shift = 0;
        long read;
        do {
            read = bytes.get();
            value |= (read & 0x7f) << shift;
            shift += 7;
        } while (read < 0);
        return value;
    }

    private static ByteBuffer buffer(ByteBuffer bytes, int size) {
        return ByteBuffer.wrap(take(bytes, size)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] take(ByteBuffer bytes, int size) {
        byte[] taken = new byte[size];
        bytes.get(taken);
        return taken;
    }
}
