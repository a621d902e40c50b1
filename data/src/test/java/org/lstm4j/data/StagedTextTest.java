package org.lstm4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lstm4j.data.TestFiles.gzip;
import static org.lstm4j.data.TestFiles.utf8;
import static org.lstm4j.data.TestFiles.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.DataException;

class StagedTextTest {

    @TempDir
    Path folder;

    @Test
    void plainUtf8IsReadWhereItLies() {
        Path file = write(folder, "a.csv", "a,b");

        try (StagedText text = StagedText.of(new Source.FileSource(file), null, 100)) {
            assertThat(text.path()).isEqualTo(file);
            assertThat(text.temporary()).isFalse();
        }
        assertThat(file).exists();
    }

    @Test
    void aCopyIsUtf8AndGoneAfterwards() throws IOException {
        Path file = write(folder, "a.csv", "\uFEFFä,b", StandardCharsets.UTF_16LE);
        Path copy;

        try (StagedText text = StagedText.of(new Source.FileSource(file), null, 100)) {
            copy = text.path();
            assertThat(Files.readString(copy)).isEqualTo("ä,b");
            assertThat(text.encoding()).isEqualTo("UTF-16LE");
        }
        assertThat(copy).isNotEqualTo(file).doesNotExist();
    }

    @Test
    void compressedTextIsUnpackedAndGoneAfterwards() throws IOException {
        Path copy;

        try (StagedText text = StagedText.of(new Source.FileSource(write(folder, "a.csv.gz", gzip(utf8("a,b")))), null,
                100)) {
            copy = text.path();
            assertThat(copy).hasContent("a,b");
        }
        assertThat(copy).doesNotExist();
    }

    @Test
    void aLineWithoutEndIsNotCopied() {
        Path file = write(folder, "a.csv.gz", gzip(utf8("a,b\n" + "7".repeat(101))));

        assertThatThrownBy(() -> StagedText.of(new Source.FileSource(file), null, 100))
                .isInstanceOf(DataException.class).hasMessageContaining("line 2 of 'a.csv.gz' is too long");
    }

    @Test
    void linesEndAtEveryKindOfLineEnd() throws IOException {
        Path file = write(folder, "a.csv", "\uFEFFa\r\nb\n\nc");

        try (StagedText text = StagedText.of(new Source.FileSource(file), null, 100); var reader = text.open()) {
            TextLines lines = new TextLines(reader, "a.csv");
            assertThat(lines.next()).isEqualTo("a");
            assertThat(lines.next()).isEqualTo("b");
            assertThat(lines.next()).isEmpty();
            assertThat(lines.next()).isEqualTo("c");
            assertThat(lines.next()).isNull();
        }
    }
}
