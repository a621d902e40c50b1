package org.lstm4j.kernels.vector;

import static org.lstm4j.kernels.GatePanels.UNITS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.lstm4j.kernels.CompressedProducts;

/// [CompressedProducts] with the Vector API. Eight sums at a time keep two multiply-add units busy: two vectors of units where
/// a block has at least two, all four gates each.
final class VectorCompressedProducts implements CompressedProducts {

    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SPECIES.vectorShape());
    private static final int LANES = SPECIES.length();
    private static final int TOP_BYTE = 0xff000000;
    private static final int TOP_HALF = 0xffff0000;

    @Override
    public void addRowBfloat16(
            int count,
            float[] row,
            int rowOffset,
            int[] pairs,
            int pairsOffset,
            int halfStride,
            float[] start,
            int startOffset,
            int startQuarter,
            float[] sums,
            int sumsOffset,
            int sumsQuarter) {
        int lane = 0;
        for (; lane + 2 * LANES <= UNITS; lane += 2 * LANES) {
            twoVectorsBfloat16(count, row, rowOffset, pairs, pairsOffset + lane, halfStride, start, startOffset + lane,
                    startQuarter, sums, sumsOffset + lane, sumsQuarter);
        }
        if (lane < UNITS) {
            oneVectorBfloat16(count, row, rowOffset, pairs, pairsOffset, halfStride, start, startOffset, startQuarter,
                    sums, sumsOffset, sumsQuarter);
        }
    }

    @Override
    public void addRowInt8(
            int count,
            float[] row,
            int rowOffset,
            int[] fours,
            int foursOffset,
            float[] start,
            int startOffset,
            int startQuarter,
            float[] sums,
            int sumsOffset,
            int sumsQuarter) {
        int lane = 0;
        for (; lane + 2 * LANES <= UNITS; lane += 2 * LANES) {
            twoVectorsInt8(count, row, rowOffset, fours, foursOffset + lane, start, startOffset + lane, startQuarter,
                    sums, sumsOffset + lane, sumsQuarter);
        }
        if (lane < UNITS) {
            oneVectorInt8(count, row, rowOffset, fours, foursOffset, start, startOffset, startQuarter, sums, sumsOffset,
                    sumsQuarter);
        }
    }

    private static void twoVectorsBfloat16(
            int count, float[] row, int rowOffset, int[] pairs, int pairsOffset, int halfStride, float[] start,
            int from, int startQuarter, float[] sums, int to, int sumsQuarter) {
        FloatVector i0 = FloatVector.fromArray(SPECIES, start, from);
        FloatVector i1 = FloatVector.fromArray(SPECIES, start, from + LANES);
        FloatVector f0 = FloatVector.fromArray(SPECIES, start, from + startQuarter);
        FloatVector f1 = FloatVector.fromArray(SPECIES, start, from + startQuarter + LANES);
        FloatVector g0 = FloatVector.fromArray(SPECIES, start, from + 2 * startQuarter);
        FloatVector g1 = FloatVector.fromArray(SPECIES, start, from + 2 * startQuarter + LANES);
        FloatVector o0 = FloatVector.fromArray(SPECIES, start, from + 3 * startQuarter);
        FloatVector o1 = FloatVector.fromArray(SPECIES, start, from + 3 * startQuarter + LANES);
        int at = pairsOffset;
        for (int k = 0; k < count; k++, at += UNITS) {
            FloatVector factor = FloatVector.broadcast(SPECIES, row[rowOffset + k]);
            IntVector if0 = IntVector.fromArray(INTS, pairs, at);
            IntVector if1 = IntVector.fromArray(INTS, pairs, at + LANES);
            IntVector go0 = IntVector.fromArray(INTS, pairs, at + halfStride);
            IntVector go1 = IntVector.fromArray(INTS, pairs, at + halfStride + LANES);
            i0 = factor.fma(if0.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats(), i0);
            i1 = factor.fma(if1.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats(), i1);
            f0 = factor.fma(if0.and(TOP_HALF).reinterpretAsFloats(), f0);
            f1 = factor.fma(if1.and(TOP_HALF).reinterpretAsFloats(), f1);
            g0 = factor.fma(go0.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats(), g0);
            g1 = factor.fma(go1.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats(), g1);
            o0 = factor.fma(go0.and(TOP_HALF).reinterpretAsFloats(), o0);
            o1 = factor.fma(go1.and(TOP_HALF).reinterpretAsFloats(), o1);
        }
        i0.intoArray(sums, to);
        i1.intoArray(sums, to + LANES);
        f0.intoArray(sums, to + sumsQuarter);
        f1.intoArray(sums, to + sumsQuarter + LANES);
        g0.intoArray(sums, to + 2 * sumsQuarter);
        g1.intoArray(sums, to + 2 * sumsQuarter + LANES);
        o0.intoArray(sums, to + 3 * sumsQuarter);
        o1.intoArray(sums, to + 3 * sumsQuarter + LANES);
    }

    private static void oneVectorBfloat16(
            int count, float[] row, int rowOffset, int[] pairs, int pairsOffset, int halfStride, float[] start,
            int from, int startQuarter, float[] sums, int to, int sumsQuarter) {
        FloatVector i0 = FloatVector.fromArray(SPECIES, start, from);
        FloatVector f0 = FloatVector.fromArray(SPECIES, start, from + startQuarter);
        FloatVector g0 = FloatVector.fromArray(SPECIES, start, from + 2 * startQuarter);
        FloatVector o0 = FloatVector.fromArray(SPECIES, start, from + 3 * startQuarter);
        int at = pairsOffset;
        for (int k = 0; k < count; k++, at += UNITS) {
            FloatVector factor = FloatVector.broadcast(SPECIES, row[rowOffset + k]);
            IntVector if0 = IntVector.fromArray(INTS, pairs, at);
            IntVector go0 = IntVector.fromArray(INTS, pairs, at + halfStride);
            i0 = factor.fma(if0.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats(), i0);
            f0 = factor.fma(if0.and(TOP_HALF).reinterpretAsFloats(), f0);
            g0 = factor.fma(go0.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats(), g0);
            o0 = factor.fma(go0.and(TOP_HALF).reinterpretAsFloats(), o0);
        }
        i0.intoArray(sums, to);
        f0.intoArray(sums, to + sumsQuarter);
        g0.intoArray(sums, to + 2 * sumsQuarter);
        o0.intoArray(sums, to + 3 * sumsQuarter);
    }

    private static void twoVectorsInt8(
            int count, float[] row, int rowOffset, int[] fours, int foursOffset, float[] start, int from,
            int startQuarter, float[] sums, int to, int sumsQuarter) {
        FloatVector i0 = FloatVector.fromArray(SPECIES, start, from);
        FloatVector i1 = FloatVector.fromArray(SPECIES, start, from + LANES);
        FloatVector f0 = FloatVector.fromArray(SPECIES, start, from + startQuarter);
        FloatVector f1 = FloatVector.fromArray(SPECIES, start, from + startQuarter + LANES);
        FloatVector g0 = FloatVector.fromArray(SPECIES, start, from + 2 * startQuarter);
        FloatVector g1 = FloatVector.fromArray(SPECIES, start, from + 2 * startQuarter + LANES);
        FloatVector o0 = FloatVector.fromArray(SPECIES, start, from + 3 * startQuarter);
        FloatVector o1 = FloatVector.fromArray(SPECIES, start, from + 3 * startQuarter + LANES);
        int at = foursOffset;
        for (int k = 0; k < count; k++, at += UNITS) {
            FloatVector factor = FloatVector.broadcast(SPECIES, row[rowOffset + k]);
            IntVector w0 = IntVector.fromArray(INTS, fours, at);
            IntVector w1 = IntVector.fromArray(INTS, fours, at + LANES);
            i0 = factor.fma((FloatVector) w0.lanewise(VectorOperators.LSHL, 24).convert(VectorOperators.I2F, 0), i0);
            i1 = factor.fma((FloatVector) w1.lanewise(VectorOperators.LSHL, 24).convert(VectorOperators.I2F, 0), i1);
            f0 = factor.fma((FloatVector) w0.lanewise(VectorOperators.LSHL, 16).and(TOP_BYTE)
                    .convert(VectorOperators.I2F, 0), f0);
            f1 = factor.fma((FloatVector) w1.lanewise(VectorOperators.LSHL, 16).and(TOP_BYTE)
                    .convert(VectorOperators.I2F, 0), f1);
            g0 = factor.fma((FloatVector) w0.lanewise(VectorOperators.LSHL, 8).and(TOP_BYTE)
                    .convert(VectorOperators.I2F, 0), g0);
            g1 = factor.fma((FloatVector) w1.lanewise(VectorOperators.LSHL, 8).and(TOP_BYTE)
                    .convert(VectorOperators.I2F, 0), g1);
            o0 = factor.fma((FloatVector) w0.and(TOP_BYTE).convert(VectorOperators.I2F, 0), o0);
            o1 = factor.fma((FloatVector) w1.and(TOP_BYTE).convert(VectorOperators.I2F, 0), o1);
        }
        i0.intoArray(sums, to);
        i1.intoArray(sums, to + LANES);
        f0.intoArray(sums, to + sumsQuarter);
        f1.intoArray(sums, to + sumsQuarter + LANES);
        g0.intoArray(sums, to + 2 * sumsQuarter);
        g1.intoArray(sums, to + 2 * sumsQuarter + LANES);
        o0.intoArray(sums, to + 3 * sumsQuarter);
        o1.intoArray(sums, to + 3 * sumsQuarter + LANES);
    }

    private static void oneVectorInt8(
            int count, float[] row, int rowOffset, int[] fours, int foursOffset, float[] start, int from,
            int startQuarter, float[] sums, int to, int sumsQuarter) {
        FloatVector i0 = FloatVector.fromArray(SPECIES, start, from);
        FloatVector f0 = FloatVector.fromArray(SPECIES, start, from + startQuarter);
        FloatVector g0 = FloatVector.fromArray(SPECIES, start, from + 2 * startQuarter);
        FloatVector o0 = FloatVector.fromArray(SPECIES, start, from + 3 * startQuarter);
        int at = foursOffset;
        for (int k = 0; k < count; k++, at += UNITS) {
            FloatVector factor = FloatVector.broadcast(SPECIES, row[rowOffset + k]);
            IntVector w0 = IntVector.fromArray(INTS, fours, at);
            i0 = factor.fma((FloatVector) w0.lanewise(VectorOperators.LSHL, 24).convert(VectorOperators.I2F, 0), i0);
            f0 = factor.fma((FloatVector) w0.lanewise(VectorOperators.LSHL, 16).and(TOP_BYTE)
                    .convert(VectorOperators.I2F, 0), f0);
            g0 = factor.fma((FloatVector) w0.lanewise(VectorOperators.LSHL, 8).and(TOP_BYTE)
                    .convert(VectorOperators.I2F, 0), g0);
            o0 = factor.fma((FloatVector) w0.and(TOP_BYTE).convert(VectorOperators.I2F, 0), o0);
        }
        i0.intoArray(sums, to);
        f0.intoArray(sums, to + sumsQuarter);
        g0.intoArray(sums, to + 2 * sumsQuarter);
        o0.intoArray(sums, to + 3 * sumsQuarter);
    }
}
