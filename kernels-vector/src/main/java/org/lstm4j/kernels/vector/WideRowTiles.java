package org.lstm4j.kernels.vector;

import static org.lstm4j.kernels.GatePanels.UNITS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The tiles of [WideLstmProducts] along rows of a batch, four, two or one against the 64 columns of a panel:
///
/// ```
/// out[r][j] += Σ block<blocks: Σ k<count: a[block][r][k]·panel[block·count + k][j]
/// ```
final class WideRowTiles {

    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;

    private WideRowTiles() {}

    static void fourRows(
            int blocks,
            int count,
            float[] a,
            int aOffset,
            int aBlockStride,
            int aStride,
            float[] panel,
            int panelOffset,
            int quarterStride,
            float[] out,
            int outOffset,
            int outStride) {
        int out1 = outOffset + outStride;
        int out2 = out1 + outStride;
        int out3 = out2 + outStride;
        FloatVector i0 = FloatVector.fromArray(SPECIES, out, outOffset);
        FloatVector f0 = FloatVector.fromArray(SPECIES, out, outOffset + UNITS);
        FloatVector g0 = FloatVector.fromArray(SPECIES, out, outOffset + 2 * UNITS);
        FloatVector o0 = FloatVector.fromArray(SPECIES, out, outOffset + 3 * UNITS);
        FloatVector i1 = FloatVector.fromArray(SPECIES, out, out1);
        FloatVector f1 = FloatVector.fromArray(SPECIES, out, out1 + UNITS);
        FloatVector g1 = FloatVector.fromArray(SPECIES, out, out1 + 2 * UNITS);
        FloatVector o1 = FloatVector.fromArray(SPECIES, out, out1 + 3 * UNITS);
        FloatVector i2 = FloatVector.fromArray(SPECIES, out, out2);
        FloatVector f2 = FloatVector.fromArray(SPECIES, out, out2 + UNITS);
        FloatVector g2 = FloatVector.fromArray(SPECIES, out, out2 + 2 * UNITS);
        FloatVector o2 = FloatVector.fromArray(SPECIES, out, out2 + 3 * UNITS);
        FloatVector i3 = FloatVector.fromArray(SPECIES, out, out3);
        FloatVector f3 = FloatVector.fromArray(SPECIES, out, out3 + UNITS);
        FloatVector g3 = FloatVector.fromArray(SPECIES, out, out3 + 2 * UNITS);
        FloatVector o3 = FloatVector.fromArray(SPECIES, out, out3 + 3 * UNITS);
        FloatVector factor;
        int at = panelOffset;
        for (int block = 0; block < blocks; block++) {
            int a0 = aOffset + block * aBlockStride;
            int a1 = a0 + aStride;
            int a2 = a1 + aStride;
            int a3 = a2 + aStride;
            for (int k = 0; k < count; k++, at += UNITS) {
                FloatVector iWeights = FloatVector.fromArray(SPECIES, panel, at);
                FloatVector fWeights = FloatVector.fromArray(SPECIES, panel, at + quarterStride);
                FloatVector gWeights = FloatVector.fromArray(SPECIES, panel, at + 2 * quarterStride);
                FloatVector oWeights = FloatVector.fromArray(SPECIES, panel, at + 3 * quarterStride);
                factor = FloatVector.broadcast(SPECIES, a[a0 + k]);
                i0 = factor.fma(iWeights, i0);
                f0 = factor.fma(fWeights, f0);
                g0 = factor.fma(gWeights, g0);
                o0 = factor.fma(oWeights, o0);
                factor = FloatVector.broadcast(SPECIES, a[a1 + k]);
                i1 = factor.fma(iWeights, i1);
                f1 = factor.fma(fWeights, f1);
                g1 = factor.fma(gWeights, g1);
                o1 = factor.fma(oWeights, o1);
                factor = FloatVector.broadcast(SPECIES, a[a2 + k]);
                i2 = factor.fma(iWeights, i2);
                f2 = factor.fma(fWeights, f2);
                g2 = factor.fma(gWeights, g2);
                o2 = factor.fma(oWeights, o2);
                factor = FloatVector.broadcast(SPECIES, a[a3 + k]);
                i3 = factor.fma(iWeights, i3);
                f3 = factor.fma(fWeights, f3);
                g3 = factor.fma(gWeights, g3);
                o3 = factor.fma(oWeights, o3);
            }
        }
        i0.intoArray(out, outOffset);
        f0.intoArray(out, outOffset + UNITS);
        g0.intoArray(out, outOffset + 2 * UNITS);
        o0.intoArray(out, outOffset + 3 * UNITS);
        i1.intoArray(out, out1);
        f1.intoArray(out, out1 + UNITS);
        g1.intoArray(out, out1 + 2 * UNITS);
        o1.intoArray(out, out1 + 3 * UNITS);
        i2.intoArray(out, out2);
        f2.intoArray(out, out2 + UNITS);
        g2.intoArray(out, out2 + 2 * UNITS);
        o2.intoArray(out, out2 + 3 * UNITS);
        i3.intoArray(out, out3);
        f3.intoArray(out, out3 + UNITS);
        g3.intoArray(out, out3 + 2 * UNITS);
        o3.intoArray(out, out3 + 3 * UNITS);
    }

