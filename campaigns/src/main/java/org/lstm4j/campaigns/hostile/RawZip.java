package org.lstm4j.campaigns.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A zip archive whose headers say whatever they are told to. Source: PKWARE, APPNOTE 6.3.10.
final class RawZip {

    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final long FOUR_BYTES = 0xffffffffL;

    private final ByteArrayOutputStream members = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int count;

    /// A sound member.
    RawZip with(String name, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return claiming(name, content, STORED, checksum.getValue(), content.length, content.length);
    }

    /// A member of zeros, deflated to a thousandth.
    RawZip withZeros(String name, long size) {
        return withZeros(name, new byte[0], size);
    }

    /// A member that begins with some bytes and goes on with zeros.
    RawZip withZeros(String name, byte[] beginning, long zeros) {
        Zeros packed = Zeros.of(beginning, zeros);
        return claiming(name, packed.deflated(), DEFLATED, packed.checksum(), packed.deflated().length,
                beginning.length + zeros);
    }

    /// A stored member whose sizes are others than those of its content.
    RawZip claiming(String name, byte[] content, long packedSize, long size) {
        return claiming(name, content, STORED, 0, packedSize, size);
    }

    /// Deflated bytes that claim to be of another size.
    RawZip deflatedClaiming(String name, byte[] deflated, long size) {
        return claiming(name, deflated, DEFLATED, 0, deflated.length, size);
    }

    private RawZip claiming(String name, byte[] packed, int method, long checksum, long packedSize, long size) {
        long at = members.size();
        members.writeBytes(header(0x04034b50, name, method, checksum, packedSize, size, -1));
        members.writeBytes(packed);
        return entry(name, method, checksum, packedSize, size, at);
    }

    /// One more name for the first member's bytes.
    RawZip again(String name, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return entry(name, STORED, checksum.getValue(), content.length, content.length, 0);
    }

    private RawZip entry(String name, int method, long checksum, long packedSize, long size, long at) {
        directory.writeBytes(header(0x02014b50, name, method, checksum, packedSize, size, at));
        count++;
        return this;
    }

    /// A header in front of a member, or with its place one in the directory; sizes beyond four bytes in an extra field.
    private static byte[] header(int signature, String name, int method, long checksum, long packedSize, long size,
            long at) {
        byte[] letters = name.getBytes(StandardCharsets.UTF_8);
        boolean isLong = packedSize >= FOUR_BYTES || size >= FOUR_BYTES || size < 0 || packedSize < 0;
        ByteBuffer bytes = ByteBuffer.allocate(66 + letters.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(signature);
        if (at >= 0) {
            bytes.putShort((short) 45);
        }
        bytes.putShort((short) 45).putShort((short) 0).putShort((short) method).putInt(0x5a210000);
        bytes.putInt((int) checksum);
        bytes.putInt(isLong ? -1 : (int) packedSize).putInt(isLong ? -1 : (int) size);
        bytes.putShort((short) letters.length).putShort((short) (isLong ? 20 : 0));
        if (at >= 0) {
            bytes.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt((int) at);
        }
        bytes.put(letters);
        if (isLong) {
            bytes.putShort((short) 1).putShort((short) 16).putLong(size).putLong(packedSize);
        }
        byte[] header = new byte[bytes.position()];
        bytes.flip().get(header);
        return header;
    }

    byte[] bytes() {
        return bytes(count, members.size(), directory.size());
    }

    /// @param count of members that the end claims
    /// @param at where the end claims that the directory begins
    /// @param size that the end claims it has
    byte[] bytes(long count, long at, long size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(members.toByteArray());
        bytes.writeBytes(directory.toByteArray());
        boolean isLong = count > 0xffff || count < 0 || at > FOUR_BYTES || at < 0 || size > FOUR_BYTES || size < 0;
        ByteBuffer end = ByteBuffer.allocate(98).order(ByteOrder.LITTLE_ENDIAN);
        if (isLong) {
            long longEnd = bytes.size();
            end.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45).putInt(0).putInt(0);
            end.putLong(count).putLong(count).putLong(size).putLong(at);
            end.putInt(0x07064b50).putInt(0).putLong(longEnd).putInt(1);
        }
        end.putInt(0x06054b50).putInt(0);
        end.putShort((short) (isLong ? -1 : count)).putShort((short) (isLong ? -1 : count));
        end.putInt(isLong ? -1 : (int) size).putInt(isLong ? -1 : (int) at).putShort((short) 0);
        bytes.write(end.array(), 0, end.position());
        return bytes.toByteArray();
    }

    /// Zeros, deflated without ever having them all in memory.
    static final class Zeros {

        private static final int BLOCK = 1 << 20;

        private final byte[] deflated;
        private final long checksum;

        private Zeros(byte[] deflated, long checksum) {
            this.deflated = deflated;
            this.checksum = checksum;
        }

        byte[] deflated() {
            return deflated;
        }

        long checksum() {
            return checksum;
        }

        static Zeros of(long size) {
            return of(new byte[0], size);
        }

        static Zeros of(byte[] beginning, long size) {
            ByteArrayOutputStream deflated = new ByteArrayOutputStream();
            CRC32 checksum = new CRC32();
            checksum.update(beginning);
            byte[] zeros = new byte[BLOCK];
            byte[] packed = new byte[BLOCK];
            try (Deflater deflater = new Deflater(1, true)) {
                deflater.setInput(beginning);
                while (!deflater.needsInput()) {
                    deflated.write(packed, 0, deflater.deflate(packed));
                }
                for (long done = 0; done < size; done += BLOCK) {
                    int length = (int) Math.min(BLOCK, size - done);
                    checksum.update(zeros, 0, length);
                    deflater.setInput(zeros, 0, length);
                    while (!deflater.needsInput()) {
                        deflated.write(packed, 0, deflater.deflate(packed));
                    }
                }
                deflater.finish();
                while (!deflater.finished()) {
                    deflated.write(packed, 0, deflater.deflate(packed));
                }
            }
            return new Zeros(deflated.toByteArray(), checksum.getValue());
        }
    }
}
