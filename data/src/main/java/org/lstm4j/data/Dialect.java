package org.lstm4j.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a delimited text is written, found in its first lines.
///
/// - The delimiter is the one that cuts every line into the same number of cells, more than one; of several the
///   first of tab, semicolon, bar, comma, blank. A `.tsv` file has tabs.
/// - The first line is a header unless each of its cells begins like a number or a date.
/// - The decimal sign is a comma when the delimiter is not, some cells are numbers with a comma, none is one with a
///   point, and not all look like thousands (`1,234`).
///
/// @param delimiter between cells
/// @param decimal the decimal sign, `.` or `,`
/// @param header whether the first line holds names
/// @param names a name for each column, each once
/// @param blankLines empty lines before the first one that is not
record Dialect(char delimiter, char decimal, boolean header, List<String> names, int blankLines) {

    /// Lines looked at.
    static final int SAMPLE = 200;

    private static final List<Character> DELIMITERS = List.of('\t', ';', '|', ',', ' ');
    private static final Pattern NUMBER_OR_DATE = Pattern.compile("[-+.]?\\d[-+.,:/\\d ETZez]*");
    private static final Pattern COMMA_NUMBER = Pattern.compile("[-+]?\\d*,\\d+([eE][-+]?\\d+)?");
    private static final Pattern POINT_NUMBER = Pattern.compile("[-+]?\\d*\\.\\d+([eE][-+]?\\d+)?");
    private static final Pattern THOUSANDS = Pattern.compile("[-+]?[1-9]\\d{0,2}(,\\d{3})+");

    /// @param lines the first lines, at least one of them not blank
    static Dialect detect(List<String> lines, ReadOptions options) {
        List<String> filled = lines.stream().filter(line -> !line.isBlank()).toList();
        int blankLines = lines.indexOf(filled.getFirst());
        Character asked = options.delimiter();
        char delimiter = asked == null ? delimiter(filled, options.source().title()) : asked;
        List<List<String>> rows = filled.stream().map(line -> Delimited.cells(line, delimiter)).toList();
        Character askedDecimal = options.decimal();
        char decimal = askedDecimal == null ? decimal(rows, delimiter) : askedDecimal;
        boolean header = !options.noHeader() && isHeader(rows.getFirst(), options.missingTexts());
        int width = rows.stream().mapToInt(List::size).max().orElse(1);
        return new Dialect(delimiter, decimal, header, names(header ? rows.getFirst() : List.of(), width), blankLines);
    }

    private static char delimiter(List<String> lines, String title) {
        if (title.toLowerCase(Locale.ROOT).matches(".*\\.tsv(\\.gz)?")) {
            return '\t';
        }
        for (char candidate : DELIMITERS) {
            int cells = Delimited.cells(lines.getFirst(), candidate).size();
            if (cells > 1 && lines.stream().allMatch(line -> Delimited.cells(line, candidate).size() == cells)) {
                return candidate;
            }
        }
        return mostCells(lines.getFirst());
    }

    /// Some lines are broken or ragged: the first one decides, blanks left out.
    private static char mostCells(String line) {
        char best = ',';
        for (char candidate : DELIMITERS) {
            if (candidate != ' '
                    && Delimited.cells(line, candidate).size() > Delimited.cells(line, best).size()) {
                best = candidate;
            }
        }
        return best;
    }

    private static char decimal(List<List<String>> rows, char delimiter) {
        if (delimiter == ',') {
            return '.';
        }
        List<String> cells = rows.stream().flatMap(List::stream).toList();
        List<String> commas = cells.stream().filter(cell -> COMMA_NUMBER.matcher(cell.strip()).matches()).toList();
        boolean point = cells.stream().anyMatch(cell -> POINT_NUMBER.matcher(cell.strip()).matches());
        boolean thousands = commas.stream().allMatch(cell -> THOUSANDS.matcher(cell.strip()).matches());
        return commas.isEmpty() || point || thousands ? '.' : ',';
    }

    private static boolean isHeader(List<String> cells, List<String> missing) {
        return !cells.stream()
                .allMatch(cell -> missing.contains(cell.strip()) || NUMBER_OR_DATE.matcher(cell.strip()).matches());
    }

    /// Each column's name: from the header, where it has one there; a repeated name
    /// gets a number.
    private static List<String> names(List<String> header, int width) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        int columns = header.isEmpty() ? width : header.size();
        for (int i = 0; i < columns; i++) {
            String base = header.isEmpty() || header.get(i).isBlank() ? "c" + i : header.get(i).strip();
            String name = base;
            for (int again = 1; !taken.add(name); again++) {
                name = base + "_" + again;
            }
            names.add(name);
        }
        return names;
    }

    /// The first lines of a text, up to [#SAMPLE].
    static List<String> sample(TextLines lines) throws IOException {
        List<String> sample = new ArrayList<>();
        @Nullable
        String line = lines.next();
        while (line != null && sample.size() < SAMPLE) {
            sample.add(line);
            line = lines.next();
        }
        return sample;
    }
}
