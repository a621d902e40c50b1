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
/// One row of factors at a time, against eight vectors of columns. That reads every weight once for each row, so it is near
/// its best while a panel stays in the first cache, and slower than larger tiles for models of more than 60 units.
///
/// Nothing outside the loop over rows touches a vector: called with no rows it counts as a call and does nothing, which is how
/// it gets compiled without running often in its slow form.
final class StarterLstmProducts implements LstmProducts {

    /// No wider than 256 bits, so that 64 columns make eight sums or more: the fewest that keep two multiply-add units busy.
    private static final VectorSpecies<Float> SPECIES = Species.FLOATS.length() > FloatVector.SPECIES_256.length()
            ? FloatVector.SPECIES_256
            : Species.FLOATS;
    private static final int LANES = SPECIES.length();
    private static final int TILE = 8 * LANES;

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
        addProduct(rows, count, factors, factorsOffset, stripStride, FactorStrips.STRIDE, panel, panelOffset + UNITS,
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
        addProduct(rows, count, factors, factorsOffset, stripStride, FactorStrips.STRIDE, panel, panelOffset,
                panelQuarter,
                sums, sumsOffset, sumsQuarter, UNITS, sums, sumsOffset, sumsQuarter);
    }

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
        addProduct(1, count, row, rowOffset, 0, 1, panel, panelOffset, panelQuarter, start, startOffset, startQuarter,
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
        for (int column = 0; column < columns; column++) {
            Arrays.fill(scratch, 0, WIDTH, 0f);
            accumulate(1, rows, factors, factorsOffset + FactorStrips.at(column, stripStride), stripStride, panel,
                    panelOffset, panelQuarter, scratch, 0, UNITS);
            for (int quarter = 0; quarter < GATES; quarter++) {
                int from = quarter * UNITS;
                int to = outOffset + quarter * outQuarter + column * UNITS;
                for (int unit = 0; unit < UNITS; unit++) {
                    out[to + unit] += scratch[from + unit];
                }
            }
        }
    }

    /// `sums[r][j] = start[r][j] + Σ k<count: a[r][k]·panel[k][j]` for 64 columns j.
    ///
    /// @param a rows of strips, number k at `step·k`
    /// @param start row r of quarter q at `startOffset + q·startQuarter + r·startStride`
    private static void addProduct(
            int rows,
            int count,
            float[] a,
            int aOffset,
            int stripStride,
            int step,
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
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < WIDTH; column += TILE) {
                int from = startOffset + row * startStride;
                FloatVector sumA = FloatVector.fromArray(SPECIES, start, inQuarters(from, column, startQuarter));
                FloatVector sumB = FloatVector.fromArray(
                        SPECIES, start, inQuarters(from, column + LANES, startQuarter));
                FloatVector sumC = FloatVector.fromArray(
                        SPECIES, start, inQuarters(from, column + 2 * LANES, startQuarter));
                FloatVector sumD = FloatVector.fromArray(
                        SPECIES, start, inQuarters(from, column + 3 * LANES, startQuarter));
                FloatVector sumE = FloatVector.fromArray(
                        SPECIES, start, inQuarters(from, column + 4 * LANES, startQuarter));
                FloatVector sumF = FloatVector.fromArray(
                        SPECIES, start, inQuarters(from, column + 5 * LANES, startQuarter));
                FloatVector sumG = FloatVector.fromArray(
                        SPECIES, start, inQuarters(from, column + 6 * LANES, startQuarter));
                FloatVector sumH = FloatVector.fromArray(
                        SPECIES, start, inQuarters(from, column + 7 * LANES, startQuarter));
                int factor0 = aOffset + FactorStrips.at(row, stripStride);
                int atA = inQuarters(panelOffset, column, panelQuarter);
                int atB = inQuarters(panelOffset, column + LANES, panelQuarter);
                int atC = inQuarters(panelOffset, column + 2 * LANES, panelQuarter);
                int atD = inQuarters(panelOffset, column + 3 * LANES, panelQuarter);
                int atE = inQuarters(panelOffset, column + 4 * LANES, panelQuarter);
                int atF = inQuarters(panelOffset, column + 5 * LANES, panelQuarter);
                int atG = inQuarters(panelOffset, column + 6 * LANES, panelQuarter);
                int atH = inQuarters(panelOffset, column + 7 * LANES, panelQuarter);
                int weights = 0;
                for (int k = 0; k < count; k++, weights += UNITS) {
                    FloatVector factor = FloatVector.broadcast(SPECIES, a[factor0 + step * k]);
                    sumA = factor.fma(FloatVector.fromArray(SPECIES, panel, atA + weights), sumA);
                    sumB = factor.fma(FloatVector.fromArray(SPECIES, panel, atB + weights), sumB);
                    sumC = factor.fma(FloatVector.fromArray(SPECIES, panel, atC + weights), sumC);
                    sumD = factor.fma(FloatVector.fromArray(SPECIES, panel, atD + weights), sumD);
                    sumE = factor.fma(FloatVector.fromArray(SPECIES, panel, atE + weights), sumE);
                    sumF = factor.fma(FloatVector.fromArray(SPECIES, panel, atF + weights), sumF);
                    sumG = factor.fma(FloatVector.fromArray(SPECIES, panel, atG + weights), sumG);
                    sumH = factor.fma(FloatVector.fromArray(SPECIES, panel, atH + weights), sumH);
                }
                int to = sumsOffset + row * UNITS;
                sumA.intoArray(sums, inQuarters(to, column, sumsQuarter));
                sumB.intoArray(sums, inQuarters(to, column + LANES, sumsQuarter));
                sumC.intoArray(sums, inQuarters(to, column + 2 * LANES, sumsQuarter));
                sumD.intoArray(sums, inQuarters(to, column + 3 * LANES, sumsQuarter));
                sumE.intoArray(sums, inQuarters(to, column + 4 * LANES, sumsQuarter));
                sumF.intoArray(sums, inQuarters(to, column + 5 * LANES, sumsQuarter));
                sumG.intoArray(sums, inQuarters(to, column + 6 * LANES, sumsQuarter));
                sumH.intoArray(sums, inQuarters(to, column + 7 * LANES, sumsQuarter));
            }
        }
    }
}
