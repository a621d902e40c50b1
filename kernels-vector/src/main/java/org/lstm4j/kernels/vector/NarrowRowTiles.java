package org.lstm4j.kernels.vector;

import static org.lstm4j.kernels.GatePanels.UNITS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The tiles of [NarrowLstmProducts] along rows of a batch:
///
/// ```
/// sums[r][j] = start[r][j] + Σ k<count: a[r][k]·panel[k][j]
/// ```
///
/// | tile | columns j | sums, weights, factor in registers |
/// |---|---|---|
/// | six rows | 16, a quarter | 12 + 2 + 1 |
/// | four rows | 16, a quarter | 8 + 2 + 1 |
/// | two rows | 32, two quarters | 8 + 4 + 1 |
/// | one row | 64, all quarters | 8 + 0 + 1 (weights are used once, from memory) |
///
/// `start` is `sums` itself to add to what is there, or the bias with a stride of 0.
///
/// Eight sums are the fewest that keep two multiply-add units of four cycles' latency busy; sixteen columns are one line of
/// the cache.
///
/// The loops begin at 0: with a first k that was a parameter, the same loop ran at less than half the speed (JDK 25.0.3, 35 instead of
/// 75 GFLOP/s), because sums were kept in memory.
final class NarrowRowTiles {

    private static final VectorSpecies<Float> SPECIES = NarrowLstmProducts.SPECIES;
    private static final int LANES = NarrowLstmProducts.LANES;

    private NarrowRowTiles() {}

    static void sixRows(int count, float[] a, int aOffset, int aStride, float[] panel, int panelOffset, float[] start,
            int startOffset, int startStride, float[] sums, int sumsOffset, int sumsStride) {
        int a1 = aOffset + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        int a4 = a3 + aStride;
        int a5 = a4 + aStride;
        int start1 = startOffset + startStride;
        int sums1 = sumsOffset + sumsStride;
        int start2 = start1 + startStride;
        int sums2 = sums1 + sumsStride;
        int start3 = start2 + startStride;
        int sums3 = sums2 + sumsStride;
        int start4 = start3 + startStride;
        int sums4 = sums3 + sumsStride;
        int start5 = start4 + startStride;
        int sums5 = sums4 + sumsStride;
        FloatVector sum0a = FloatVector.fromArray(SPECIES, start, startOffset);
        FloatVector sum0b = FloatVector.fromArray(SPECIES, start, startOffset + LANES);
        FloatVector sum1a = FloatVector.fromArray(SPECIES, start, start1);
        FloatVector sum1b = FloatVector.fromArray(SPECIES, start, start1 + LANES);
        FloatVector sum2a = FloatVector.fromArray(SPECIES, start, start2);
        FloatVector sum2b = FloatVector.fromArray(SPECIES, start, start2 + LANES);
        FloatVector sum3a = FloatVector.fromArray(SPECIES, start, start3);
        FloatVector sum3b = FloatVector.fromArray(SPECIES, start, start3 + LANES);
        FloatVector sum4a = FloatVector.fromArray(SPECIES, start, start4);
        FloatVector sum4b = FloatVector.fromArray(SPECIES, start, start4 + LANES);
        FloatVector sum5a = FloatVector.fromArray(SPECIES, start, start5);
        FloatVector sum5b = FloatVector.fromArray(SPECIES, start, start5 + LANES);
        FloatVector factor;
        int at = panelOffset;
        for (int k = 0; k < count; k++, at += UNITS) {
            FloatVector weightsA = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector weightsB = FloatVector.fromArray(SPECIES, panel, at + LANES);
            factor = FloatVector.broadcast(SPECIES, a[aOffset + k]);
            sum0a = factor.fma(weightsA, sum0a);
            sum0b = factor.fma(weightsB, sum0b);
            factor = FloatVector.broadcast(SPECIES, a[a1 + k]);
            sum1a = factor.fma(weightsA, sum1a);
            sum1b = factor.fma(weightsB, sum1b);
            factor = FloatVector.broadcast(SPECIES, a[a2 + k]);
            sum2a = factor.fma(weightsA, sum2a);
            sum2b = factor.fma(weightsB, sum2b);
            factor = FloatVector.broadcast(SPECIES, a[a3 + k]);
            sum3a = factor.fma(weightsA, sum3a);
            sum3b = factor.fma(weightsB, sum3b);
            factor = FloatVector.broadcast(SPECIES, a[a4 + k]);
            sum4a = factor.fma(weightsA, sum4a);
            sum4b = factor.fma(weightsB, sum4b);
            factor = FloatVector.broadcast(SPECIES, a[a5 + k]);
            sum5a = factor.fma(weightsA, sum5a);
            sum5b = factor.fma(weightsB, sum5b);
        }
        sum0a.intoArray(sums, sumsOffset);
        sum0b.intoArray(sums, sumsOffset + LANES);
        sum1a.intoArray(sums, sums1);
        sum1b.intoArray(sums, sums1 + LANES);
        sum2a.intoArray(sums, sums2);
        sum2b.intoArray(sums, sums2 + LANES);
        sum3a.intoArray(sums, sums3);
        sum3b.intoArray(sums, sums3 + LANES);
        sum4a.intoArray(sums, sums4);
        sum4b.intoArray(sums, sums4 + LANES);
        sum5a.intoArray(sums, sums5);
        sum5b.intoArray(sums, sums5 + LANES);
    }

