package org.lstm4j.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// Bytes that look like a stream state.
final class StreamStateBytes {

    private StreamStateBytes() {}

    /// The bytes with the checksum of all before it as their last four.
    static byte[] withChecksum(byte[] bytes) {
        byte[] signed = bytes.clone();
        int end = bytes.length - Integer.BYTES;
        CRC32C checksum = new CRC32C();
        checksum.update(signed, 0, end);
        ByteBuffer.wrap(signed).order(ByteOrder.LITTLE_ENDIAN).putInt(end, (int) checksum.getValue());
        return signed;
    }
}
