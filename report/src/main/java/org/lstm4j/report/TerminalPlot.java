package org.lstm4j.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.lstm4j.report.content.Axis;
import org.lstm4j.report.content.Band;
import org.lstm4j.report.content.Values;
import org.lstm4j.report.picture.TickScale;

/// Lines drawn with characters, for a terminal: no colours and no control
/// characters. Areas are sparse dots, where lines leave them room.
///
/// ```
///  MW
/// 600 ┤   ⡜⢣     ⢀⠎⠱⡀        ┊   ⡔⡄
/// 400 ┤  ⢰⠁ ⢣   ⢠⠃  ⠱⡀    ⢀⠜ ┊  ⢠⠃⠘⡄
/// 200 ┤⣀⡜    ⠣⡀⢀⠎    ⠑⢄⣀⣀⠤⠊  ┊⢀⠤⠊  ⠈⠢
///     └──────────────────────┴───────
///      2012-12-24          2012-12-31
///      ⠤⠤⠤⠤ history   ⠤⠤⠤ forecast   ┊ forecast from 2012-12-30
/// ```
///
/// @param width columns of the whole plot, labels included, at least 40
/// @param height rows of the drawing, without the lines below it, at least 4
/// @param glyphs what is drawn with
public record TerminalPlot(int width, int height, Glyphs glyphs) {

    private static final int NARROWEST = 40;
    private static final int LOWEST = 4;
    private static final int ROWS_PER_TICK = 4;
    private static final int FEWEST_TICKS = 3;
    private static final int SAMPLE_CELLS = 4;

    /// Characters to draw with.
    public enum Glyphs {
        /// Braille patterns and box drawing, for terminals that speak Unicode.
        UNICODE,
        /// ASCII alone.
        ASCII
    }

    /// A line of the plot.
    ///
    /// @param name for the legend
    /// @param values one a position of the axis, NaN where there is none
    public record Line(String name, Values values) {}

    public TerminalPlot {
        if (width < NARROWEST || height < LOWEST) {
            throw new IllegalArgumentException("a plot needs at least " + NARROWEST + " columns and " + LOWEST
                    + " rows, but got " + width + " and " + height);
        }
    }

    /// Draws lines over one axis.
    ///
    /// @param unit unit of the values, may be empty
    /// @param axis positions of the values
    /// @param lines at least one, later ones over earlier ones
    /// @param origin index of the first forecast step, marked by a divider; -1 for none
    /// @return lines of text, each ended by a line feed
    /// @throws IllegalArgumentException when a line does not fit the axis
    public String draw(String unit, Axis axis, List<Line> lines, int origin) {
        return draw(unit, axis, lines, List.of(), origin);
    }

    /// Draws lines and, behind them, intervals over one axis.
    ///
    /// @param unit unit of the values, may be empty
    /// @param axis positions of the values
    /// @param lines at least one, later ones over earlier ones
    /// @param bands intervals that are shaded, all alike
    /// @param origin index of the first forecast step, marked by a divider; -1 for none
    /// @return lines of text, each ended by a line feed
    /// @throws IllegalArgumentException when a line or band does not fit the axis
    public String draw(String unit, Axis axis, List<Line> lines, List<Band> bands, int origin) {
        List<Line> rows = rows(lines, bands);
        for (Line line : rows) {
            if (line.values().size() != axis.size()) {
                throw new IllegalArgumentException("line '" + line.name() + "' has " + line.values().size()
                        + " values, but the axis has " + axis.size());
            }
        }
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (Line line : rows) {
            for (int index = 0; index < axis.size(); index++) {
                if (Double.isFinite(line.values().at(index))) {
                    smallest = Math.min(smallest, line.values().at(index));
                    largest = Math.max(largest, line.values().at(index));
                }
            }
        }
        if (smallest > largest) {
            return "There is no value to draw.\n";
        }
        return drawing(unit, axis, lines, bands, origin,
                TickScale.of(smallest, largest, Math.max(FEWEST_TICKS, height / ROWS_PER_TICK + 1)));
    }

    /// All that must fit the axis and the scale.
    private static List<Line> rows(List<Line> lines, List<Band> bands) {
        List<Line> rows = new ArrayList<>(lines);
        for (Band band : bands) {
            rows.add(new Line(band.name(), band.lower()));
            rows.add(new Line(band.name(), band.upper()));
        }
        return rows;
    }

