package org.lstm4j.interop.archive;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.lstm4j.ModelFileException;
import org.lstm4j.model.ByteSource;
import org.lstm4j.model.Quoted;

/// The content of a member: a part of the archive where it is stored as it is, an array where it is deflated.
///
/// @param source the archive
/// @param member which
/// @param room bytes that it may unpack to, as far as the archive is concerned
record MemberContent(ByteSource source, ZipMember member, long room) {

    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_SIZE = 30;
    /// Deflate packs at most 258 bytes into two bits.
    private static final long MOST_PER_BYTE = 1032;
    private static final int BLOCK = 1 << 16;

    /// @throws ModelFileException when it is damaged
    ByteSource read() {
        ByteFields header = ByteFields.at(source, member.headerAt(), LOCAL_SIZE);
        if (header.signature() != LOCAL_SIGNATURE) {
            throw fault("does not begin as it should", Integer.toHexString(LOCAL_SIGNATURE),
                    Integer.toHexString(header.signature()));
        }
        long start = member.headerAt() + LOCAL_SIZE + header.two(26) + header.two(28);
        ByteSource packed = source.part(member.name(), start, member.packedSize());
        ByteSource content = switch (member.method()) {
            case ZipMember.STORED -> stored(packed);
            case ZipMember.DEFLATED -> inflated(packed);
            default -> throw fault("is compressed by an unknown method", "stored or deflated",
                    "method " + member.method());
        };
        requireChecksum(content);
        return content;
    }

    private ByteSource stored(ByteSource packed) {
        if (member.size() != member.packedSize()) {
            throw fault("is stored as it is, but its sizes differ", member.packedSize() + " bytes",
                    member.size() + " bytes");
        }
        return packed;
    }

    private ByteSource inflated(ByteSource packed) {
        long limit = Math.min(Integer.MAX_VALUE - 8, Math.min((member.packedSize() + 1) * MOST_PER_BYTE, room));
        if (member.size() < 0 || member.size() > limit) {
            throw fault("cannot unpack to the size it claims",
                    "at most " + limit + " bytes; store it without compression",
                    Long.toUnsignedString(member.size()));
        }
        byte[] content = new byte[(int) member.size()];
        try (Inflater inflater = new Inflater(true)) {
            inflate(inflater, packed, content);
        } catch (DataFormatException e) {
            throw fault("is damaged: " + e.getMessage(), "", "");
        }
        return ByteSource.of(packed.faults().file(), content);
    }

    private void inflate(Inflater inflater, ByteSource packed, byte[] content) throws DataFormatException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        long read = 0;
        int filled = 0;
        while (!inflater.finished()) {
            if (inflater.needsInput() && read < packed.size()) {
                block.clear().limit((int) Math.min(BLOCK, packed.size() - read));
                packed.read(read, block);
                read += block.position();
                inflater.setInput(block.flip());
            }
            // one byte more than there is room for: content that goes on is noticed
            int count = filled < content.length
                    ? inflater.inflate(content, filled, content.length - filled)
                    : inflater.inflate(new byte[1]);
            filled += count;
            boolean stuck = count == 0 && !inflater.finished() && read == packed.size();
            if (filled > content.length || stuck) {
                throw fault("does not unpack to its size", content.length + " bytes",
                        filled > content.length ? "more" : filled + " bytes");
            }
        }
        if (filled != content.length) {
            throw fault("does not unpack to its size", content.length + " bytes", filled + " bytes");
        }
    }

    private void requireChecksum(ByteSource content) {
        CRC32 checksum = new CRC32();
        ByteBuffer block = ByteBuffer.allocate((int) Math.min(BLOCK, Math.max(1, content.size())));
        for (long at = 0; at < content.size(); at += BLOCK) {
            block.clear().limit((int) Math.min(BLOCK, content.size() - at));
            content.read(at, block);
            checksum.update(block.flip());
        }
        if ((int) checksum.getValue() != member.checksum()) {
            throw fault("is damaged: its bytes do not give its checksum", Integer.toHexString(member.checksum()),
                    Integer.toHexString((int) checksum.getValue()));
        }
    }

    private ModelFileException fault(String what, String expected, String received) {
        return source.faults().damagedAt(member.headerAt(), "the member " + Quoted.of(member.name()) + " " + what,
                expected, received);
    }
}
