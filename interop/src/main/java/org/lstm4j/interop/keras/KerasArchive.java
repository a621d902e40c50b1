package org.lstm4j.interop.keras;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.lstm4j.model.ByteSource;
import org.lstm4j.model.Quoted;

/// A `.keras` file: a ZIP archive. Members are found by the directory at its end and compared with their own headers and checksums; no member
/// is unpacked to a file, whatever its name.
///
/// Source: PKWARE, APPNOTE.TXT .ZIP File Format Specification 6.3.10.
///
/// @param source the archive
/// @param members by name, in the order of the directory
record KerasArchive(ByteSource source, Map<String, ArchiveMember> members) {

    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_HEAD = 30;
    private static final int END = 0x06054b50;
    private static final int END_HEAD = 22;
    private static final int MOST_MEMBERS = 10_000;
    private static final long FREELY_INFLATED = 1L << 26;
    private static final int MOST_INFLATED = 100;
    private static final int BLOCK = 1 << 16;

    KerasArchive {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /// Whether bytes begin as such an archive does.
    static boolean isOne(ByteSource source) {
        return source.size() >= 4 && little(source.bytes(0, 4)).getInt() == LOCAL;
    }

    /// @throws org.lstm4j.ModelFileException when it is damaged, or of a kind that Keras does not write
    static KerasArchive read(ByteSource source) {
        ByteBuffer end = end(source);
        int count = end.getShort(10) & 0xffff;
        long length = end.getInt(12) & 0xffffffffL;
        long start = end.getInt(16) & 0xffffffffL;
        if (end.getInt(4) != 0 || count > MOST_MEMBERS || length > Integer.MAX_VALUE) {
            throw source.faults().damaged("the archive has too many parts or members", "one part, at most "
                    + MOST_MEMBERS + " members", count + " members");
        }
        ByteBuffer directory = little(source.bytes(start, (int) length));
        Map<String, ArchiveMember> members = new LinkedHashMap<>();
        try {
            for (int place = 0; place < count; place++) {
                ArchiveMember member = ArchiveMember.read(directory);
                if (members.put(member.name(), member) != null) {
                    throw new IllegalArgumentException("the archive has " + Quoted.of(member.name()) + " twice");
                }
            }
        } catch (IllegalArgumentException e) {
            throw source.faults().unusable(e);
        }
        return new KerasArchive(source, members);
    }

    /// The last record, found from the end backwards behind a comment of any length.
    private static ByteBuffer end(ByteSource source) {
        int length = (int) Math.min(source.size(), END_HEAD + 0xffff);
        ByteBuffer tail = little(source.bytes(source.size() - length, length));
        for (int at = length - END_HEAD; at >= 0; at--) {
            if (tail.getInt(at) == END && (tail.getShort(at + 20) & 0xffff) == length - at - END_HEAD) {
                return tail.slice(at, END_HEAD).order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        throw source.faults().damaged("the archive has no directory at its end");
    }

    /// The bytes of a member, checked against its checksum; empty when there is no such member.
    ///
    /// @throws org.lstm4j.ModelFileException when it is damaged, or grows a hundredfold beyond 64 MB
    Optional<ByteSource> member(String name) {
        return Optional.ofNullable(members.get(name)).map(this::open);
    }

    private ByteSource open(ArchiveMember member) {
        ByteSource stored = source.part(member.name(), dataStart(member), member.stored());
        ByteSource bytes = member.method() == ArchiveMember.STORED ? stored : inflate(stored, member);
        if (crc(bytes) != member.crc()) {
            throw bytes.faults().damaged("the checksum is wrong", Integer.toHexString(member.crc()),
                    Integer.toHexString(crc(bytes)));
        }
        return bytes;
    }

    private long dataStart(ArchiveMember member) {
        ByteBuffer local = little(source.bytes(member.header(), LOCAL_HEAD));
        int nameLength = local.getShort(26) & 0xffff;
        int extraLength = local.getShort(28) & 0xffff;
        String name = new String(source.bytes(member.header() + LOCAL_HEAD, nameLength), StandardCharsets.UTF_8);
        if (local.getInt(0) != LOCAL || !name.equals(member.name()) || local.getShort(8) != member.method()) {
            throw source.faults().damagedAt(member.header(), "a member and the directory do not agree",
                    Quoted.of(member.name()), Quoted.of(name));
        }
        return member.header() + LOCAL_HEAD + nameLength + extraLength;
    }

    private static ByteSource inflate(ByteSource stored, ArchiveMember member) {
        if (member.bytes() > Math.max(FREELY_INFLATED, MOST_INFLATED * stored.size())
                || member.bytes() > Integer.MAX_VALUE - 8 || member.bytes() > 64 + 1040 * stored.size()) {
            throw stored.faults().unusable("is too large for its bytes in the archive", "at most a hundredfold",
                    member.bytes() + " bytes of " + stored.size(), "put the archive together without compression");
        }
        byte[] bytes = new byte[(int) member.bytes()];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(stored.bytes(0, (int) stored.size()));
            int count = 0;
            while (count < bytes.length && !inflater.finished() && !inflater.needsInput() && !inflater.needsDictionary()) {
                count += inflater.inflate(bytes, count, bytes.length - count);
            }
            if (count < bytes.length) {
                throw stored.faults().damaged("ends too early", bytes.length + " bytes", count + " bytes");
            }
        } catch (DataFormatException e) {
            throw stored.faults().damaged("cannot be inflated", "", String.valueOf(e.getMessage()));
        } finally {
            inflater.end();
        }
        return ByteSource.of(stored.faults().file(), bytes);
    }

    private static int crc(ByteSource bytes) {
        CRC32 crc = new CRC32();
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        for (long at = 0; at < bytes.size(); at += BLOCK) {
            block.clear().limit((int) Math.min(BLOCK, bytes.size() - at));
            bytes.read(at, block);
            crc.update(block.flip());
        }
        return (int) crc.getValue();
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
