package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows of cells under a header, each column as wide as it must be. Texts stand left, numbers right.
final class TextTable {

    /// Characters of a cell that are shown.
    private static final int WIDEST = 32;
    private static final String GAP = "  ";

    private final int texts;
    private final List<String[]> rows = new ArrayList<>();

    /// @param texts how many columns there are before those of numbers
    TextTable(int texts, List<String> header) {
        this.texts = texts;
        add(header);
    }

    /// The lines of a table that is there as a whole.
    ///
    /// @param rows the header first
    /// @param texts how many columns there are before those of numbers
    static List<String> lines(List<List<String>> rows, int texts) {
        TextTable table = new TextTable(texts, rows.getFirst());
        rows.subList(1, rows.size()).forEach(table::add);
        return table.lines();
    }

    /// Control characters, which could do anything to a terminal, become question marks.
    void add(List<String> cells) {
        rows.add(cells.stream().map(TextTable::shown).toArray(String[]::new));
    }

    List<String> lines() {
        int[] widths = new int[rows.getFirst().length];
        for (String[] row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row[column].length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    @Override
    public String toString() {
        return String.join(System.lineSeparator(), lines());
    }

    private String line(String[] row, int[] widths) {
        String[] cells = new String[row.length];
        for (int column = 0; column < row.length; column++) {
            String blanks = " ".repeat(widths[column] - row[column].length());
            cells[column] = column < texts ? row[column] + blanks : blanks + row[column];
        }
        return String.join(GAP, Arrays.asList(cells)).stripTrailing();
    }

    static String shown(String cell) {
        String safe = cell.replaceAll("\\p{Cntrl}", "?");
        return safe.length() > WIDEST ? safe.substring(0, WIDEST - 1) + "…" : safe;
    }
}
