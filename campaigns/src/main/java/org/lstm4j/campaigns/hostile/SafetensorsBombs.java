package org.lstm4j.campaigns.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Safetensors files whose header claims too much.
record SafetensorsBombs() {

    void addTo(HostileFolder folder) {
        for (long length : new long[]{Long.MAX_VALUE, Long.MIN_VALUE, -1, 1L << 40, 1L << 31, 1000, 1}) {
            folder.add("safetensors", "a header of " + Long.toUnsignedString(length) + " bytes", file(length, "{}", 8));
        }
        addHeaders(folder);
        addShapes(folder);
        addMany(folder);
    }

    private static void addHeaders(HostileFolder folder) {
        add(folder, "brackets a million deep", "[".repeat(1_000_000));
        add(folder, "objects a million deep", "{\"a\":".repeat(1_000_000));
        add(folder, "metadata a hundred thousand deep", "{\"__metadata__\":" + "{\"a\":".repeat(100_000));
        add(folder, "a number of a million digits", "{\"a\":" + "9".repeat(1_000_000) + "}");
        add(folder, "an exponent of a million digits", "{\"a\":1e" + "9".repeat(1_000_000) + "}");
        add(folder, "twenty million spaces", "{" + " ".repeat(20_000_000) + "}");
        add(folder, "a text of ten million letters", "{\"__metadata__\":{\"a\":\"" + "b".repeat(10_000_000) + "\"},"
                + tensor("c", "[1]", 0, 8) + "}");
        folder.add("safetensors", "no tensors at all", file(2, "{}", 0));
        folder.add("safetensors", "metadata alone", file(20, "{\"__metadata__\":{}}  ", 0));
        add(folder, "one name twice", "{" + tensor("a", "[1]", 0, 4) + "," + tensor("a", "[1]", 4, 8) + "}");
        add(folder, "NUL in a name", "{" + tensor("a\\u0000b", "[2]", 0, 8) + "}");
        add(folder, "half a letter", "{" + tensor("a\\ud800", "[2]", 0, 8) + "}");
        add(folder, "an unknown type", "{\"a\":{\"dtype\":\"F99\",\"shape\":[2],\"data_offsets\":[0,8]}}");
    }

    private static void addShapes(HostileFolder folder) {
        String deep = "1,".repeat(100_000) + "1";
        for (String shape : new String[]{"[9223372036854775807]", "[9223372036854775808]", "[4294967296,4294967296]",
            "[0,9223372036854775807]", "[-1,-2]", "[2.5]", "[1e30]", "[1e999999999]", "[" + deep + "]"}) {
            add(folder, "a shape " + shape.substring(0, Math.min(30, shape.length())), "{" + tensor("a", shape, 0, 8)
                    + "}");
        }
        for (String range : new String[]{"[0,9223372036854775807]", "[-8,0]", "[8,0]", "[0,12]", "[4,8]", "[0,4]",
            "[0,18446744073709551616]"}) {
            add(folder, "a tensor at " + range, "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":" + range
                    + "}}");
        }
        add(folder, "two tensors that overlap", "{" + tensor("a", "[1]", 0, 4) + "," + tensor("b", "[2]", 0, 8) + "}");
    }

    private static void addMany(HostileFolder folder) {
        StringBuilder empty = new StringBuilder("{");
        StringBuilder layers = new StringBuilder("{");
        for (int index = 0; index < 200_000; index++) {
            empty.append(index == 0 ? "" : ",").append(tensor("t" + index, "[0]", 0, 0));
            if (index < 20_000) {
                layers.append(index == 0 ? "" : ",").append(tensor("rnn.weight_ih_l" + index, "[4,0]", 0, 0));
            }
        }
        add(folder, "two hundred thousand empty tensors", empty.append('}').toString());
        add(folder, "twenty thousand layers of no inputs", layers.append('}').toString());
    }

    private static String tensor(String name, String shape, long from, long to) {
        return "\"" + name + "\":{\"dtype\":\"F32\",\"shape\":" + shape + ",\"data_offsets\":[" + from + "," + to
                + "]}";
    }

    private static void add(HostileFolder folder, String trick, String header) {
        folder.add("safetensors", trick, file(header.length(), header, 8));
    }

    private static byte[] file(long headerLength, String header, int dataLength) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, headerLength)
                .array());
        bytes.writeBytes(header.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[dataLength]);
        return bytes.toByteArray();
    }
}
