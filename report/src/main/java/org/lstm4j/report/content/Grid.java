package org.lstm4j.report.content;

import java.util.Arrays;

/// An immutable grid of numbers `[rows, columns]`, NaN where missing.
public final class Grid {

    private final int rows;
    private final int columns;
    private final double[] values;

    private Grid(int rows, int columns, double[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /// Copies the numbers.
    ///
    /// @param values at least one row of at least one number, all of the same length
    /// @throws IllegalArgumentException when there is none, or the rows differ in length
    public static Grid of(double[][] values) {
        if (values.length == 0 || values[0].length == 0) {
            throw new IllegalArgumentException("a grid needs at least one row and one column, but has "
                    + values.length + " rows" + (values.length == 0 ? "" : " of no column"));
        }
        int columns = values[0].length;
        double[] all = new double[Math.multiplyExact(values.length, columns)];
        for (int row = 0; row < values.length; row++) {
            Lengths.requireEqual("numbers in row " + row + " of a grid", values[row].length, columns);
            System.arraycopy(values[row], 0, all, row * columns, columns);
        }
        return new Grid(values.length, columns, all);
    }

    /// Copies numbers that lie row by row.
    ///
    /// @param values `[rows, columns]`, row-major
    public static Grid of(int rows, int columns, float[] values) {
        Lengths.requireEqual("numbers of a grid of " + rows + " rows and " + columns + " columns", values.length,
                rows * columns);
        double[][] copy = new double[rows][columns];
        for (int index = 0; index < values.length; index++) {
            copy[index / columns][index % columns] = values[index];
        }
        return of(copy);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public double at(int row, int column) {
        return values[row * columns + column];
    }

    /// A row as it is.
    public Values row(int row) {
        return Values.of(Arrays.copyOfRange(values, row * columns, (row + 1) * columns));
    }

    /// The largest finite value, its sign left aside; 0 when there is none.
    public double largestMagnitude() {
        double largest = 0;
        for (double value : values) {
            largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        return largest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grid that && rows == that.rows && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * rows + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return rows + " × " + columns + " numbers";
    }
}
