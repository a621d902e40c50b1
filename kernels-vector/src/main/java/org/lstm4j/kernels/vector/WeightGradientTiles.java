package org.lstm4j.kernels.vector;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The tiles of [WideLstmProducts#accumulateWeightGradient]: four, two or one column of inputs or hidden states against the
/// gate gradients of a block, summed over rows.
final class WeightGradientTiles {

    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;

    private WeightGradientTiles() {}

    static void fourColumns(
            int rows,
            float[] a,
            int aOffset,
            int aStride,
            float[] panel,
            int panelOffset,
            int quarterStride,
            float[] out,
            int outOffset) {
        FloatVector i0 = FloatVector.zero(SPECIES);
        FloatVector f0 = FloatVector.zero(SPECIES);
        FloatVector g0 = FloatVector.zero(SPECIES);
        FloatVector o0 = FloatVector.zero(SPECIES);
        FloatVector i1 = FloatVector.zero(SPECIES);
        FloatVector f1 = FloatVector.zero(SPECIES);
        FloatVector g1 = FloatVector.zero(SPECIES);
        FloatVector o1 = FloatVector.zero(SPECIES);
        FloatVector i2 = FloatVector.zero(SPECIES);
        FloatVector f2 = FloatVector.zero(SPECIES);
        FloatVector g2 = FloatVector.zero(SPECIES);
        FloatVector o2 = FloatVector.zero(SPECIES);
        FloatVector i3 = FloatVector.zero(SPECIES);
        FloatVector f3 = FloatVector.zero(SPECIES);
        FloatVector g3 = FloatVector.zero(SPECIES);
        FloatVector o3 = FloatVector.zero(SPECIES);
        FloatVector factor;
        int a1 = aOffset + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        int at = panelOffset;
        for (int row = 0; row < rows; row++, at += UNITS) {
            FloatVector iGradient = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector fGradient = FloatVector.fromArray(SPECIES, panel, at + quarterStride);
            FloatVector gGradient = FloatVector.fromArray(SPECIES, panel, at + 2 * quarterStride);
            FloatVector oGradient = FloatVector.fromArray(SPECIES, panel, at + 3 * quarterStride);
            factor = FloatVector.broadcast(SPECIES, a[aOffset + row]);
            i0 = factor.fma(iGradient, i0);
            f0 = factor.fma(fGradient, f0);
            g0 = factor.fma(gGradient, g0);
            o0 = factor.fma(oGradient, o0);
            factor = FloatVector.broadcast(SPECIES, a[a1 + row]);
            i1 = factor.fma(iGradient, i1);
            f1 = factor.fma(fGradient, f1);
            g1 = factor.fma(gGradient, g1);
            o1 = factor.fma(oGradient, o1);
            factor = FloatVector.broadcast(SPECIES, a[a2 + row]);
            i2 = factor.fma(iGradient, i2);
            f2 = factor.fma(fGradient, f2);
            g2 = factor.fma(gGradient, g2);
            o2 = factor.fma(oGradient, o2);
            factor = FloatVector.broadcast(SPECIES, a[a3 + row]);
            i3 = factor.fma(iGradient, i3);
            f3 = factor.fma(fGradient, f3);
            g3 = factor.fma(gGradient, g3);
            o3 = factor.fma(oGradient, o3);
        }
        i0.add(FloatVector.fromArray(SPECIES, out, outOffset)).intoArray(out, outOffset);
        f0.add(FloatVector.fromArray(SPECIES, out, outOffset + UNITS)).intoArray(out, outOffset + UNITS);
        g0.add(FloatVector.fromArray(SPECIES, out, outOffset + 2 * UNITS)).intoArray(out, outOffset + 2 * UNITS);
        o0.add(FloatVector.fromArray(SPECIES, out, outOffset + 3 * UNITS)).intoArray(out, outOffset + 3 * UNITS);
        i1.add(FloatVector.fromArray(SPECIES, out, outOffset + WIDTH)).intoArray(out, outOffset + WIDTH);
        f1.add(FloatVector.fromArray(SPECIES, out, outOffset + WIDTH + UNITS)).intoArray(out,
                outOffset + WIDTH + UNITS);
        g1.add(FloatVector.fromArray(SPECIES, out, outOffset + WIDTH + 2 * UNITS)).intoArray(out,
                outOffset + WIDTH + 2 * UNITS);
        o1.add(FloatVector.fromArray(SPECIES, out, outOffset + WIDTH + 3 * UNITS)).intoArray(out,
                outOffset + WIDTH + 3 * UNITS);
        i2.add(FloatVector.fromArray(SPECIES, out, outOffset + 2 * WIDTH)).intoArray(out, outOffset + 2 * WIDTH);
        f2.add(FloatVector.fromArray(SPECIES, out, outOffset + 2 * WIDTH + UNITS)).intoArray(out,
                outOffset + 2 * WIDTH + UNITS);
        g2.add(FloatVector.fromArray(SPECIES, out, outOffset + 2 * WIDTH + 2 * UNITS)).intoArray(out,
                outOffset + 2 * WIDTH + 2 * UNITS);
        o2.add(FloatVector.fromArray(SPECIES, out, outOffset + 2 * WIDTH + 3 * UNITS)).intoArray(out,
                outOffset + 2 * WIDTH + 3 * UNITS);
        i3.add(FloatVector.fromArray(SPECIES, out, outOffset + 3 * WIDTH)).intoArray(out, outOffset + 3 * WIDTH);
        f3.add(FloatVector.fromArray(SPECIES, out, outOffset + 3 * WIDTH + UNITS)).intoArray(out,
                outOffset + 3 * WIDTH + UNITS);
        g3.add(FloatVector.fromArray(SPECIES, out, outOffset + 3 * WIDTH + 2 * UNITS)).intoArray(out,
                outOffset + 3 * WIDTH + 2 * UNITS);
        o3.add(FloatVector.fromArray(SPECIES, out, outOffset + 3 * WIDTH + 3 * UNITS)).intoArray(out,
                outOffset + 3 * WIDTH + 3 * UNITS);
    }

    static void twoColumns(
            int rows,
            float[] a,
            int aOffset,
            int aStride,
            float[] panel,
            int panelOffset,
            int quarterStride,
            float[] out,
            int outOffset) {
        FloatVector i0 = FloatVector.zero(SPECIES);
        FloatVector f0 = FloatVector.zero(SPECIES);
        FloatVector g0 = FloatVector.zero(SPECIES);
        FloatVector o0 = FloatVector.zero(SPECIES);
        FloatVector i1 = FloatVector.zero(SPECIES);
        FloatVector f1 = FloatVector.zero(SPECIES);
        FloatVector g1 = FloatVector.zero(SPECIES);
        FloatVector o1 = FloatVector.zero(SPECIES);
        FloatVector factor;
        int a1 = aOffset + aStride;
        int at = panelOffset;
        for (int row = 0; row < rows; row++, at += UNITS) {
            FloatVector iGradient = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector fGradient = FloatVector.fromArray(SPECIES, panel, at + quarterStride);
            FloatVector gGradient = FloatVector.fromArray(SPECIES, panel, at + 2 * quarterStride);
            FloatVector oGradient = FloatVector.fromArray(SPECIES, panel, at + 3 * quarterStride);
            factor = FloatVector.broadcast(SPECIES, a[aOffset + row]);
            i0 = factor.fma(iGradient, i0);
            f0 = factor.fma(fGradient, f0);
            g0 = factor.fma(gGradient, g0);
            o0 = factor.fma(oGradient, o0);
            factor = FloatVector.broadcast(SPECIES, a[a1 + row]);
            i1 = factor.fma(iGradient, i1);
            f1 = factor.fma(fGradient, f1);
            g1 = factor.fma(gGradient, g1);
            o1 = factor.fma(oGradient, o1);
        }
        i0.add(FloatVector.fromArray(SPECIES, out, outOffset)).intoArray(out, outOffset);
        f0.add(FloatVector.fromArray(SPECIES, out, outOffset + UNITS)).intoArray(out, outOffset + UNITS);
        g0.add(FloatVector.fromArray(SPECIES, out, outOffset + 2 * UNITS)).intoArray(out, outOffset + 2 * UNITS);
        o0.add(FloatVector.fromArray(SPECIES, out, outOffset + 3 * UNITS)).intoArray(out, outOffset + 3 * UNITS);
        i1.add(FloatVector.fromArray(SPECIES, out, outOffset + WIDTH)).intoArray(out, outOffset + WIDTH);
        f1.add(FloatVector.fromArray(SPECIES, out, outOffset + WIDTH + UNITS)).intoArray(out,
                outOffset + WIDTH + UNITS);
        g1.add(FloatVector.fromArray(SPECIES, out, outOffset + WIDTH + 2 * UNITS)).intoArray(out,
                outOffset + WIDTH + 2 * UNITS);
        o1.add(FloatVector.fromArray(SPECIES, out, outOffset + WIDTH + 3 * UNITS)).intoArray(out,
                outOffset + WIDTH + 3 * UNITS);
    }

    static void oneColumn(
            int rows,
            float[] a,
            int aOffset,
            float[] panel,
            int panelOffset,
            int quarterStride,
            float[] out,
            int outOffset) {
        FloatVector i0 = FloatVector.zero(SPECIES);
        FloatVector f0 = FloatVector.zero(SPECIES);
        FloatVector g0 = FloatVector.zero(SPECIES);
        FloatVector o0 = FloatVector.zero(SPECIES);
        FloatVector factor;
        int at = panelOffset;
        for (int row = 0; row < rows; row++, at += UNITS) {
            FloatVector iGradient = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector fGradient = FloatVector.fromArray(SPECIES, panel, at + quarterStride);
            FloatVector gGradient = FloatVector.fromArray(SPECIES, panel, at + 2 * quarterStride);
            FloatVector oGradient = FloatVector.fromArray(SPECIES, panel, at + 3 * quarterStride);
            factor = FloatVector.broadcast(SPECIES, a[aOffset + row]);
            i0 = factor.fma(iGradient, i0);
            f0 = factor.fma(fGradient, f0);
            g0 = factor.fma(gGradient, g0);
            o0 = factor.fma(oGradient, o0);
        }
        i0.add(FloatVector.fromArray(SPECIES, out, outOffset)).intoArray(out, outOffset);
        f0.add(FloatVector.fromArray(SPECIES, out, outOffset + UNITS)).intoArray(out, outOffset + UNITS);
        g0.add(FloatVector.fromArray(SPECIES, out, outOffset + 2 * UNITS)).intoArray(out, outOffset + 2 * UNITS);
        o0.add(FloatVector.fromArray(SPECIES, out, outOffset + 3 * UNITS)).intoArray(out, outOffset + 3 * UNITS);
    }
}
