package org.lstm4j.interop.archive;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lstm4j.model.ByteSource;
import org.lstm4j.model.Quoted;

/// The members of a zip archive by name, read from its central directory.
///
/// {@snippet :
/// try (ByteSource bytes = ByteSource.open(Path.of("model.keras"))) {
///     ByteSource config = ZipArchive.read(bytes).require("config.json");
/// }
/// }
///
/// Refused are what archives that do harm have: two members of one name, members that overlap, control characters in names, encryption,
/// sizes beyond the bytes that are there or beyond what deflate can pack into them, and members that all together unpack to more than twice
/// the archive and 16 MB. Nothing is ever written to a disk. Source: PKWARE,
/// APPNOTE 6.3.10, with the 64-bit fields that PyTorch and NumPy write.
public final class ZipArchive {

    private static final byte[] START = {'P', 'K', 3, 4};
    /// Unpacked without more ado.
    private static final long FREE = 16 << 20;
    /// Weights and samples hardly get smaller when they are packed; what unpacks to many times its size is a bomb, or should be stored.
    private static final int MOST_TIMES = 2;

    private final ByteSource source;
    private final Map<String, ZipMember> members;
    /// The deflated members that were asked for.
    private final Set<ZipMember> unpacked = new LinkedHashSet<>();

    private ZipArchive(ByteSource source, Map<String, ZipMember> members) {
        this.source = source;
        this.members = members;
    }

    /// Reads the central directory.
    ///
    /// @throws org.lstm4j.ModelFileException when it is damaged, or not as archives of models are
    public static ZipArchive read(ByteSource source) {
        Map<String, ZipMember> members = new LinkedHashMap<>();
        for (ZipMember member : CentralDirectory.find(source).members()) {
            if (members.put(member.name(), member) != null) {
                throw source.faults().damagedAt(member.headerAt(), "two members of the archive have the name "
                        + Quoted.of(member.name()), "", "");
            }
        }
        MemberOverlap.refuse(source, List.copyOf(members.values()));
        return new ZipArchive(source, members);
    }

    /// Whether the bytes begin as an archive does.
    public static boolean looksLikeOne(ByteSource source) {
        return source.size() >= START.length && Arrays.equals(source.bytes(0, START.length), START);
    }

    /// The bytes of the archive.
    public ByteSource source() {
        return source;
    }

    /// The names, in the order of the directory.
    public List<String> names() {
        return List.copyOf(members.keySet());
    }

    /// The content of a member, whose checksum was found right; empty when there is none.
    ///
    /// @throws org.lstm4j.ModelFileException when it is damaged
    public Optional<ByteSource> member(String name) {
        return Optional.ofNullable(members.get(name)).map(member -> {
            ByteSource content = new MemberContent(source, member, roomFor(member)).read();
            if (member.method() == ZipMember.DEFLATED) {
                unpacked.add(member);
            }
            return content;
        });
    }

    /// How many bytes are left for it, the others that were unpacked taken off.
    private long roomFor(ZipMember member) {
        long others = unpacked.stream().filter(one -> !one.equals(member)).mapToLong(ZipMember::size).sum();
        return Math.max(FREE, source.size() * MOST_TIMES) - others;
    }

    /// The content of a member, whose checksum was found right.
    ///
    /// @throws org.lstm4j.ModelFileException when it is damaged, or there is none
    public ByteSource require(String name) {
        return member(name).orElseThrow(() -> source.faults().damaged(
                "the archive has no member '" + name + "'", "'" + name + "'",
                "members " + names().stream().limit(10).map(Quoted::of).toList()));
    }
}