    private String drawing(
            String unit, Axis axis, List<Line> lines, List<Band> bands, int origin, TickScale scale) {
        int margin = scale.ticks().stream().mapToInt(tick -> label(tick).length()).max().orElse(0);
        DotCanvas canvas = canvas(width - margin - 2, height);
        DotPlane plane = new DotPlane(canvas, axis, scale);
        bands.forEach(plane::shade);
        for (int line = 0; line < lines.size(); line++) {
            plane.trace(lines.get(line).values(), line);
        }
        int divider = origin < 0 ? -1 : plane.across(origin) * canvas.columns / canvas.dotsAcross();
        StringBuilder text = new StringBuilder();
        if (!unit.isEmpty()) {
            append(text, " ".repeat(Math.max(0, margin - unit.length())) + plain(unit));
        }
        for (int row = 0; row < height; row++) {
            String label = labelOf(plane, row);
            append(text, " ".repeat(margin - label.length()) + label + edge(!label.isEmpty())
                    + row(canvas, row, divider));
        }
        String indent = " ".repeat(margin + 1);
        append(text, indent + foot(canvas.columns, divider));
        append(text, indent + " " + positions(axis, canvas.columns));
        append(text, indent + " " + legend(lines) + start(canvas, axis, origin));
        bands.forEach(band -> append(text, indent + " " + sample() + " " + plain(band.name())));
        return text.toString();
    }

    private DotCanvas canvas(int columns, int rows) {
        return glyphs == Glyphs.ASCII ? new DotCanvas.Ascii(columns, rows) : new DotCanvas.Braille(columns, rows);
    }

    private String labelOf(DotPlane plane, int row) {
        for (BigDecimal tick : plane.scale().ticks()) {
            if (plane.down(tick.doubleValue()) * height / plane.canvas().dotsDown() == row) {
                return label(tick);
            }
        }
        return "";
    }

    private String label(BigDecimal tick) {
        return plain(TickScale.label(tick));
    }

    private String edge(boolean tick) {
        if (glyphs == Glyphs.ASCII) {
            return tick ? " +" : " |";
        }
        return tick ? " ┤" : " │";
    }

    private static String row(DotCanvas canvas, int row, int divider) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < canvas.columns; column++) {
            char drawn = canvas.character(row, column);
            text.append(drawn == ' ' && column == divider ? canvas.divider() : drawn);
        }
        return text.toString();
    }

    private String foot(int columns, int divider) {
        boolean ascii = glyphs == Glyphs.ASCII;
        StringBuilder line = new StringBuilder(ascii ? "+" : "└").append((ascii ? "-" : "─").repeat(columns));
        if (divider >= 0) {
            line.setCharAt(divider + 1, ascii ? '+' : '┴');
        }
        return line.toString();
    }

    /// The first and, where it has room, the last position.
    private String positions(Axis axis, int columns) {
        String first = plain(axis.label(0));
        String last = axis.size() == 1 ? "" : plain(axis.label(axis.size() - 1));
        int room = columns - first.length() - last.length();
        return room < 2 ? first : first + " ".repeat(room) + last;
    }

    private String start(DotCanvas canvas, Axis axis, int origin) {
        return origin < 0 ? "" : "   " + canvas.divider() + " forecast from " + plain(axis.label(origin));
    }

    private String legend(List<Line> lines) {
        List<String> entries = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            DotCanvas sample = canvas(SAMPLE_CELLS, 1);
            int middle = sample.dotsDown() / 2;
            sample.stretch(0, middle, sample.dotsAcross() - 1, middle, line, 0);
            entries.add(row(sample, 0, -1) + " " + plain(lines.get(line).name()));
        }
        return String.join("   ", entries);
    }

    private String sample() {
        DotCanvas sample = canvas(SAMPLE_CELLS, 1);
        for (int x = 0; x < sample.dotsAcross(); x++) {
            sample.shade(x, 0, sample.dotsDown() - 1);
        }
        return row(sample, 0, -1);
    }

    /// The text without control characters and, in ASCII, without what ASCII has no
    /// letter for.
    private String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (point == '\u202f') {
                plain.append(' ');
            } else if (point == '−' && glyphs == Glyphs.ASCII) {
                plain.append('-');
            } else if (Character.isISOControl(point) || (glyphs == Glyphs.ASCII && point > '~')) {
                plain.append('?');
            } else {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }

    private static void append(StringBuilder text, String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
