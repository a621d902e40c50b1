package org.lstm4j.tune.study;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/// The checksum of a row: CRC-32C over the texts of its columns, each with its length before it. It finds what SQLite does not look
/// for: a digit of an error that a failing disk has changed.
final class RowChecksum {

    private RowChecksum() {}

    /// @param table whose row it is, so that no row passes for one of another table
    static long of(String table, Object... columns) {
        CRC32C checksum = new CRC32C();
        update(checksum, table);
        for (Object column : columns) {
            update(checksum, String.valueOf(column));
        }
        return checksum.getValue();
    }

    private static void update(CRC32C checksum, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        checksum.update(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes.length)
                .flip());
        checksum.update(bytes);
    }
}
