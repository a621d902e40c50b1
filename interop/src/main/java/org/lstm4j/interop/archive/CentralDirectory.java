package org.lstm4j.interop.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lstm4j.ModelFileException;
import org.lstm4j.model.ByteSource;
import org.lstm4j.model.Quoted;

/// The list of members at the end of an archive.
///
/// @param source the archive
/// @param at where the list begins
/// @param size bytes it takes
/// @param count members it has
record CentralDirectory(ByteSource source, long at, long size, long count) {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LOCATOR_SIZE = 20;
    private static final int LONG_END_SIGNATURE = 0x06064b50;
    private static final int LONG_END_SIZE = 56;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int MOST_MEMBERS = 100_000;
    private static final int LONGEST_NAME = 4096;
    private static final int ENCRYPTED = 1;

    /// Finds the list by the record that ends the archive.
    static CentralDirectory find(ByteSource source) {
        long end = endRecord(source);
        ByteFields fields = ByteFields.at(source, end, END_SIZE);
        CentralDirectory directory = new CentralDirectory(
                source, fields.fourUnsigned(16), fields.fourUnsigned(12), fields.two(10));
        CentralDirectory whole = directory.hasLongEnd() ? longEnd(source, end) : directory;
        source.requireInside(whole.at, whole.size);
        if (whole.count > MOST_MEMBERS || whole.count > whole.size / ENTRY_SIZE || whole.count < 0) {
            throw source.faults().damagedAt(end, "the archive cannot have so many members",
                    "at most " + Math.min(MOST_MEMBERS, whole.size / ENTRY_SIZE), Long.toUnsignedString(whole.count));
        }
        return whole;
    }

    private boolean hasLongEnd() {
        return at == 0xffffffffL || size == 0xffffffffL || count == 0xffff;
    }

    private static long endRecord(ByteSource source) {
        long first = Math.max(0, source.size() - END_SIZE - LONGEST_COMMENT);
        byte[] tail = source.bytes(first, (int) (source.size() - first));
        ByteBuffer bytes = ByteBuffer.wrap(tail).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        for (int place = tail.length - END_SIZE; place >= 0; place--) {
            if (bytes.getInt(place) == END_SIGNATURE) {
                return first + place;
            }
        }
        throw source.faults().damagedAt(source.size(), "the archive has no end",
                "a record that ends the archive", "none; the file was cut, or is no zip archive");
    }

    private static CentralDirectory longEnd(ByteSource source, long end) {
        ByteFields locator = ByteFields.at(source, end - LOCATOR_SIZE, LOCATOR_SIZE);
        require(source, end - LOCATOR_SIZE, locator, LOCATOR_SIGNATURE);
        long place = locator.eight(8);
        ByteFields fields = ByteFields.at(source, place, LONG_END_SIZE);
        require(source, place, fields, LONG_END_SIGNATURE);
        return new CentralDirectory(source, fields.eight(48), fields.eight(40), fields.eight(32));
    }

    /// The members, in the order of the list.
    List<ZipMember> members() {
        List<ZipMember> members = new ArrayList<>();
        long place = at;
        for (long index = 0; index < count; index++) {
            ByteFields fields = ByteFields.at(source, place, ENTRY_SIZE);
            require(source, place, fields, ENTRY_SIGNATURE);
            int nameLength = fields.two(28);
            int extraLength = fields.two(30);
            members.add(member(place, fields, nameLength, extraLength));
            place += ENTRY_SIZE + (long) nameLength + extraLength + fields.two(32);
        }
        return members;
    }

    private ZipMember member(long place, ByteFields fields, int nameLength, int extraLength) {
        if (nameLength > LONGEST_NAME) {
            throw source.faults().damagedAt(place, "a member has an endless name", "at most " + LONGEST_NAME + " bytes",
                    nameLength + " bytes");
        }
        String name = name(place, source.bytes(place + ENTRY_SIZE, nameLength));
        if ((fields.two(8) & ENCRYPTED) != 0) {
            throw source.faults().damagedAt(place, "the member " + Quoted.of(name) + " is encrypted", "plain data", "");
        }
        LongSizes sizes = LongSizes.of(source, place + ENTRY_SIZE + nameLength, extraLength,
                fields.fourUnsigned(24), fields.fourUnsigned(20), fields.fourUnsigned(42));
        return new ZipMember(name, fields.two(10), fields.four(16), sizes.packed(), sizes.size(), sizes.header());
    }

    private String name(long place, byte[] bytes) {
        try {
            String name = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (!name.isEmpty() && name.chars().noneMatch(Character::isISOControl)) {
                return name;
            }
            throw badName(place, Quoted.of(name));
        } catch (CharacterCodingException _) {
            throw badName(place, "bytes that are no UTF-8");
        }
    }

    private ModelFileException badName(long place, String received) {
        return source.faults().damagedAt(place, "a member of the archive has no proper name",
                "UTF-8 without control characters", received);
    }

    private static void require(ByteSource source, long place, ByteFields fields, int signature) {
        if (fields.signature() != signature) {
            throw source.faults().damagedAt(place, "the archive is damaged: a record does not begin as it should",
                    "the signature " + Integer.toHexString(signature), Integer.toHexString(fields.signature()));
        }
    }
}
