package org.lstm4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lstm4j.examples.MarkdownFile.CodeBlock;
import org.lstm4j.examples.MarkdownFile.Section;

/// Keeps the README in step with the examples and its two languages in step with each other.
class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final Path SOURCES = Path.of("src/main/java/org/lstm4j/examples");
    private static final Pattern REGION = Pattern.compile("(?ms)^ *// @start region=\"[a-z-]+\"\n(.*?)\n *// @end$");
    private static final List<String> EACH_OTHER = List.of("README.md", "README.zh-CN.md");

    private final MarkdownFile english = MarkdownFile.read(ROOT.resolve("README.md"));
    private final MarkdownFile chinese = MarkdownFile.read(ROOT.resolve("README.zh-CN.md"));

    ReadmeTest() throws IOException {}

    @Test
    void itsJavaIsThatOfTheExamples() throws IOException {
        List<String> shown = english.code().stream()
                .filter(block -> block.language().equals("java"))
                .map(CodeBlock::text)
                .toList();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(regionsOfTheExamples());
    }

    /// To the last digit: the same seed gives the same bytes. When a change of the arithmetic is meant, run the examples and
    /// write down what they print.
    @Test
    void itsTestLossesAreWhatTheExamplesPrint() {
        assertThat(english.code()).contains(new CodeBlock("text", "Test Loss: " + KerasStyle.run(10) + "\n"))
                .contains(new CodeBlock("text", "Test Loss: " + PyTorchStyle.run(10) + "\n"));
    }

    @Test
    void bothLanguagesHaveTheSameSections() {
        assertThat(chinese.sections()).extracting(Section::level)
                .isEqualTo(english.sections().stream().map(Section::level).toList());
    }

    @Test
    void bothLanguagesShowTheSameCodeAndOutput() {
        assertThat(chinese.sections()).extracting(Section::code)
                .isEqualTo(english.sections().stream().map(Section::code).toList());
    }

    @Test
    void bothLanguagesStateTheSameNumbers() {
        assertThat(chinese.sections()).extracting(Section::sortedNumbers)
                .isEqualTo(english.sections().stream().map(Section::sortedNumbers).toList());
        assertThat(chinese.sections()).extracting(Section::tableNumbers)
                .isEqualTo(english.sections().stream().map(Section::tableNumbers).toList());
    }

    @Test
    void bothLanguagesLinkToTheSamePlaces() {
        assertThat(linksButEachOther(chinese)).containsExactlyInAnyOrderElementsOf(linksButEachOther(english));
        assertThat(english.links()).contains(EACH_OTHER.getLast());
        assertThat(chinese.links()).contains(EACH_OTHER.getFirst());
    }

    private static List<String> linksButEachOther(MarkdownFile file) {
        return file.links().stream().filter(link -> !EACH_OTHER.contains(link) && !link.startsWith("#")).toList();
    }

    /// What stands between `// @start region="…"` and `// @end`, without its indentation.
    private static List<String> regionsOfTheExamples() throws IOException {
        List<String> regions = new ArrayList<>();
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source : sources.toList()) {
                REGION.matcher(Files.readString(source)).results()
                        .forEach(region -> regions.add(region.group(1).stripIndent() + "\n"));
            }
        }
        return regions;
    }
}