    static void twoRows(
            int blocks,
            int count,
            float[] a,
            int aOffset,
            int aBlockStride,
            int aStride,
            float[] panel,
            int panelOffset,
            int quarterStride,
            float[] out,
            int outOffset,
            int outStride) {
        int out1 = outOffset + outStride;
        FloatVector i0 = FloatVector.fromArray(SPECIES, out, outOffset);
        FloatVector f0 = FloatVector.fromArray(SPECIES, out, outOffset + UNITS);
        FloatVector g0 = FloatVector.fromArray(SPECIES, out, outOffset + 2 * UNITS);
        FloatVector o0 = FloatVector.fromArray(SPECIES, out, outOffset + 3 * UNITS);
        FloatVector i1 = FloatVector.fromArray(SPECIES, out, out1);
        FloatVector f1 = FloatVector.fromArray(SPECIES, out, out1 + UNITS);
        FloatVector g1 = FloatVector.fromArray(SPECIES, out, out1 + 2 * UNITS);
        FloatVector o1 = FloatVector.fromArray(SPECIES, out, out1 + 3 * UNITS);
        FloatVector factor;
        int at = panelOffset;
        for (int block = 0; block < blocks; block++) {
            int a0 = aOffset + block * aBlockStride;
            int a1 = a0 + aStride;
            for (int k = 0; k < count; k++, at += UNITS) {
                FloatVector iWeights = FloatVector.fromArray(SPECIES, panel, at);
                FloatVector fWeights = FloatVector.fromArray(SPECIES, panel, at + quarterStride);
                FloatVector gWeights = FloatVector.fromArray(SPECIES, panel, at + 2 * quarterStride);
                FloatVector oWeights = FloatVector.fromArray(SPECIES, panel, at + 3 * quarterStride);
                factor = FloatVector.broadcast(SPECIES, a[a0 + k]);
                i0 = factor.fma(iWeights, i0);
                f0 = factor.fma(fWeights, f0);
                g0 = factor.fma(gWeights, g0);
                o0 = factor.fma(oWeights, o0);
                factor = FloatVector.broadcast(SPECIES, a[a1 + k]);
                i1 = factor.fma(iWeights, i1);
                f1 = factor.fma(fWeights, f1);
                g1 = factor.fma(gWeights, g1);
                o1 = factor.fma(oWeights, o1);
            }
        }
        i0.intoArray(out, outOffset);
        f0.intoArray(out, outOffset + UNITS);
        g0.intoArray(out, outOffset + 2 * UNITS);
        o0.intoArray(out, outOffset + 3 * UNITS);
        i1.intoArray(out, out1);
        f1.intoArray(out, out1 + UNITS);
        g1.intoArray(out, out1 + 2 * UNITS);
        o1.intoArray(out, out1 + 3 * UNITS);
    }

    static void oneRow(
            int blocks,
            int count,
            float[] a,
            int aOffset,
            int aBlockStride,
            float[] panel,
            int panelOffset,
            int quarterStride,
            float[] out,
            int outOffset) {
        FloatVector i0 = FloatVector.fromArray(SPECIES, out, outOffset);
        FloatVector f0 = FloatVector.fromArray(SPECIES, out, outOffset + UNITS);
        FloatVector g0 = FloatVector.fromArray(SPECIES, out, outOffset + 2 * UNITS);
        FloatVector o0 = FloatVector.fromArray(SPECIES, out, outOffset + 3 * UNITS);
        FloatVector factor;
        int at = panelOffset;
        for (int block = 0; block < blocks; block++) {
            int a0 = aOffset + block * aBlockStride;
            for (int k = 0; k < count; k++, at += UNITS) {
                FloatVector iWeights = FloatVector.fromArray(SPECIES, panel, at);
                FloatVector fWeights = FloatVector.fromArray(SPECIES, panel, at + quarterStride);
                FloatVector gWeights = FloatVector.fromArray(SPECIES, panel, at + 2 * quarterStride);
                FloatVector oWeights = FloatVector.fromArray(SPECIES, panel, at + 3 * quarterStride);
                factor = FloatVector.broadcast(SPECIES, a[a0 + k]);
                i0 = factor.fma(iWeights, i0);
                f0 = factor.fma(fWeights, f0);
                g0 = factor.fma(gWeights, g0);
                o0 = factor.fma(oWeights, o0);
            }
        }
        i0.intoArray(out, outOffset);
        f0.intoArray(out, outOffset + UNITS);
        g0.intoArray(out, outOffset + 2 * UNITS);
        o0.intoArray(out, outOffset + 3 * UNITS);
    }
}
