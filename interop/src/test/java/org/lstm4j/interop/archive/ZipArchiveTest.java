package org.lstm4j.interop.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.lstm4j.ModelFileException;
import org.lstm4j.interop.Damage;
import org.lstm4j.model.ByteSource;

class ZipArchiveTest {

    private static final byte[] TEXT = "a text that is repeated, a text that is repeated"
            .getBytes(StandardCharsets.UTF_8);
    private static final int END = 22;

    @Test
    void readsStoredAndDeflatedMembers() throws IOException {
        ZipArchive archive = open(archive());

        assertThat(archive.names()).containsExactly("stored", "folder/deflated");
        assertThat(content(archive, "stored")).isEqualTo(TEXT);
        assertThat(content(archive, "folder/deflated")).isEqualTo(TEXT);
        assertThat(archive.member("other")).isEmpty();
        assertThatThrownBy(() -> archive.require("other")).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("no member 'other'").hasMessageContaining("'stored'");
    }

    @Test
    void noticesAChangedByte() throws IOException {
        byte[] bytes = archive();
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("a text");
        bytes[at] = 'A';

        assertThatThrownBy(() -> open(bytes).require("stored")).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("do not give its checksum");
    }

    @Test
    void refusesTwoMembersOfOneName() throws IOException {
        byte[] bytes = replaceAll(replaceAll(archive("one", "two"), "two", "one"), "zwo", "one");

        assertThatThrownBy(() -> open(bytes)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("two members of the archive have the name 'one'");
    }

    @Test
    void refusesControlCharactersInNames() throws IOException {
        byte[] bytes = replaceAll(archive("one", "two"), "two", "t\0o");

        assertThatThrownBy(() -> open(bytes)).isInstanceOf(ModelFileException.class).hasMessageContaining("t\\u0000o");
    }

    @Test
    void refusesMembersThatShareBytes() throws IOException {
        byte[] bytes = archive("one", "two");
        int second = directory(bytes) + 46 + 3;
        assertThat(number(bytes, second)).isEqualTo(0x02014b50);
        putNumber(bytes, second + 42, 1); // the header of the second within the first

        assertThatThrownBy(() -> open(bytes)).isInstanceOf(ModelFileException.class).hasMessageContaining("overlaps");
    }

    @Test
    void refusesABombBeforeItIsUnpacked() throws IOException {
        byte[] bytes = archive();
        int second = directory(bytes) + 46 + 6;
        putNumber(bytes, second + 24, 2_000_000_000);

        assertThatThrownBy(() -> open(bytes).require("folder/deflated")).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("cannot unpack to the size it claims").hasMessageContaining("2000000000");
    }

    @Test
    void refusesMembersThatUnpackToTooMuchTogether() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("one", "two", "three")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(new byte[7 << 20]);
            }
        }
        ZipArchive archive = open(bytes.toByteArray());

        assertThat(content(archive, "one")).hasSize(7 << 20);
        assertThat(content(archive, "two")).hasSize(7 << 20);
        assertThat(content(archive, "one")).hasSize(7 << 20);
        assertThatThrownBy(() -> archive.require("three")).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("cannot unpack to the size it claims").hasMessageContaining("at most 2097152");
    }

    @Test
    void refusesContentThatIsLongerThanItSays() throws IOException {
        byte[] bytes = archive();
        int second = directory(bytes) + 46 + 6;
        putNumber(bytes, second + 24, TEXT.length - 1);

        assertThatThrownBy(() -> open(bytes).require("folder/deflated")).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("does not unpack to its size");
    }

    @Test
    void refusesWhatHasNoEnd() {
        assertThatThrownBy(() -> open(new byte[40])).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("the archive has no end");
        assertThat(ZipArchive.looksLikeOne(ByteSource.of("short", new byte[3]))).isFalse();
    }

    @Test
    void survivesEveryCutAndEveryTurnedBit() throws IOException {
        byte[] file = archive();
        Damage damage = new Damage(file, ZipArchiveTest::readAll);

        damage.cuts(1);
        damage.flips(1);
    }

    private static void readAll(ByteSource source) {
        ZipArchive archive = ZipArchive.read(source);
        archive.names().forEach(archive::require);
    }

    private static ZipArchive open(byte[] bytes) {
        return ZipArchive.read(ByteSource.of("test.zip", bytes));
    }

    private static byte[] content(ZipArchive archive, String name) {
        ByteSource member = archive.require(name);
        return member.bytes(0, (int) member.size());
    }

    /// Without data descriptors: sizes stand in the headers.
    private static byte[] archive(String... stored) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : stored.length == 0 ? new String[]{"stored"} : stored) {
                ZipEntry entry = new ZipEntry(name);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(TEXT.length);
                CRC32 checksum = new CRC32();
                checksum.update(TEXT);
                entry.setCrc(checksum.getValue());
                zip.putNextEntry(entry);
                zip.write(TEXT);
            }
            if (stored.length == 0) {
                zip.putNextEntry(new ZipEntry("folder/deflated"));
                zip.write(TEXT);
            }
        }
        return bytes.toByteArray();
    }

    private static int directory(byte[] archive) {
        return number(archive, archive.length - END + 16);
    }

    private static int number(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    private static void putNumber(byte[] bytes, int at, int value) {
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
    }

    private static byte[] replaceAll(byte[] bytes, String text, String other) {
        byte[] from = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] to = other.getBytes(StandardCharsets.ISO_8859_1);
        byte[] replaced = bytes.clone();
        for (int at = 0; at + from.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + from.length, from, 0, from.length)) {
                System.arraycopy(to, 0, replaced, at, to.length);
            }
        }
        return replaced;
    }
}
