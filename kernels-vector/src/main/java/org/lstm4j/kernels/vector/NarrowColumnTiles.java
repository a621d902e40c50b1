package org.lstm4j.kernels.vector;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The tiles of [NarrowLstmProducts#accumulateWeightGradient]: six, four, two or one column of inputs or hidden states against
/// 16, 16, 32 or 64 gate gradients of a block, summed over rows. Twelve sums, or eight, as in [NarrowRowTiles].
///
/// Where the sums go is worked out before the loop, not after it: with the serial and the parallel collector, whose loops have
/// no safepoint checks, the loop ran at half the speed otherwise (JDK 25.0.3, 41 instead of 84 GFLOP/s).
final class NarrowColumnTiles {

    private static final VectorSpecies<Float> SPECIES = NarrowLstmProducts.SPECIES;
    private static final int LANES = NarrowLstmProducts.LANES;

    private NarrowColumnTiles() {}

    static void sixColumns(int rows, float[] a, int aOffset, int aStride, float[] panel, int panelOffset,
            float[] out,
            int outOffset) {
        int out1 = outOffset + WIDTH;
        int out2 = out1 + WIDTH;
        int out3 = out2 + WIDTH;
        int out4 = out3 + WIDTH;
        int out5 = out4 + WIDTH;
        FloatVector sum0a = FloatVector.zero(SPECIES);
        FloatVector sum0b = FloatVector.zero(SPECIES);
        FloatVector sum1a = FloatVector.zero(SPECIES);
        FloatVector sum1b = FloatVector.zero(SPECIES);
        FloatVector sum2a = FloatVector.zero(SPECIES);
        FloatVector sum2b = FloatVector.zero(SPECIES);
        FloatVector sum3a = FloatVector.zero(SPECIES);
        FloatVector sum3b = FloatVector.zero(SPECIES);
        FloatVector sum4a = FloatVector.zero(SPECIES);
        FloatVector sum4b = FloatVector.zero(SPECIES);
        FloatVector sum5a = FloatVector.zero(SPECIES);
        FloatVector sum5b = FloatVector.zero(SPECIES);
        FloatVector factor;
        int a1 = aOffset + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        int a4 = a3 + aStride;
        int a5 = a4 + aStride;
        int at = panelOffset;
        for (int row = 0; row < rows; row++, at += UNITS) {
            FloatVector gradientsA = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector gradientsB = FloatVector.fromArray(SPECIES, panel, at + LANES);
            factor = FloatVector.broadcast(SPECIES, a[aOffset + row]);
            sum0a = factor.fma(gradientsA, sum0a);
            sum0b = factor.fma(gradientsB, sum0b);
            factor = FloatVector.broadcast(SPECIES, a[a1 + row]);
            sum1a = factor.fma(gradientsA, sum1a);
            sum1b = factor.fma(gradientsB, sum1b);
            factor = FloatVector.broadcast(SPECIES, a[a2 + row]);
            sum2a = factor.fma(gradientsA, sum2a);
            sum2b = factor.fma(gradientsB, sum2b);
            factor = FloatVector.broadcast(SPECIES, a[a3 + row]);
            sum3a = factor.fma(gradientsA, sum3a);
            sum3b = factor.fma(gradientsB, sum3b);
            factor = FloatVector.broadcast(SPECIES, a[a4 + row]);
            sum4a = factor.fma(gradientsA, sum4a);
            sum4b = factor.fma(gradientsB, sum4b);
            factor = FloatVector.broadcast(SPECIES, a[a5 + row]);
            sum5a = factor.fma(gradientsA, sum5a);
            sum5b = factor.fma(gradientsB, sum5b);
        }
        sum0a.add(FloatVector.fromArray(SPECIES, out, outOffset)).intoArray(out, outOffset);
        sum0b.add(FloatVector.fromArray(SPECIES, out, outOffset + LANES)).intoArray(out, outOffset + LANES);
        sum1a.add(FloatVector.fromArray(SPECIES, out, out1)).intoArray(out, out1);
        sum1b.add(FloatVector.fromArray(SPECIES, out, out1 + LANES)).intoArray(out, out1 + LANES);
        sum2a.add(FloatVector.fromArray(SPECIES, out, out2)).intoArray(out, out2);
        sum2b.add(FloatVector.fromArray(SPECIES, out, out2 + LANES)).intoArray(out, out2 + LANES);
        sum3a.add(FloatVector.fromArray(SPECIES, out, out3)).intoArray(out, out3);
        sum3b.add(FloatVector.fromArray(SPECIES, out, out3 + LANES)).intoArray(out, out3 + LANES);
        sum4a.add(FloatVector.fromArray(SPECIES, out, out4)).intoArray(out, out4);
        sum4b.add(FloatVector.fromArray(SPECIES, out, out4 + LANES)).intoArray(out, out4 + LANES);
        sum5a.add(FloatVector.fromArray(SPECIES, out, out5)).intoArray(out, out5);
        sum5b.add(FloatVector.fromArray(SPECIES, out, out5 + LANES)).intoArray(out, out5 + LANES);
    }

    static void fourColumns(int rows, float[] a, int aOffset, int aStride, float[] panel, int panelOffset,
            float[] out,
            int outOffset) {
        int out1 = outOffset + WIDTH;
        int out2 = out1 + WIDTH;
        int out3 = out2 + WIDTH;
        FloatVector sum0a = FloatVector.zero(SPECIES);
        FloatVector sum0b = FloatVector.zero(SPECIES);
        FloatVector sum1a = FloatVector.zero(SPECIES);
        FloatVector sum1b = FloatVector.zero(SPECIES);
        FloatVector sum2a = FloatVector.zero(SPECIES);
        FloatVector sum2b = FloatVector.zero(SPECIES);
        FloatVector sum3a = FloatVector.zero(SPECIES);
        FloatVector sum3b = FloatVector.zero(SPECIES);
        FloatVector factor;
        int a1 = aOffset + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        int at = panelOffset;
        for (int row = 0; row < rows; row++, at += UNITS) {
            FloatVector gradientsA = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector gradientsB = FloatVector.fromArray(SPECIES, panel, at + LANES);
            factor = FloatVector.broadcast(SPECIES, a[aOffset + row]);
            sum0a = factor.fma(gradientsA, sum0a);
            sum0b = factor.fma(gradientsB, sum0b);
            factor = FloatVector.broadcast(SPECIES, a[a1 + row]);
            sum1a = factor.fma(gradientsA, sum1a);
            sum1b = factor.fma(gradientsB, sum1b);
            factor = FloatVector.broadcast(SPECIES, a[a2 + row]);
            sum2a = factor.fma(gradientsA, sum2a);
            sum2b = factor.fma(gradientsB, sum2b);
            factor = FloatVector.broadcast(SPECIES, a[a3 + row]);
            sum3a = factor.fma(gradientsA, sum3a);
            sum3b = factor.fma(gradientsB, sum3b);
        }
        sum0a.add(FloatVector.fromArray(SPECIES, out, outOffset)).intoArray(out, outOffset);
        sum0b.add(FloatVector.fromArray(SPECIES, out, outOffset + LANES)).intoArray(out, outOffset + LANES);
        sum1a.add(FloatVector.fromArray(SPECIES, out, out1)).intoArray(out, out1);
        sum1b.add(FloatVector.fromArray(SPECIES, out, out1 + LANES)).intoArray(out, out1 + LANES);
        sum2a.add(FloatVector.fromArray(SPECIES, out, out2)).intoArray(out, out2);
        sum2b.add(FloatVector.fromArray(SPECIES, out, out2 + LANES)).intoArray(out, out2 + LANES);
        sum3a.add(FloatVector.fromArray(SPECIES, out, out3)).intoArray(out, out3);
        sum3b.add(FloatVector.fromArray(SPECIES, out, out3 + LANES)).intoArray(out, out3 + LANES);
    }

    static void twoColumns(int rows, float[] a, int aOffset, int aStride, float[] panel, int panelOffset,
            int quarterStride,
            float[] out,
            int outOffset) {
        int out1 = outOffset + WIDTH;
        FloatVector sum0a = FloatVector.zero(SPECIES);
        FloatVector sum0b = FloatVector.zero(SPECIES);
        FloatVector sum0c = FloatVector.zero(SPECIES);
        FloatVector sum0d = FloatVector.zero(SPECIES);
        FloatVector sum1a = FloatVector.zero(SPECIES);
        FloatVector sum1b = FloatVector.zero(SPECIES);
        FloatVector sum1c = FloatVector.zero(SPECIES);
        FloatVector sum1d = FloatVector.zero(SPECIES);
        FloatVector factor;
        int a1 = aOffset + aStride;
        int at = panelOffset;
        for (int row = 0; row < rows; row++, at += UNITS) {
            FloatVector gradientsA = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector gradientsB = FloatVector.fromArray(SPECIES, panel, at + LANES);
            FloatVector gradientsC = FloatVector.fromArray(SPECIES, panel, at + quarterStride);
            FloatVector gradientsD = FloatVector.fromArray(SPECIES, panel, at + quarterStride + LANES);
            factor = FloatVector.broadcast(SPECIES, a[aOffset + row]);
            sum0a = factor.fma(gradientsA, sum0a);
            sum0b = factor.fma(gradientsB, sum0b);
            sum0c = factor.fma(gradientsC, sum0c);
            sum0d = factor.fma(gradientsD, sum0d);
            factor = FloatVector.broadcast(SPECIES, a[a1 + row]);
            sum1a = factor.fma(gradientsA, sum1a);
            sum1b = factor.fma(gradientsB, sum1b);
            sum1c = factor.fma(gradientsC, sum1c);
            sum1d = factor.fma(gradientsD, sum1d);
        }
        sum0a.add(FloatVector.fromArray(SPECIES, out, outOffset)).intoArray(out, outOffset);
        sum0b.add(FloatVector.fromArray(SPECIES, out, outOffset + LANES)).intoArray(out, outOffset + LANES);
        sum0c.add(FloatVector.fromArray(SPECIES, out, outOffset + 2 * LANES)).intoArray(out, outOffset + 2 * LANES);
        sum0d.add(FloatVector.fromArray(SPECIES, out, outOffset + 3 * LANES)).intoArray(out, outOffset + 3 * LANES);
        sum1a.add(FloatVector.fromArray(SPECIES, out, out1)).intoArray(out, out1);
        sum1b.add(FloatVector.fromArray(SPECIES, out, out1 + LANES)).intoArray(out, out1 + LANES);
        sum1c.add(FloatVector.fromArray(SPECIES, out, out1 + 2 * LANES)).intoArray(out, out1 + 2 * LANES);
        sum1d.add(FloatVector.fromArray(SPECIES, out, out1 + 3 * LANES)).intoArray(out, out1 + 3 * LANES);
    }

    static void oneColumn(int rows, float[] a, int aOffset, float[] panel, int panelOffset, int quarterStride,
            float[] out,
            int outOffset) {
        FloatVector sumA = FloatVector.zero(SPECIES);
        FloatVector sumB = FloatVector.zero(SPECIES);
        FloatVector sumC = FloatVector.zero(SPECIES);
        FloatVector sumD = FloatVector.zero(SPECIES);
        FloatVector sumE = FloatVector.zero(SPECIES);
        FloatVector sumF = FloatVector.zero(SPECIES);
        FloatVector sumG = FloatVector.zero(SPECIES);
        FloatVector sumH = FloatVector.zero(SPECIES);
        FloatVector factor;
        int at = panelOffset;
        for (int row = 0; row < rows; row++, at += UNITS) {
            factor = FloatVector.broadcast(SPECIES, a[aOffset + row]);
            sumA = factor.fma(FloatVector.fromArray(SPECIES, panel, at), sumA);
            sumB = factor.fma(FloatVector.fromArray(SPECIES, panel, at + LANES), sumB);
            sumC = factor.fma(FloatVector.fromArray(SPECIES, panel, at + quarterStride), sumC);
            sumD = factor.fma(FloatVector.fromArray(SPECIES, panel, at + quarterStride + LANES), sumD);
            sumE = factor.fma(FloatVector.fromArray(SPECIES, panel, at + 2 * quarterStride), sumE);
            sumF = factor.fma(FloatVector.fromArray(SPECIES, panel, at + 2 * quarterStride + LANES), sumF);
            sumG = factor.fma(FloatVector.fromArray(SPECIES, panel, at + 3 * quarterStride), sumG);
            sumH = factor.fma(FloatVector.fromArray(SPECIES, panel, at + 3 * quarterStride + LANES), sumH);
        }
        sumA.add(FloatVector.fromArray(SPECIES, out, outOffset)).intoArray(out, outOffset);
        sumB.add(FloatVector.fromArray(SPECIES, out, outOffset + LANES)).intoArray(out, outOffset + LANES);
        sumC.add(FloatVector.fromArray(SPECIES, out, outOffset + 2 * LANES)).intoArray(out, outOffset + 2 * LANES);
        sumD.add(FloatVector.fromArray(SPECIES, out, outOffset + 3 * LANES)).intoArray(out, outOffset + 3 * LANES);
        sumE.add(FloatVector.fromArray(SPECIES, out, outOffset + 4 * LANES)).intoArray(out, outOffset + 4 * LANES);
        sumF.add(FloatVector.fromArray(SPECIES, out, outOffset + 5 * LANES)).intoArray(out, outOffset + 5 * LANES);
        sumG.add(FloatVector.fromArray(SPECIES, out, outOffset + 6 * LANES)).intoArray(out, outOffset + 6 * LANES);
        sumH.add(FloatVector.fromArray(SPECIES, out, outOffset + 7 * LANES)).intoArray(out, outOffset + 7 * LANES);
    }
}
