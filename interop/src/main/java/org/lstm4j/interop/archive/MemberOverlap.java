package org.lstm4j.interop.archive;

import java.util.Comparator;
import java.util.List;
import org.lstm4j.model.ByteSource;
import org.lstm4j.model.Quoted;

/// Members that share bytes make a small archive large; no tool writes them.
final class MemberOverlap {

    private static final int LOCAL_HEADER = 30;

    private MemberOverlap() {}

    /// @throws org.lstm4j.ModelFileException when two members overlap, or one leaves the archive
    static void refuse(ByteSource source, List<ZipMember> members) {
        long end = 0;
        for (ZipMember member : members.stream().sorted(Comparator.comparingLong(ZipMember::headerAt)).toList()) {
            source.requireInside(member.headerAt(), LOCAL_HEADER);
            source.requireInside(member.headerAt() + LOCAL_HEADER, member.packedSize());
            if (member.headerAt() < end) {
                throw source.faults().damagedAt(member.headerAt(), "the member " + Quoted.of(member.name())
                        + " overlaps the one before it", "byte " + end + " or later", "");
            }
            end = member.headerAt() + LOCAL_HEADER + member.packedSize();
        }
    }
}
