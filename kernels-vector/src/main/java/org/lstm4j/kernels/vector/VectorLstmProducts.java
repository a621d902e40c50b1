package org.lstm4j.kernels.vector;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;
import static org.lstm4j.kernels.vector.StripTiles.inQuarters;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.lstm4j.kernels.FactorStrips;
import org.lstm4j.kernels.LstmProducts;

/// [LstmProducts] with the Vector API, on vectors of any width up to 16 floats.
///
/// A tile is a strip of six rows × two vectors of columns, twelve sums in registers. The columns of a tile are gone through
/// so many rows of the panel at a time that these stay in the first cache for all strips; sums wait in the output array.
/// Each sum keeps its order.
final class VectorLstmProducts implements LstmProducts {

    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int LANES = SPECIES.length();
    /// Columns of the tiles of six and four rows, and of the tile of two.
    private static final int COLUMNS = 2 * LANES;
    private static final int TWO_ROWS_COLUMNS = 4 * LANES;
    /// Most rows of a panel that are gone through at a time: 16 kB, half of the first cache.
    private static final int SLICE = 4096 / COLUMNS;
    private static final float[] ZEROS = new float[WIDTH];

    @Override
    public void preActivations(
            int rows,
            int count,
            float[] factors,
            int factorsOffset,
            int stripStride,
            float[] panel,
            int panelOffset,
            int panelQuarter,
            float[] gates,
            int gatesOffset,
            int gatesQuarter) {
        addProduct(rows, count, factors, factorsOffset, stripStride, panel, panelOffset + UNITS, panelQuarter, panel,
                panelOffset, panelQuarter, 0, gates, gatesOffset, gatesQuarter);
    }

    @Override
    public void accumulate(
            int rows,
            int count,
            float[] factors,
            int factorsOffset,
            int stripStride,
            float[] panel,
            int panelOffset,
            int panelQuarter,
            float[] sums,
            int sumsOffset,
            int sumsQuarter) {
        addProduct(rows, count, factors, factorsOffset, stripStride, panel, panelOffset, panelQuarter, sums, sumsOffset,
                sumsQuarter, UNITS, sums, sumsOffset, sumsQuarter);
    }

    /// One row needs no slices: nothing of the panel is used again.
    @Override
    public void addRow(
            int count,
            float[] row,
            int rowOffset,
            float[] panel,
            int panelOffset,
            int panelQuarter,
            float[] start,
            int startOffset,
            int startQuarter,
            float[] sums,
            int sumsOffset,
            int sumsQuarter) {
        if (RowTiles.HAS_SIXTEEN) {
            RowTiles.oneRowOfSixteens(count, row, rowOffset, panel, panelOffset, panelQuarter, start, startOffset,
                    startQuarter, sums, sumsOffset, sumsQuarter);
            return;
        }
        for (int column = 0; column < UNITS; column += RowTiles.COLUMNS) {
            RowTiles.oneRow(count, row, rowOffset, panel, panelOffset + column, panelQuarter, start,
                    startOffset + column, startQuarter, sums, sumsOffset + column, sumsQuarter);
        }
    }

    /// The columns of a tile are gone through for all strips, while their gate gradients are in the first cache.
    @Override
    public void accumulateWeightGradient(
            int columns,
            int rows,
            float[] factors,
            int factorsOffset,
            int stripStride,
            float[] panel,
            int panelOffset,
            int panelQuarter,
            float[] out,
            int outOffset,
            int outQuarter,
            float[] scratch) {
        int scratchQuarter = FactorStrips.ROWS * UNITS;
        int whole = columns / FactorStrips.ROWS * FactorStrips.ROWS;
        for (int column = 0; column < WIDTH; column += COLUMNS) {
            int from = inQuarters(panelOffset, column, panelQuarter);
            int to = inQuarters(outOffset, column, outQuarter);
            for (int first = 0; first < whole; first += FactorStrips.ROWS) {
                StripTiles.sixRows(rows, factors, factorsOffset + FactorStrips.at(first, stripStride), panel, from,
                        panelQuarter, ZEROS, 0, 0, 0, scratch, 0, scratchQuarter);
                add(FactorStrips.ROWS, COLUMNS, scratch, scratchQuarter, out, to + first * UNITS, outQuarter);
            }
        }
        if (whole < columns) {
            int rest = columns - whole;
            addRest(rest, rows, factors, factorsOffset + FactorStrips.at(whole, stripStride), panel, panelOffset,
                    panelQuarter, ZEROS, 0, 0, 0, scratch, 0, scratchQuarter);
            add(rest, WIDTH, scratch, scratchQuarter, out, outOffset + whole * UNITS, outQuarter);
        }
    }

