package org.lstm4j.campaigns.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Arrays of NumPy whose header claims too much. Source: numpy.lib.format.
record NumpyBombs() {

    private static final int DATA = 8;

    void addTo(HostileFolder folder) {
        for (String shape : new String[]{"(9223372036854775807,)", "(9223372036854775808,)", "(4294967296, 4294967296)",
            "(0, 9223372036854775807)", "(-1,)", "(1099511627776,)", "(2.5,)", "(" + "1,".repeat(20_000) + ")",
            "(".repeat(20_000)}) {
            add(folder, "a shape " + shape.substring(0, Math.min(40, shape.length())),
                    "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }");
        }
        for (String type : new String[]{"|O", "<f99", "<f9999999999", "|S9223372036854775807", "<U1000000000"}) {
            add(folder, "a type " + type, "{'descr': '" + type + "', 'fortran_order': False, 'shape': (2,), }");
        }
        add(folder, "a header of sixty thousand spaces", " ".repeat(60_000));
        add(folder, "a header that never ends", "{'descr': '<f4");
        for (int length : new int[]{Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 1 << 28}) {
            folder.add("numpy", "a header of " + Integer.toUnsignedString(length) + " bytes", new RawZip()
                    .with("input.npy", array(2, length, "{}")).bytes());
        }
    }

    private static void add(HostileFolder folder, String trick, String header) {
        folder.add("numpy", trick, new RawZip().with("input.npy", array(1, header.length(), header)).bytes());
    }

    /// How a sound file begins.
    static byte[] array(String header) {
        byte[] array = array(1, header.length(), header);
        return Arrays.copyOf(array, array.length - DATA);
    }

    private static byte[] array(int version, int headerLength, String header) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[]{(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        for (int index = 0; index < (version == 1 ? 2 : 4); index++) {
            bytes.write(headerLength >> (8 * index));
        }
        bytes.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(new byte[DATA]);
        return bytes.toByteArray();
    }
}
