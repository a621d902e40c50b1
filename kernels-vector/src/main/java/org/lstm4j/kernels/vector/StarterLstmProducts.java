package org.lstm4j.kernels.vector;

import static org.lstm4j.kernels.GatePanels.GATES;
import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;
import static org.lstm4j.kernels.vector.StripTiles.inQuarters;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.lstm4j.kernels.FactorStrips;
import org.lstm4j.kernels.LstmProducts;

/// [LstmProducts] for the first second of a program: one loop for all of them, since the less code there is the sooner it is
/// compiled.
///
/// Two rows of factors at a time, against four vectors of columns; after an odd last row the numbers beside it in its strip are
/// multiplied too, and the row's sums go over what comes of it. The index goes through the factors and, doubled,
/// through the weights, as in [StripTiles]: with any other distance between numbers each is checked against the length
/// of its array, at half the speed.
///
/// Nothing outside the loop over rows touches a vector: called with no rows it counts as a call and does nothing, which is how
/// it gets compiled without running often in its slow form.
final class StarterLstmProducts implements LstmProducts {

    /// No wider than 256 bits, like [RowTiles].
    private static final VectorSpecies<Float> SPECIES = Species.FLOATS.length() > FloatVector.SPECIES_256.length()
            ? FloatVector.SPECIES_256
            : Species.FLOATS;
    private static final int LANES = SPECIES.length();
    private static final int TILE = 4 * LANES;
    private static final int STRIDE = FactorStrips.STRIDE;
    /// Rows of a panel are so many times as far apart as the numbers of a strip.
    private static final int FACTORS_TO_WEIGHTS = UNITS / STRIDE;

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
        addProduct(rows, count, factors, factorsOffset, stripStride, panel, panelOffset + UNITS,
                panelQuarter, panel, panelOffset, panelQuarter, 0, gates, gatesOffset, gatesQuarter);
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
        addProduct(rows, count, factors, factorsOffset, stripStride, panel, panelOffset,
                panelQuarter,
                sums, sumsOffset, sumsQuarter, UNITS, sums, sumsOffset, sumsQuarter);
    }

    /// Packs the row, since a product whose numbers may be any distance apart is checked against the length of its array in every
    /// turn of the loop.
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
        float[] strip = new float[FactorStrips.stride(count)];
        FactorStrips.packRows(1, count, row, rowOffset, 0, strip, 0, 0);
        addProduct(1, count, strip, 0, 0, panel, panelOffset, panelQuarter, start, startOffset, startQuarter,
                0,
                sums, sumsOffset, sumsQuarter);
    }

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
        for (int first = 0; first < columns; first += FactorStrips.ROWS) {
            int present = Math.min(FactorStrips.ROWS, columns - first);
            Arrays.fill(scratch, 0f);
            accumulate(present, rows, factors, factorsOffset + FactorStrips.at(first, stripStride), stripStride, panel,
                    panelOffset, panelQuarter, scratch, 0, scratchQuarter);
            for (int quarter = 0; quarter < GATES; quarter++) {
                add(present * UNITS, scratch, quarter * scratchQuarter, out,
                        outOffset + quarter * outQuarter + first * UNITS);
            }
        }
    }

    private static void add(int count, float[] source, int from, float[] target, int to) {
        for (int index = 0; index < count; index++) {
            target[to + index] += source[from + index];
        }
    }

    /// `sums[r][j] = start[r][j] + Σ k<count: factors[r][k]·panel[k][j]` for 64 columns j.
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
        for (int row = 0; row < rows; row += 2) {
            int other = Math.min(row + 1, rows - 1);
            int first = factorsOffset + FactorStrips.at(row, stripStride);
            int end = first + count * STRIDE;
            int panel0 = panelOffset - FACTORS_TO_WEIGHTS * first;
            for (int column = 0; column < WIDTH; column += TILE) {
                int from0 = startOffset + row * startStride;
                int from1 = startOffset + other * startStride;
                FloatVector sum0A = FloatVector.fromArray(SPECIES, start, inQuarters(from0, column, startQuarter));
                FloatVector sum0B = FloatVector.fromArray(SPECIES, start,
                        inQuarters(from0, column + LANES, startQuarter));
                FloatVector sum0C = FloatVector.fromArray(SPECIES, start,
                        inQuarters(from0, column + 2 * LANES, startQuarter));
                FloatVector sum0D = FloatVector.fromArray(SPECIES, start,
                        inQuarters(from0, column + 3 * LANES, startQuarter));
                FloatVector sum1A = FloatVector.fromArray(SPECIES, start, inQuarters(from1, column, startQuarter));
                FloatVector sum1B = FloatVector.fromArray(SPECIES, start,
                        inQuarters(from1, column + LANES, startQuarter));
                FloatVector sum1C = FloatVector.fromArray(SPECIES, start,
                        inQuarters(from1, column + 2 * LANES, startQuarter));
                FloatVector sum1D = FloatVector.fromArray(SPECIES, start,
                        inQuarters(from1, column + 3 * LANES, startQuarter));
                int atA = inQuarters(panel0, column, panelQuarter);
                int atB = inQuarters(panel0, column + LANES, panelQuarter);
                int atC = inQuarters(panel0, column + 2 * LANES, panelQuarter);
                int atD = inQuarters(panel0, column + 3 * LANES, panelQuarter);
                for (int at = first; at < end; at += STRIDE) {
                    int weights = FACTORS_TO_WEIGHTS * at;
                    FloatVector weightsA = FloatVector.fromArray(SPECIES, panel, atA + weights);
                    FloatVector weightsB = FloatVector.fromArray(SPECIES, panel, atB + weights);
                    FloatVector weightsC = FloatVector.fromArray(SPECIES, panel, atC + weights);
                    FloatVector weightsD = FloatVector.fromArray(SPECIES, panel, atD + weights);
                    FloatVector factor0 = FloatVector.broadcast(SPECIES, factors[at]);
                    sum0A = factor0.fma(weightsA, sum0A);
                    sum0B = factor0.fma(weightsB, sum0B);
                    sum0C = factor0.fma(weightsC, sum0C);
                    sum0D = factor0.fma(weightsD, sum0D);
                    FloatVector factor1 = FloatVector.broadcast(SPECIES, factors[at + 1]);
                    sum1A = factor1.fma(weightsA, sum1A);
                    sum1B = factor1.fma(weightsB, sum1B);
                    sum1C = factor1.fma(weightsC, sum1C);
                    sum1D = factor1.fma(weightsD, sum1D);
                }
                int to0 = sumsOffset + row * UNITS;
                int to1 = sumsOffset + other * UNITS;
                // the other row first: where there is none, the row's own sums go over them
                sum1A.intoArray(sums, inQuarters(to1, column, sumsQuarter));
                sum1B.intoArray(sums, inQuarters(to1, column + LANES, sumsQuarter));
                sum1C.intoArray(sums, inQuarters(to1, column + 2 * LANES, sumsQuarter));
                sum1D.intoArray(sums, inQuarters(to1, column + 3 * LANES, sumsQuarter));
                sum0A.intoArray(sums, inQuarters(to0, column, sumsQuarter));
                sum0B.intoArray(sums, inQuarters(to0, column + LANES, sumsQuarter));
                sum0C.intoArray(sums, inQuarters(to0, column + 2 * LANES, sumsQuarter));
                sum0D.intoArray(sums, inQuarters(to0, column + 3 * LANES, sumsQuarter));
            }
        }
    }
}