    /// `sums[r][j] = start[r][j] + Σ k<count: factors[r][k]·panel[k][j]` for 64 columns j, in slices of equal length.
    ///
    /// @param start row r of quarter q at `startOffset + q·startQuarter + r·startStride`
    private static void addProduct(
            int rows,
            int count,
            float[] factors,
            int factorsOffset,
            int stripStride,
            float[] panel,
            int panelOffset,
            int panelQuarter,
            float[] start,
            int startOffset,
            int startQuarter,
            int startStride,
            float[] sums,
            int sumsOffset,
            int sumsQuarter) {
        int slices = Math.max(1, (count + SLICE - 1) / SLICE); // at least one: it copies the start
        for (int slice = 0; slice < slices; slice++) {
            int first = count * slice / slices;
            int length = count * (slice + 1) / slices - first;
            int a = factorsOffset + first * FactorStrips.STRIDE;
            int from = panelOffset + first * UNITS;
            if (slice == 0) {
                addSlice(rows, length, factors, a, stripStride, panel, from, panelQuarter, start, startOffset,
                        startQuarter, startStride, sums, sumsOffset, sumsQuarter);
            } else {
                addSlice(rows, length, factors, a, stripStride, panel, from, panelQuarter, sums, sumsOffset,
                        sumsQuarter, UNITS, sums, sumsOffset, sumsQuarter);
            }
        }
    }

    private static void addSlice(
            int rows,
            int count,
            float[] factors,
            int factorsOffset,
            int stripStride,
            float[] panel,
            int panelOffset,
            int panelQuarter,
            float[] start,
            int startOffset,
            int startQuarter,
            int startStride,
            float[] sums,
            int sumsOffset,
            int sumsQuarter) {
        int whole = rows / FactorStrips.ROWS * FactorStrips.ROWS;
        for (int column = 0; column < WIDTH; column += COLUMNS) {
            int from = inQuarters(panelOffset, column, panelQuarter);
            int begin = inQuarters(startOffset, column, startQuarter);
            int to = inQuarters(sumsOffset, column, sumsQuarter);
            for (int row = 0; row < whole; row += FactorStrips.ROWS) {
                StripTiles.sixRows(count, factors, factorsOffset + FactorStrips.at(row, stripStride), panel, from,
                        panelQuarter, start, begin + row * startStride, startQuarter, startStride, sums,
                        to + row * UNITS, sumsQuarter);
            }
        }
        if (whole < rows) {
            addRest(rows - whole, count, factors, factorsOffset + FactorStrips.at(whole, stripStride), panel,
                    panelOffset, panelQuarter, start, startOffset + whole * startStride, startQuarter, startStride,
                    sums, sumsOffset + whole * UNITS, sumsQuarter);
        }
    }

    /// The first rows of a strip, fewer than six.
    private static void addRest(
            int rows,
            int count,
            float[] strip,
            int stripOffset,
            float[] panel,
            int panelOffset,
            int panelQuarter,
            float[] start,
            int startOffset,
            int startQuarter,
            int startStride,
            float[] sums,
            int sumsOffset,
            int sumsQuarter) {
        int row = 0;
        if (rows >= 4) {
            for (int column = 0; column < WIDTH; column += COLUMNS) {
                StripTiles.fourRows(count, strip, stripOffset, panel, inQuarters(panelOffset, column, panelQuarter),
                        panelQuarter, start, inQuarters(startOffset, column, startQuarter), startQuarter, startStride,
                        sums, inQuarters(sumsOffset, column, sumsQuarter), sumsQuarter);
            }
            row = 4;
        }
        if (row + 2 <= rows) {
            for (int column = 0; column < WIDTH; column += TWO_ROWS_COLUMNS) {
                StripTiles.twoRows(count, strip, stripOffset + row, panel,
                        inQuarters(panelOffset, column, panelQuarter), panelQuarter, start,
                        inQuarters(startOffset + row * startStride, column, startQuarter), startQuarter, startStride,
                        sums, inQuarters(sumsOffset + row * UNITS, column, sumsQuarter), sumsQuarter);
            }
            row += 2;
        }
        if (row < rows) {
            for (int column = 0; column < UNITS; column += RowTiles.COLUMNS) {
                RowTiles.oneRowOfStrip(count, strip, stripOffset + row, panel, panelOffset + column, panelQuarter,
                        start, startOffset + row * startStride + column, startQuarter, sums,
                        sumsOffset + row * UNITS + column, sumsQuarter);
            }
        }
    }

    /// Adds some columns of rows of sums to others.
    private static void add(
            int rows, int columns, float[] sums, int sumsQuarter, float[] out, int outOffset, int outQuarter) {
        for (int column = 0; column < columns; column += LANES) {
            int from = inQuarters(0, column, sumsQuarter);
            int to = inQuarters(outOffset, column, outQuarter);
            for (int row = 0; row < rows; row++) {
                FloatVector.fromArray(SPECIES, out, to + row * UNITS)
                        .add(FloatVector.fromArray(SPECIES, sums, from + row * UNITS))
                        .intoArray(out, to + row * UNITS);
            }
        }
    }
}