    static void fourRows(int count, float[] a, int aOffset, int aStride, float[] panel, int panelOffset, float[] start,
            int startOffset, int startStride, float[] sums, int sumsOffset, int sumsStride) {
        int a1 = aOffset + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        int start1 = startOffset + startStride;
        int sums1 = sumsOffset + sumsStride;
        int start2 = start1 + startStride;
        int sums2 = sums1 + sumsStride;
        int start3 = start2 + startStride;
        int sums3 = sums2 + sumsStride;
        FloatVector sum0a = FloatVector.fromArray(SPECIES, start, startOffset);
        FloatVector sum0b = FloatVector.fromArray(SPECIES, start, startOffset + LANES);
        FloatVector sum1a = FloatVector.fromArray(SPECIES, start, start1);
        FloatVector sum1b = FloatVector.fromArray(SPECIES, start, start1 + LANES);
        FloatVector sum2a = FloatVector.fromArray(SPECIES, start, start2);
        FloatVector sum2b = FloatVector.fromArray(SPECIES, start, start2 + LANES);
        FloatVector sum3a = FloatVector.fromArray(SPECIES, start, start3);
        FloatVector sum3b = FloatVector.fromArray(SPECIES, start, start3 + LANES);
        FloatVector factor;
        int at = panelOffset;
        for (int k = 0; k < count; k++, at += UNITS) {
            FloatVector weightsA = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector weightsB = FloatVector.fromArray(SPECIES, panel, at + LANES);
            factor = FloatVector.broadcast(SPECIES, a[aOffset + k]);
            sum0a = factor.fma(weightsA, sum0a);
            sum0b = factor.fma(weightsB, sum0b);
            factor = FloatVector.broadcast(SPECIES, a[a1 + k]);
            sum1a = factor.fma(weightsA, sum1a);
            sum1b = factor.fma(weightsB, sum1b);
            factor = FloatVector.broadcast(SPECIES, a[a2 + k]);
            sum2a = factor.fma(weightsA, sum2a);
            sum2b = factor.fma(weightsB, sum2b);
            factor = FloatVector.broadcast(SPECIES, a[a3 + k]);
            sum3a = factor.fma(weightsA, sum3a);
            sum3b = factor.fma(weightsB, sum3b);
        }
        sum0a.intoArray(sums, sumsOffset);
        sum0b.intoArray(sums, sumsOffset + LANES);
        sum1a.intoArray(sums, sums1);
        sum1b.intoArray(sums, sums1 + LANES);
        sum2a.intoArray(sums, sums2);
        sum2b.intoArray(sums, sums2 + LANES);
        sum3a.intoArray(sums, sums3);
        sum3b.intoArray(sums, sums3 + LANES);
    }

