package org.lstm4j.cli;

/// A long line broken at blanks, so that it fits a screen; what follows the first line is set in by two.
final class Paragraph {

    private static final int USUAL = 80;
    private static final int NARROWEST = 20;
    private static final int WIDEST = 120;
    private static final String INDENT = "  ";

    private Paragraph() {}

    /// @param columns width of the terminal, 0 when there is none
    static String of(String line, int columns) {
        int width = columns == 0 ? USUAL : Math.clamp(columns, NARROWEST, WIDEST);
        StringBuilder text = new StringBuilder();
        int used = 0;
        for (String word : line.split(" ", -1)) {
            boolean first = used == 0;
            if (!first && used + 1 + word.length() > width) {
                text.append(System.lineSeparator()).append(INDENT);
                used = INDENT.length();
            } else if (!first) {
                text.append(' ');
                used++;
            }
            text.append(word);
            used += word.length();
        }
        return text.toString();
    }
}
