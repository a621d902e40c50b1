package org.lstm4j.train.callback;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// The frame around a record in files of TensorFlow:
///
/// ```
/// uint64 length    uint32 masked CRC of the length    length bytes    uint32 masked CRC of those
/// ```
///
/// All little-endian. The checksum is CRC-32C (RFC 3720), rotated and shifted so that a checksum of data that holds checksums
/// stays a good one: `((crc >>> 15) | (crc << 17)) + 0xa282ead8`. Source: TensorFlow, TFRecord format.
final class TfRecord {

    private static final int MASK = 0xa282ead8;
    private static final int ROTATION = 15;

    private TfRecord() {}

    static byte[] of(byte[] data) {
        byte[] length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(data.length).array();
        return ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES + data.length).order(ByteOrder.LITTLE_ENDIAN)
                .put(length)
                .putInt(maskedChecksum(length))
                .put(data)
                .putInt(maskedChecksum(data))
                .array();
    }

    static int checksum(byte[] data) {
        CRC32C checksum = new CRC32C();
        checksum.update(data, 0, data.length);
        return (int) checksum.getValue();
    }

    static int maskedChecksum(byte[] data) {
        return Integer.rotateRight(checksum(data), ROTATION) + MASK;
    }
}
