package org.lstm4j.interop.keras;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What the central directory of a ZIP archive says of a member. APPNOTE 6.3.10, 4.3.12.
///
/// @param method 0 for stored, 8 for deflated
/// @param crc of its bytes
/// @param stored bytes in the archive
/// @param bytes of its own
/// @param header where its local header begins
record ArchiveMember(String name, int method, int crc, long stored, long bytes, long header) {

    static final int SIGNATURE = 0x02014b50;
    static final int HEAD = 46;
    static final int STORED = 0;
    static final int DEFLATED = 8;
    private static final int ENCRYPTED = 1;
    private static final long LARGER = 0xffffffffL;

    /// Reads an entry from its signature on, and goes to the next.
    ///
    /// @param directory little-endian
    /// @throws IllegalArgumentException when it is damaged, or of a kind that Keras does not write
    static ArchiveMember read(ByteBuffer directory) {
        if (directory.remaining() < HEAD || directory.getInt() != SIGNATURE) {
            throw new IllegalArgumentException("the directory of the archive is damaged");
        }
        directory.position(directory.position() + 4); // versions
        int flags = directory.getShort();
        int method = directory.getShort();
        directory.position(directory.position() + 4); // time
        int crc = directory.getInt();
        long stored = directory.getInt() & LARGER;
        long bytes = directory.getInt() & LARGER;
        byte[] name = new byte[directory.getShort() & 0xffff];
        int rest = (directory.getShort() & 0xffff) + (directory.getShort() & 0xffff);
        directory.position(directory.position() + 8); // disk, attributes
        long header = directory.getInt() & LARGER;
        if (name.length + rest > directory.remaining()) {
            throw new IllegalArgumentException("the directory of the archive ends within a member");
        }
        directory.get(name).position(directory.position() + rest);
        ArchiveMember member = new ArchiveMember(new String(name, StandardCharsets.UTF_8), method, crc, stored, bytes,
                header);
        member.requireUsable(flags);
        return member;
    }

    private void requireUsable(int flags) {
        if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a member of the archive has an impossible name");
        }
        if ((flags & ENCRYPTED) != 0 || (method != STORED && method != DEFLATED)) {
            throw new IllegalArgumentException("a member of the archive is encrypted or compressed in another way than"
                    + " by deflate; put it together anew without that");
        }
        if (stored == LARGER || bytes == LARGER || header == LARGER) {
            throw new IllegalArgumentException("the archive is a ZIP64 of more than 4 GB, which is not read; give its"
                    + " model.weights.h5 and config.json by themselves");
        }
        if (method == STORED && stored != bytes) {
            throw new IllegalArgumentException("a member of the archive is stored in " + stored + " bytes, but has "
                    + bytes);
        }
    }
}
