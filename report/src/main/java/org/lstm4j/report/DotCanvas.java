package org.lstm4j.report;

/// Character cells on which lines are drawn dot by dot.
///
/// Braille cells have 2 by 4 dots, so that a line is smooth; what tells lines
/// apart is their dashes. ASCII cells have a single dot; each line has a letter of
/// its own.
abstract sealed class DotCanvas {

    final int columns;
    final int rows;
    final int[][] cells;
    final int[][] shades;

    private DotCanvas(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.cells = new int[rows][columns];
        this.shades = new int[rows][columns];
    }

    abstract int dotsAcross();

    abstract int dotsDown();

    abstract void dot(int x, int y, int line);

    /// Draws a dot of an area, or leaves it out to keep the area light.
    abstract void shadeDot(int x, int y);

    /// Whether the line has a dot at so many dots from its start.
    abstract boolean inked(int line, int distance);

    /// The character of a cell with such dots, which are not none.
    abstract char character(int dots);

    /// What a cell shows where nothing else is drawn and a forecast starts.
    abstract char divider();

    /// What a cell shows: its lines or, where there is none, its area.
    final char character(int row, int column) {
        int dots = cells[row][column] == 0 ? shades[row][column] : cells[row][column];
        return dots == 0 ? ' ' : character(dots);
    }

    /// Draws a column of an area, both ends included.
    final void shade(int x, int fromY, int toY) {
        for (int y = fromY; y <= toY; y++) {
            shadeDot(x, y);
        }
    }

    /// Draws a straight stretch, both ends included.
    ///
    /// @param distance dots drawn of this line so far
    /// @return dots drawn of this line with this stretch
    int stretch(int fromX, int fromY, int toX, int toY, int line, int distance) {
        int steps = Math.max(1, Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)));
        for (int step = 0; step <= steps; step++) {
            if (inked(line, distance + step)) {
                int x = fromX + (int) StrictMath.rint((double) (toX - fromX) * step / steps);
                int y = fromY + (int) StrictMath.rint((double) (toY - fromY) * step / steps);
                dot(x, y, line);
            }
        }
        return distance + steps;
    }

    /// Unicode's braille patterns.
    static final class Braille extends DotCanvas {

        private static final char EMPTY = '\u2800';
        /// The bit of each dot of a cell, row by row from the top.
        private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
        /// Dots on and off, line by line.
        private static final int[][] DASHES = {{1, 0}, {6, 2}, {2, 2}, {1, 3}};

        Braille(int columns, int rows) {
            super(columns, rows);
        }

        @Override
        int dotsAcross() {
            return 2 * columns;
        }

        @Override
        int dotsDown() {
            return 4 * rows;
        }

        @Override
        void dot(int x, int y, int line) {
            cells[y / 4][x / 2] |= BITS[y % 4][x % 2];
        }

        @Override
        void shadeDot(int x, int y) {
            if (x % 2 == 0 && y % 4 == 1) {
                shades[y / 4][x / 2] |= BITS[y % 4][x % 2];
            }
        }

        @Override
        boolean inked(int line, int distance) {
            int[] dash = DASHES[line % DASHES.length];
            return distance % (dash[0] + dash[1]) < dash[0];
        }

        @Override
        char character(int dots) {
            return (char) (EMPTY + dots);
        }

        @Override
        char divider() {
            return '┊';
        }
    }

    /// Letters of ASCII alone.
    static final class Ascii extends DotCanvas {

        private static final String MARKS = "*o+x";

        Ascii(int columns, int rows) {
            super(columns, rows);
        }

        @Override
        int dotsAcross() {
            return columns;
        }

        @Override
        int dotsDown() {
            return rows;
        }

        @Override
        void dot(int x, int y, int line) {
            cells[y][x] = MARKS.charAt(line % MARKS.length());
        }

        @Override
        void shadeDot(int x, int y) {
            shades[y][x] = '.';
        }

        @Override
        boolean inked(int line, int distance) {
            return true;
        }

        @Override
        char character(int dots) {
            return (char) dots;
        }

        @Override
        char divider() {
            return ':';
        }
    }
}
