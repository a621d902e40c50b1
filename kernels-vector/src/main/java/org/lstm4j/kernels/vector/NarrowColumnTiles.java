package org.lstm4j.kernels.vector;

import static org.lstm4j.kernels.GatePanels.COLUMNS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The tiles of [NarrowLstmProducts#accumulateWeightGradient]: four, two or one column of inputs or hidden states against 16,
/// 32 or 64 gate gradients of a block, summed over steps and rows. Eight sums each, as in [NarrowRowTiles].
final class NarrowColumnTiles {

    private static final VectorSpecies<Float> SPECIES = NarrowLstmProducts.SPECIES;
    private static final int LANES = NarrowLstmProducts.LANES;

    private NarrowColumnTiles() {}

    static void fourColumns(int steps, int rows, float[] a, int aOffset, int aStepStride, float[] gateGradients,
            int gateOffset, int gateStepStride, float[] out, int outOffset) {
        FloatVector sum0a = FloatVector.zero(SPECIES);
        FloatVector sum0b = FloatVector.zero(SPECIES);
        FloatVector sum1a = FloatVector.zero(SPECIES);
        FloatVector sum1b = FloatVector.zero(SPECIES);
        FloatVector sum2a = FloatVector.zero(SPECIES);
        FloatVector sum2b = FloatVector.zero(SPECIES);
        FloatVector sum3a = FloatVector.zero(SPECIES);
        FloatVector sum3b = FloatVector.zero(SPECIES);
        FloatVector factor;
        for (int step = 0; step < steps; step++) {
            int from = aOffset + step * aStepStride;
            int at = gateOffset + step * gateStepStride;
            for (int row = 0; row < rows; row++, from += COLUMNS, at += WIDTH) {
                FloatVector gradientsA = FloatVector.fromArray(SPECIES, gateGradients, at);
                FloatVector gradientsB = FloatVector.fromArray(SPECIES, gateGradients, at + LANES);
                factor = FloatVector.broadcast(SPECIES, a[from]);
                sum0a = factor.fma(gradientsA, sum0a);
                sum0b = factor.fma(gradientsB, sum0b);
                factor = FloatVector.broadcast(SPECIES, a[from + 1]);
                sum1a = factor.fma(gradientsA, sum1a);
                sum1b = factor.fma(gradientsB, sum1b);
                factor = FloatVector.broadcast(SPECIES, a[from + 2]);
                sum2a = factor.fma(gradientsA, sum2a);
                sum2b = factor.fma(gradientsB, sum2b);
                factor = FloatVector.broadcast(SPECIES, a[from + 3]);
                sum3a = factor.fma(gradientsA, sum3a);
                sum3b = factor.fma(gradientsB, sum3b);
            }
        }
        int out1 = outOffset + WIDTH;
        int out2 = out1 + WIDTH;
        int out3 = out2 + WIDTH;
        sum0a.add(FloatVector.fromArray(SPECIES, out, outOffset)).intoArray(out, outOffset);
        sum0b.add(FloatVector.fromArray(SPECIES, out, outOffset + LANES)).intoArray(out, outOffset + LANES);
        sum1a.add(FloatVector.fromArray(SPECIES, out, out1)).intoArray(out, out1);
        sum1b.add(FloatVector.fromArray(SPECIES, out, out1 + LANES)).intoArray(out, out1 + LANES);
        sum2a.add(FloatVector.fromArray(SPECIES, out, out2)).intoArray(out, out2);
        sum2b.add(FloatVector.fromArray(SPECIES, out, out2 + LANES)).intoArray(out, out2 + LANES);
        sum3a.add(FloatVector.fromArray(SPECIES, out, out3)).intoArray(out, out3);
        sum3b.add(FloatVector.fromArray(SPECIES, out, out3 + LANES)).intoArray(out, out3 + LANES);
    }

    static void twoColumns(int steps, int rows, float[] a, int aOffset, int aStepStride, float[] gateGradients,
            int gateOffset, int gateStepStride, float[] out, int outOffset) {
        FloatVector sum0a = FloatVector.zero(SPECIES);
        FloatVector sum0b = FloatVector.zero(SPECIES);
        FloatVector sum0c = FloatVector.zero(SPECIES);
        FloatVector sum0d = FloatVector.zero(SPECIES);
        FloatVector sum1a = FloatVector.zero(SPECIES);
        FloatVector sum1b = FloatVector.zero(SPECIES);
        FloatVector sum1c = FloatVector.zero(SPECIES);
        FloatVector sum1d = FloatVector.zero(SPECIES);
        FloatVector factor;
        for (int step = 0; step < steps; step++) {
            int from = aOffset + step * aStepStride;
            int at = gateOffset + step * gateStepStride;
            for (int row = 0; row < rows; row++, from += COLUMNS, at += WIDTH) {
                FloatVector gradientsA = FloatVector.fromArray(SPECIES, gateGradients, at);
                FloatVector gradientsB = FloatVector.fromArray(SPECIES, gateGradients, at + LANES);
                FloatVector gradientsC = FloatVector.fromArray(SPECIES, gateGradients, at + 2 * LANES);
                FloatVector gradientsD = FloatVector.fromArray(SPECIES, gateGradients, at + 3 * LANES);
                factor = FloatVector.broadcast(SPECIES, a[from]);
                sum0a = factor.fma(gradientsA, sum0a);
                sum0b = factor.fma(gradientsB, sum0b);
                sum0c = factor.fma(gradientsC, sum0c);
                sum0d = factor.fma(gradientsD, sum0d);
                factor = FloatVector.broadcast(SPECIES, a[from + 1]);
                sum1a = factor.fma(gradientsA, sum1a);
                sum1b = factor.fma(gradientsB, sum1b);
                sum1c = factor.fma(gradientsC, sum1c);
                sum1d = factor.fma(gradientsD, sum1d);
            }
        }
        int out1 = outOffset + WIDTH;
        sum0a.add(FloatVector.fromArray(SPECIES, out, outOffset)).intoArray(out, outOffset);
        sum0b.add(FloatVector.fromArray(SPECIES, out, outOffset + LANES)).intoArray(out, outOffset + LANES);
        sum0c.add(FloatVector.fromArray(SPECIES, out, outOffset + 2 * LANES)).intoArray(out, outOffset + 2 * LANES);
        sum0d.add(FloatVector.fromArray(SPECIES, out, outOffset + 3 * LANES)).intoArray(out, outOffset + 3 * LANES);
        sum1a.add(FloatVector.fromArray(SPECIES, out, out1)).intoArray(out, out1);
        sum1b.add(FloatVector.fromArray(SPECIES, out, out1 + LANES)).intoArray(out, out1 + LANES);
        sum1c.add(FloatVector.fromArray(SPECIES, out, out1 + 2 * LANES)).intoArray(out, out1 + 2 * LANES);
        sum1d.add(FloatVector.fromArray(SPECIES, out, out1 + 3 * LANES)).intoArray(out, out1 + 3 * LANES);
    }

    static void oneColumn(int steps, int rows, float[] a, int aOffset, int aStepStride, float[] gateGradients,
            int gateOffset, int gateStepStride, float[] out, int outOffset) {
        FloatVector sumA = FloatVector.zero(SPECIES);
        FloatVector sumB = FloatVector.zero(SPECIES);
        FloatVector sumC = FloatVector.zero(SPECIES);
        FloatVector sumD = FloatVector.zero(SPECIES);
        FloatVector sumE = FloatVector.zero(SPECIES);
        FloatVector sumF = FloatVector.zero(SPECIES);
        FloatVector sumG = FloatVector.zero(SPECIES);
        FloatVector sumH = FloatVector.zero(SPECIES);
        FloatVector factor;
        for (int step = 0; step < steps; step++) {
            int from = aOffset + step * aStepStride;
            int at = gateOffset + step * gateStepStride;
            for (int row = 0; row < rows; row++, from += COLUMNS, at += WIDTH) {
                factor = FloatVector.broadcast(SPECIES, a[from]);
                sumA = factor.fma(FloatVector.fromArray(SPECIES, gateGradients, at), sumA);
                sumB = factor.fma(FloatVector.fromArray(SPECIES, gateGradients, at + LANES), sumB);
                sumC = factor.fma(FloatVector.fromArray(SPECIES, gateGradients, at + 2 * LANES), sumC);
                sumD = factor.fma(FloatVector.fromArray(SPECIES, gateGradients, at + 3 * LANES), sumD);
                sumE = factor.fma(FloatVector.fromArray(SPECIES, gateGradients, at + 4 * LANES), sumE);
                sumF = factor.fma(FloatVector.fromArray(SPECIES, gateGradients, at + 5 * LANES), sumF);
                sumG = factor.fma(FloatVector.fromArray(SPECIES, gateGradients, at + 6 * LANES), sumG);
                sumH = factor.fma(FloatVector.fromArray(SPECIES, gateGradients, at + 7 * LANES), sumH);
            }
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