    static void twoRows(int count, float[] a, int aOffset, int aStride, float[] panel, int panelOffset,
            int quarterStride, float[] start, int startOffset, int startQuarter, int startStride, float[] sums,
            int sumsOffset, int sumsStride) {
        int a1 = aOffset + aStride;
        int start1 = startOffset + startStride;
        int sums1 = sumsOffset + sumsStride;
        FloatVector sum0a = FloatVector.fromArray(SPECIES, start, startOffset);
        FloatVector sum0b = FloatVector.fromArray(SPECIES, start, startOffset + LANES);
        FloatVector sum0c = FloatVector.fromArray(SPECIES, start, startOffset + startQuarter);
        FloatVector sum0d = FloatVector.fromArray(SPECIES, start, startOffset + startQuarter + LANES);
        FloatVector sum1a = FloatVector.fromArray(SPECIES, start, start1);
        FloatVector sum1b = FloatVector.fromArray(SPECIES, start, start1 + LANES);
        FloatVector sum1c = FloatVector.fromArray(SPECIES, start, start1 + startQuarter);
        FloatVector sum1d = FloatVector.fromArray(SPECIES, start, start1 + startQuarter + LANES);
        FloatVector factor;
        int at = panelOffset;
        for (int k = 0; k < count; k++, at += UNITS) {
            FloatVector weightsA = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector weightsB = FloatVector.fromArray(SPECIES, panel, at + LANES);
            FloatVector weightsC = FloatVector.fromArray(SPECIES, panel, at + quarterStride);
            FloatVector weightsD = FloatVector.fromArray(SPECIES, panel, at + quarterStride + LANES);
            factor = FloatVector.broadcast(SPECIES, a[aOffset + k]);
            sum0a = factor.fma(weightsA, sum0a);
            sum0b = factor.fma(weightsB, sum0b);
            sum0c = factor.fma(weightsC, sum0c);
            sum0d = factor.fma(weightsD, sum0d);
            factor = FloatVector.broadcast(SPECIES, a[a1 + k]);
            sum1a = factor.fma(weightsA, sum1a);
            sum1b = factor.fma(weightsB, sum1b);
            sum1c = factor.fma(weightsC, sum1c);
            sum1d = factor.fma(weightsD, sum1d);
        }
        sum0a.intoArray(sums, sumsOffset);
        sum0b.intoArray(sums, sumsOffset + LANES);
        sum0c.intoArray(sums, sumsOffset + 2 * LANES);
        sum0d.intoArray(sums, sumsOffset + 3 * LANES);
        sum1a.intoArray(sums, sums1);
        sum1b.intoArray(sums, sums1 + LANES);
        sum1c.intoArray(sums, sums1 + 2 * LANES);
        sum1d.intoArray(sums, sums1 + 3 * LANES);
    }

    static void oneRow(int count, float[] a, int aOffset, float[] panel, int panelOffset, int quarterStride,
            float[] start, int startOffset, int startQuarter, float[] sums, int sumsOffset) {
        FloatVector sumA = FloatVector.fromArray(SPECIES, start, startOffset);
        FloatVector sumB = FloatVector.fromArray(SPECIES, start, startOffset + LANES);
        FloatVector sumC = FloatVector.fromArray(SPECIES, start, startOffset + startQuarter);
        FloatVector sumD = FloatVector.fromArray(SPECIES, start, startOffset + startQuarter + LANES);
        FloatVector sumE = FloatVector.fromArray(SPECIES, start, startOffset + 2 * startQuarter);
        FloatVector sumF = FloatVector.fromArray(SPECIES, start, startOffset + 2 * startQuarter + LANES);
        FloatVector sumG = FloatVector.fromArray(SPECIES, start, startOffset + 3 * startQuarter);
        FloatVector sumH = FloatVector.fromArray(SPECIES, start, startOffset + 3 * startQuarter + LANES);
        FloatVector factor;
        int at = panelOffset;
        for (int k = 0; k < count; k++, at += UNITS) {
            int at1 = at + quarterStride;
            int at2 = at1 + quarterStride;
            int at3 = at2 + quarterStride;
            factor = FloatVector.broadcast(SPECIES, a[aOffset + k]);
            sumA = factor.fma(FloatVector.fromArray(SPECIES, panel, at), sumA);
            sumB = factor.fma(FloatVector.fromArray(SPECIES, panel, at + LANES), sumB);
            sumC = factor.fma(FloatVector.fromArray(SPECIES, panel, at1), sumC);
            sumD = factor.fma(FloatVector.fromArray(SPECIES, panel, at1 + LANES), sumD);
            sumE = factor.fma(FloatVector.fromArray(SPECIES, panel, at2), sumE);
            sumF = factor.fma(FloatVector.fromArray(SPECIES, panel, at2 + LANES), sumF);
            sumG = factor.fma(FloatVector.fromArray(SPECIES, panel, at3), sumG);
            sumH = factor.fma(FloatVector.fromArray(SPECIES, panel, at3 + LANES), sumH);
        }
        sumA.intoArray(sums, sumsOffset);
        sumB.intoArray(sums, sumsOffset + LANES);
        sumC.intoArray(sums, sumsOffset + 2 * LANES);
        sumD.intoArray(sums, sumsOffset + 3 * LANES);
        sumE.intoArray(sums, sumsOffset + 4 * LANES);
        sumF.intoArray(sums, sumsOffset + 5 * LANES);
        sumG.intoArray(sums, sumsOffset + 6 * LANES);
        sumH.intoArray(sums, sumsOffset + 7 * LANES);
    }
}
