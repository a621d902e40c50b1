package org.lstm4j.kernels.vector;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
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
            float[] panel,
            int panelOffset,
            int quarterStride,
            int count,
            float[] read,
            int readOffset,
            int readStride,
            float[] gates,
            int gatesOffset) {
        addProduct(rows, count, read, readOffset, readStride, panel, panelOffset + UNITS, quarterStride, panel,
                panelOffset, quarterStride, 0, gates, gatesOffset, WIDTH);
    }

    @Override
    public void accumulate(
            int rows,
            int count,
            float[] a,
            int aOffset,
            int aStride,
            float[] panel,
            int panelOffset,
            int quarterStride,
            float[] sums,
            int sumsOffset,
            int sumsStride) {
        addProduct(rows, count, a, aOffset, aStride, panel, panelOffset, quarterStride, sums, sumsOffset, UNITS,
                sumsStride, sums, sumsOffset, sumsStride);
    }

    @Override
    public void accumulateThroughWeights(
            int rows,
            int blocks,
            float[] gateGradients,
            int gateOffset,
            int blockStride,
            float[] panel,
            int panelOffset,
            int quarterStride,
            float[] out,
            int outOffset,
            int outStride) {
        for (int block = 0; block < blocks; block++) {
            accumulate(rows, WIDTH, gateGradients, gateOffset + block * blockStride, WIDTH, panel,
                    panelOffset + block * WIDTH * UNITS, quarterStride, out, outOffset, outStride);
        }
    }

    @Override
    public void accumulateWeightGradient(
            int columns,
            int rows,
            float[] a,
            int aOffset,
            int aStride,
            float[] panel,
            int panelOffset,
            int quarterStride,
            float[] out,
            int outOffset,
            float[] sums) {
        for (int k = 0; k < columns; k++) {
            Arrays.fill(sums, 0, WIDTH, 0f);
            accumulate(1, rows, a, aOffset + k * aStride, 0, panel, panelOffset, quarterStride, sums, 0, 0);
            int to = outOffset + k * WIDTH;
            for (int column = 0; column < WIDTH; column++) {
                out[to + column] += sums[column];
            }
        }
    }

    /// `sums[r][j] = start[r][j] + Σ k<count: a[r][k]·panel[k][j]` for 64 columns j.
    ///
    /// @param start row r of quarter q at `startOffset + q·startQuarter + r·startStride`
    private static void addProduct(
            int rows,
            int count,
            float[] a,
            int aOffset,
            int aStride,
            float[] panel,
            int panelOffset,
            int quarterStride,
            float[] start,
            int startOffset,
            int startQuarter,
            int startStride,
            float[] sums,
            int sumsOffset,
            int sumsStride) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < WIDTH; column += TILE) {
                int from = startOffset + row * startStride;
                FloatVector sumA = FloatVector.fromArray(SPECIES, start, from + inQuarters(column, startQuarter));
                FloatVector sumB = FloatVector.fromArray(
                        SPECIES, start, from + inQuarters(column + LANES, startQuarter));
                FloatVector sumC = FloatVector.fromArray(
                        SPECIES, start, from + inQuarters(column + 2 * LANES, startQuarter));
                FloatVector sumD = FloatVector.fromArray(
                        SPECIES, start, from + inQuarters(column + 3 * LANES, startQuarter));
                FloatVector sumE = FloatVector.fromArray(
                        SPECIES, start, from + inQuarters(column + 4 * LANES, startQuarter));
                FloatVector sumF = FloatVector.fromArray(
                        SPECIES, start, from + inQuarters(column + 5 * LANES, startQuarter));
                FloatVector sumG = FloatVector.fromArray(
                        SPECIES, start, from + inQuarters(column + 6 * LANES, startQuarter));
                FloatVector sumH = FloatVector.fromArray(
                        SPECIES, start, from + inQuarters(column + 7 * LANES, startQuarter));
                int factors = aOffset + row * aStride;
                int atA = panelOffset + inQuarters(column, quarterStride);
                int atB = panelOffset + inQuarters(column + LANES, quarterStride);
                int atC = panelOffset + inQuarters(column + 2 * LANES, quarterStride);
                int atD = panelOffset + inQuarters(column + 3 * LANES, quarterStride);
                int atE = panelOffset + inQuarters(column + 4 * LANES, quarterStride);
                int atF = panelOffset + inQuarters(column + 5 * LANES, quarterStride);
                int atG = panelOffset + inQuarters(column + 6 * LANES, quarterStride);
                int atH = panelOffset + inQuarters(column + 7 * LANES, quarterStride);
                int weights = 0;
                for (int k = 0; k < count; k++, weights += UNITS) {
                    FloatVector factor = FloatVector.broadcast(SPECIES, a[factors + k]);
                    sumA = factor.fma(FloatVector.fromArray(SPECIES, panel, atA + weights), sumA);
                    sumB = factor.fma(FloatVector.fromArray(SPECIES, panel, atB + weights), sumB);
                    sumC = factor.fma(FloatVector.fromArray(SPECIES, panel, atC + weights), sumC);
                    sumD = factor.fma(FloatVector.fromArray(SPECIES, panel, atD + weights), sumD);
                    sumE = factor.fma(FloatVector.fromArray(SPECIES, panel, atE + weights), sumE);
                    sumF = factor.fma(FloatVector.fromArray(SPECIES, panel, atF + weights), sumF);
                    sumG = factor.fma(FloatVector.fromArray(SPECIES, panel, atG + weights), sumG);
                    sumH = factor.fma(FloatVector.fromArray(SPECIES, panel, atH + weights), sumH);
                }
                int to = sumsOffset + row * sumsStride + column;
                sumA.intoArray(sums, to);
                sumB.intoArray(sums, to + LANES);
                sumC.intoArray(sums, to + 2 * LANES);
                sumD.intoArray(sums, to + 3 * LANES);
                sumE.intoArray(sums, to + 4 * LANES);
                sumF.intoArray(sums, to + 5 * LANES);
                sumG.intoArray(sums, to + 6 * LANES);
                sumH.intoArray(sums, to + 7 * LANES);
            }
        }
    }

    /// Where a column lies in quarters that are `stride` apart.
    private static int inQuarters(int column, int stride) {
        return column / UNITS * stride + column % UNITS;
    }
}
