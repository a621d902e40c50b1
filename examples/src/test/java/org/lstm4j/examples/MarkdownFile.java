package org.lstm4j.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the tests compare of a Markdown file: its sections, each with prose and fenced code. No more of Markdown than the
/// project's own pages use.
///
/// @param path where it is
/// @param sections in order; the first begins with the title
record MarkdownFile(Path path, List<Section> sections) {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|href)=\"([^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final String FENCE = "```";

    /// From one heading to the next.
    ///
    /// @param level 1 for the title
    /// @param prose all lines but the code's
    /// @param code the fenced blocks
    record Section(int level, List<String> prose, List<CodeBlock> code) {

        /// Every number in the prose, sorted as text: languages differ in word order.
        List<String> sortedNumbers() {
            return found(NUMBER, prose).map(MatchResult::group).sorted().toList();
        }

        /// The rows of the tables, as the numbers in them.
        List<List<String>> tableNumbers() {
            return prose.stream()
                    .filter(line -> line.startsWith("|"))
                    .map(row -> found(NUMBER, List.of(row)).map(MatchResult::group).toList())
                    .toList();
        }

        /// The name GitHub gives to the heading, to link to it from the same page.
        String anchor() {
            return prose.getFirst().replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-')
                    .replaceAll("[^\\p{L}\\p{N}_-]", "");
        }

        /// Targets of links and pictures, in order.
        List<String> links() {
            return found(LINK, prose).map(link -> link.group(1) == null ? link.group(2) : link.group(1)).toList();
        }
    }

    /// @param language what stands after the fence: `java`, `console`, …
    /// @param text without the fences, each line ended
    record CodeBlock(String language, String text) {}

    static MarkdownFile read(Path path) throws IOException {
        List<Section> sections = new ArrayList<>();
        List<String> block = new ArrayList<>();
        String language = "";
        boolean inCode = false;
        for (String line : Files.readAllLines(path)) {
            if (line.startsWith(FENCE) && inCode) {
                sections.getLast().code().add(new CodeBlock(language, lines(block)));
                inCode = false;
            } else if (line.startsWith(FENCE)) {
                language = line.substring(FENCE.length());
                block.clear();
                inCode = true;
            } else if (inCode) {
                block.add(line);
            } else {
                if (line.startsWith("#")) {
                    sections.add(new Section(line.indexOf(' '), new ArrayList<>(), new ArrayList<>()));
                }
                sections.getLast().prose().add(line);
            }
        }
        return new MarkdownFile(path, List.copyOf(sections));
    }

    List<CodeBlock> code() {
        return sections.stream().flatMap(section -> section.code().stream()).toList();
    }

    List<String> links() {
        return sections.stream().flatMap(section -> section.links().stream()).toList();
    }

    private static Stream<MatchResult> found(Pattern pattern, List<String> lines) {
        return lines.stream().flatMap(line -> pattern.matcher(line).results());
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
