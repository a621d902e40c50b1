package org.lstm4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The project's pages link to files that exist.
class LinksTest {

    private static final Path ROOT = Path.of("..");

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }

    @Test
    void findsThePages() throws IOException {
        assertThat(pages()).contains(ROOT.resolve("README.md"), ROOT.resolve("README.zh-CN.md"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksToFilesThatExist(Path page) throws IOException {
        List<String> files = MarkdownFile.read(page).links().stream()
                .filter(link -> !link.startsWith("https://") && !link.startsWith("#"))
                .map(link -> link.replaceFirst("#.*", ""))
                .toList();
        assertThat(files).allSatisfy(file -> assertThat(page.resolveSibling(file)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksToHeadingsThatExist(Path page) throws IOException {
        MarkdownFile markdown = MarkdownFile.read(page);
        List<String> anchors = markdown.sections().stream().map(section -> "#" + section.anchor()).toList();
        assertThat(anchors).containsAll(
                markdown.links().stream().filter(link -> link.startsWith("#")).toList());
    }
}
