package org.lstm4j.kernels.vector;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The tiles of [WideLstmProducts#preActivations]: four, two or one row of a batch against the four gate vectors of a panel.
final class PreActivationTiles {

    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;

    private PreActivationTiles() {}

    static void fourRows(
            float[] panel,
            int panelOffset,
            int quarterStride,
            int count,
            float[] read,
            int readOffset,
            int readStride,
            float[] gates,
            int gatesOffset) {
        FloatVector i0 = FloatVector.fromArray(SPECIES, panel, panelOffset);
        FloatVector f0 = FloatVector.fromArray(SPECIES, panel, panelOffset + quarterStride);
        FloatVector g0 = FloatVector.fromArray(SPECIES, panel, panelOffset + 2 * quarterStride);
        FloatVector o0 = FloatVector.fromArray(SPECIES, panel, panelOffset + 3 * quarterStride);
        FloatVector i1 = i0;
        FloatVector f1 = f0;
        FloatVector g1 = g0;
        FloatVector o1 = o0;
        FloatVector i2 = i0;
        FloatVector f2 = f0;
        FloatVector g2 = g0;
        FloatVector o2 = o0;
        FloatVector i3 = i0;
        FloatVector f3 = f0;
        FloatVector g3 = g0;
        FloatVector o3 = o0;
        FloatVector factor;
        int at = panelOffset + UNITS;
        int read1 = readOffset + readStride;
        int read2 = read1 + readStride;
        int read3 = read2 + readStride;
        for (int k = 0; k < count; k++, at += UNITS) {
            FloatVector iWeights = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector fWeights = FloatVector.fromArray(SPECIES, panel, at + quarterStride);
            FloatVector gWeights = FloatVector.fromArray(SPECIES, panel, at + 2 * quarterStride);
            FloatVector oWeights = FloatVector.fromArray(SPECIES, panel, at + 3 * quarterStride);
            factor = FloatVector.broadcast(SPECIES, read[readOffset + k]);
            i0 = factor.fma(iWeights, i0);
            f0 = factor.fma(fWeights, f0);
            g0 = factor.fma(gWeights, g0);
            o0 = factor.fma(oWeights, o0);
            factor = FloatVector.broadcast(SPECIES, read[read1 + k]);
            i1 = factor.fma(iWeights, i1);
            f1 = factor.fma(fWeights, f1);
            g1 = factor.fma(gWeights, g1);
            o1 = factor.fma(oWeights, o1);
            factor = FloatVector.broadcast(SPECIES, read[read2 + k]);
            i2 = factor.fma(iWeights, i2);
            f2 = factor.fma(fWeights, f2);
            g2 = factor.fma(gWeights, g2);
            o2 = factor.fma(oWeights, o2);
            factor = FloatVector.broadcast(SPECIES, read[read3 + k]);
            i3 = factor.fma(iWeights, i3);
            f3 = factor.fma(fWeights, f3);
            g3 = factor.fma(gWeights, g3);
            o3 = factor.fma(oWeights, o3);
        }
        i0.intoArray(gates, gatesOffset);
        f0.intoArray(gates, gatesOffset + UNITS);
        g0.intoArray(gates, gatesOffset + 2 * UNITS);
        o0.intoArray(gates, gatesOffset + 3 * UNITS);
        i1.intoArray(gates, gatesOffset + WIDTH);
        f1.intoArray(gates, gatesOffset + WIDTH + UNITS);
        g1.intoArray(gates, gatesOffset + WIDTH + 2 * UNITS);
        o1.intoArray(gates, gatesOffset + WIDTH + 3 * UNITS);
        i2.intoArray(gates, gatesOffset + 2 * WIDTH);
        f2.intoArray(gates, gatesOffset + 2 * WIDTH + UNITS);
        g2.intoArray(gates, gatesOffset + 2 * WIDTH + 2 * UNITS);
        o2.intoArray(gates, gatesOffset + 2 * WIDTH + 3 * UNITS);
        i3.intoArray(gates, gatesOffset + 3 * WIDTH);
        f3.intoArray(gates, gatesOffset + 3 * WIDTH + UNITS);
        g3.intoArray(gates, gatesOffset + 3 * WIDTH + 2 * UNITS);
        o3.intoArray(gates, gatesOffset + 3 * WIDTH + 3 * UNITS);
    }

    static void twoRows(
            float[] panel,
            int panelOffset,
            int quarterStride,
            int count,
            float[] read,
            int readOffset,
            int readStride,
            float[] gates,
            int gatesOffset) {
        FloatVector i0 = FloatVector.fromArray(SPECIES, panel, panelOffset);
        FloatVector f0 = FloatVector.fromArray(SPECIES, panel, panelOffset + quarterStride);
        FloatVector g0 = FloatVector.fromArray(SPECIES, panel, panelOffset + 2 * quarterStride);
        FloatVector o0 = FloatVector.fromArray(SPECIES, panel, panelOffset + 3 * quarterStride);
        FloatVector i1 = i0;
        FloatVector f1 = f0;
        FloatVector g1 = g0;
        FloatVector o1 = o0;
        FloatVector factor;
        int at = panelOffset + UNITS;
        int read1 = readOffset + readStride;
        for (int k = 0; k < count; k++, at += UNITS) {
            FloatVector iWeights = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector fWeights = FloatVector.fromArray(SPECIES, panel, at + quarterStride);
            FloatVector gWeights = FloatVector.fromArray(SPECIES, panel, at + 2 * quarterStride);
            FloatVector oWeights = FloatVector.fromArray(SPECIES, panel, at + 3 * quarterStride);
            factor = FloatVector.broadcast(SPECIES, read[readOffset + k]);
            i0 = factor.fma(iWeights, i0);
            f0 = factor.fma(fWeights, f0);
            g0 = factor.fma(gWeights, g0);
            o0 = factor.fma(oWeights, o0);
            factor = FloatVector.broadcast(SPECIES, read[read1 + k]);
            i1 = factor.fma(iWeights, i1);
            f1 = factor.fma(fWeights, f1);
            g1 = factor.fma(gWeights, g1);
            o1 = factor.fma(oWeights, o1);
        }
        i0.intoArray(gates, gatesOffset);
        f0.intoArray(gates, gatesOffset + UNITS);
        g0.intoArray(gates, gatesOffset + 2 * UNITS);
        o0.intoArray(gates, gatesOffset + 3 * UNITS);
        i1.intoArray(gates, gatesOffset + WIDTH);
        f1.intoArray(gates, gatesOffset + WIDTH + UNITS);
        g1.intoArray(gates, gatesOffset + WIDTH + 2 * UNITS);
        o1.intoArray(gates, gatesOffset + WIDTH + 3 * UNITS);
    }

    static void oneRow(
            float[] panel,
            int panelOffset,
            int quarterStride,
            int count,
            float[] read,
            int readOffset,
            float[] gates,
            int gatesOffset) {
        FloatVector i0 = FloatVector.fromArray(SPECIES, panel, panelOffset);
        FloatVector f0 = FloatVector.fromArray(SPECIES, panel, panelOffset + quarterStride);
        FloatVector g0 = FloatVector.fromArray(SPECIES, panel, panelOffset + 2 * quarterStride);
        FloatVector o0 = FloatVector.fromArray(SPECIES, panel, panelOffset + 3 * quarterStride);
        FloatVector factor;
        int at = panelOffset + UNITS;
        for (int k = 0; k < count; k++, at += UNITS) {
            FloatVector iWeights = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector fWeights = FloatVector.fromArray(SPECIES, panel, at + quarterStride);
            FloatVector gWeights = FloatVector.fromArray(SPECIES, panel, at + 2 * quarterStride);
            FloatVector oWeights = FloatVector.fromArray(SPECIES, panel, at + 3 * quarterStride);
            factor = FloatVector.broadcast(SPECIES, read[readOffset + k]);
            i0 = factor.fma(iWeights, i0);
            f0 = factor.fma(fWeights, f0);
            g0 = factor.fma(gWeights, g0);
            o0 = factor.fma(oWeights, o0);
        }
        i0.intoArray(gates, gatesOffset);
        f0.intoArray(gates, gatesOffset + UNITS);
        g0.intoArray(gates, gatesOffset + 2 * UNITS);
        o0.intoArray(gates, gatesOffset + 3 * UNITS);
    }
}
