package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphTest {

    private static final String LONG = "columns: " + "demand (number), ".repeat(12) + "end";

    @Test
    void leavesShortLinesAsTheyAre() {
        assertThat(Paragraph.of("two  blanks and a short line", 0)).isEqualTo("two  blanks and a short line");
    }

    @Test
    void breaksLongLinesAtBlanks() {
        String broken = Paragraph.of(LONG, 0);

        assertThat(broken.lines()).allMatch(line -> line.length() <= 80).hasSizeGreaterThan(2);
        assertThat(broken.replaceAll("\\R +", " ")).isEqualTo(LONG);
    }

    @Test
    void usesAWiderTerminalButNotAllOfAVeryWideOne() {
        assertThat(Paragraph.of(LONG, 100).lines().findFirst().orElseThrow()).hasSizeBetween(81, 100);
        assertThat(Paragraph.of(LONG, 300).lines().findFirst().orElseThrow()).hasSizeBetween(101, 120);
    }

    @Test
    void fitsANarrowTerminal() {
        assertThat(Paragraph.of(LONG, 40).lines()).allMatch(line -> line.length() <= 40);
    }

    @Test
    void neverBreaksAWord() {
        String path = "/a".repeat(60);

        assertThat(Paragraph.of("read " + path + " now", 0).lines()).containsExactly("read", "  " + path, "  now");
    }
}
