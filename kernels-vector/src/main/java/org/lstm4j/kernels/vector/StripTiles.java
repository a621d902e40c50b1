package org.lstm4j.kernels.vector;

import static org.lstm4j.kernels.GatePanels.UNITS;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.lstm4j.kernels.FactorStrips;

/// The tiles of [VectorLstmProducts] that read strips: some rows of one strip times some vectors of columns.
///
/// ```
/// sums[r][j] = start[r][j] + Σ k<count: factors[r][k]·panel[k][j]
/// ```
///
/// | tile | vectors of columns | sums, weights, factor in registers |
/// |---|---|---|
/// | six rows | 2 | 12 + 2 + 1 |
/// | four rows | 2 | 8 + 2 + 1 |
/// | two rows | 4 | 8 + 4 + 1 |
///
/// Eight sums are the fewest that keep two multiply-add units of four cycles' latency busy. A vector's columns lie in one
/// quarter; the next vector's in the same one or, where sixteen lanes fill a quarter, in the next.
///
/// `start` is `sums` itself to add to what is there, with a stride of 16; or one row for all, with a stride of 0.
///
/// Three things make these loops what they are on AVX2, all seen in the machine code of JDK 25.0.3:
///
/// - The index goes through the factors and, doubled, through the weights, two numbers of each row at a time: 47 instructions for
///   24 multiply-adds. An odd number comes first: after the loop it would cost as much as twenty.
/// - The sums' rows are a constant apart. With five more offsets to keep, the compiler parks addresses in vector registers.
/// - A fence after each row keeps the compiler from loading the next rows' factors early, for which it would put sums into
///   memory, at half the speed. On x86 a load fence is no instruction.
///
/// Machines with 32 registers need neither the fence, which on ARM would be an instruction, nor two numbers at a time: an Intel
/// with AVX-512 is a tenth slower with two numbers, and a thirtieth with both.
final class StripTiles {

    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int LANES = SPECIES.length();
    private static final int STRIDE = FactorStrips.STRIDE;
    /// Rows of a panel are so many times as far apart as the numbers of a strip.
    private static final int FACTORS_TO_WEIGHTS = UNITS / STRIDE;
    private static final boolean FEW_REGISTERS = Species.SIXTEEN_REGISTERS;
    private static final int STEP = FEW_REGISTERS ? 2 * STRIDE : STRIDE;

    private StripTiles() {}

    /// A whole strip × two vectors.
    static void sixRows(int count, float[] factors, int factorsOffset, float[] panel, int panelOffset, int panelQuarter,
            float[] start, int startOffset, int startQuarter, int startStride, float[] sums, int sumsOffset,
            int sumsQuarter) {
        int panel0 = panelOffset - FACTORS_TO_WEIGHTS * factorsOffset;
        int panel1 = inQuarters(panel0, LANES, panelQuarter);
        int start1 = inQuarters(startOffset, LANES, startQuarter);
        FloatVector sum0A = FloatVector.fromArray(SPECIES, start, startOffset);
        FloatVector sum0B = FloatVector.fromArray(SPECIES, start, start1);
        FloatVector sum1A = FloatVector.fromArray(SPECIES, start, startOffset + startStride);
        FloatVector sum1B = FloatVector.fromArray(SPECIES, start, start1 + startStride);
        FloatVector sum2A = FloatVector.fromArray(SPECIES, start, startOffset + 2 * startStride);
        FloatVector sum2B = FloatVector.fromArray(SPECIES, start, start1 + 2 * startStride);
        FloatVector sum3A = FloatVector.fromArray(SPECIES, start, startOffset + 3 * startStride);
        FloatVector sum3B = FloatVector.fromArray(SPECIES, start, start1 + 3 * startStride);
        FloatVector sum4A = FloatVector.fromArray(SPECIES, start, startOffset + 4 * startStride);
        FloatVector sum4B = FloatVector.fromArray(SPECIES, start, start1 + 4 * startStride);
        FloatVector sum5A = FloatVector.fromArray(SPECIES, start, startOffset + 5 * startStride);
        FloatVector sum5B = FloatVector.fromArray(SPECIES, start, start1 + 5 * startStride);
        int sums1 = inQuarters(sumsOffset, LANES, sumsQuarter);
        int end = factorsOffset + count * STRIDE;
        int at = factorsOffset;
        FloatVector factor;
        if (FEW_REGISTERS && count % 2 != 0) {
            FloatVector weightsA = FloatVector.fromArray(SPECIES, panel, panel0 + FACTORS_TO_WEIGHTS * at);
            FloatVector weightsB = FloatVector.fromArray(SPECIES, panel, panel1 + FACTORS_TO_WEIGHTS * at);
            factor = FloatVector.broadcast(SPECIES, factors[at]);
            sum0A = factor.fma(weightsA, sum0A);
            sum0B = factor.fma(weightsB, sum0B);
            VarHandle.loadLoadFence();
            factor = FloatVector.broadcast(SPECIES, factors[at + 1]);
            sum1A = factor.fma(weightsA, sum1A);
            sum1B = factor.fma(weightsB, sum1B);
            VarHandle.loadLoadFence();
            factor = FloatVector.broadcast(SPECIES, factors[at + 2]);
            sum2A = factor.fma(weightsA, sum2A);
            sum2B = factor.fma(weightsB, sum2B);
            VarHandle.loadLoadFence();
            factor = FloatVector.broadcast(SPECIES, factors[at + 3]);
            sum3A = factor.fma(weightsA, sum3A);
            sum3B = factor.fma(weightsB, sum3B);
            VarHandle.loadLoadFence();
            factor = FloatVector.broadcast(SPECIES, factors[at + 4]);
            sum4A = factor.fma(weightsA, sum4A);
            sum4B = factor.fma(weightsB, sum4B);
            VarHandle.loadLoadFence();
            factor = FloatVector.broadcast(SPECIES, factors[at + 5]);
            sum5A = factor.fma(weightsA, sum5A);
            sum5B = factor.fma(weightsB, sum5B);
            VarHandle.loadLoadFence();
            at += STRIDE;
        }
        for (; at < end; at += STEP) {
            FloatVector weightsA = FloatVector.fromArray(SPECIES, panel, panel0 + FACTORS_TO_WEIGHTS * at);
            FloatVector weightsB = FloatVector.fromArray(SPECIES, panel, panel1 + FACTORS_TO_WEIGHTS * at);
            factor = FloatVector.broadcast(SPECIES, factors[at]);
            sum0A = factor.fma(weightsA, sum0A);
            sum0B = factor.fma(weightsB, sum0B);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 1]);
            sum1A = factor.fma(weightsA, sum1A);
            sum1B = factor.fma(weightsB, sum1B);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 2]);
            sum2A = factor.fma(weightsA, sum2A);
            sum2B = factor.fma(weightsB, sum2B);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 3]);
            sum3A = factor.fma(weightsA, sum3A);
            sum3B = factor.fma(weightsB, sum3B);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 4]);
            sum4A = factor.fma(weightsA, sum4A);
            sum4B = factor.fma(weightsB, sum4B);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 5]);
            sum5A = factor.fma(weightsA, sum5A);
            sum5B = factor.fma(weightsB, sum5B);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            if (FEW_REGISTERS) {
                FloatVector nextA = FloatVector.fromArray(SPECIES, panel, panel0 + FACTORS_TO_WEIGHTS * at + UNITS);
                FloatVector nextB = FloatVector.fromArray(SPECIES, panel, panel1 + FACTORS_TO_WEIGHTS * at + UNITS);
                factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE]);
                sum0A = factor.fma(nextA, sum0A);
                sum0B = factor.fma(nextB, sum0B);
                VarHandle.loadLoadFence();
                factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE + 1]);
                sum1A = factor.fma(nextA, sum1A);
                sum1B = factor.fma(nextB, sum1B);
                VarHandle.loadLoadFence();
                factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE + 2]);
                sum2A = factor.fma(nextA, sum2A);
                sum2B = factor.fma(nextB, sum2B);
                VarHandle.loadLoadFence();
                factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE + 3]);
                sum3A = factor.fma(nextA, sum3A);
                sum3B = factor.fma(nextB, sum3B);
                VarHandle.loadLoadFence();
                factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE + 4]);
                sum4A = factor.fma(nextA, sum4A);
                sum4B = factor.fma(nextB, sum4B);
                VarHandle.loadLoadFence();
                factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE + 5]);
                sum5A = factor.fma(nextA, sum5A);
                sum5B = factor.fma(nextB, sum5B);
                VarHandle.loadLoadFence();
            }
        }
        sum0A.intoArray(sums, sumsOffset);
        sum0B.intoArray(sums, sums1);
        sum1A.intoArray(sums, sumsOffset + UNITS);
        sum1B.intoArray(sums, sums1 + UNITS);
        sum2A.intoArray(sums, sumsOffset + 2 * UNITS);
        sum2B.intoArray(sums, sums1 + 2 * UNITS);
        sum3A.intoArray(sums, sumsOffset + 3 * UNITS);
        sum3B.intoArray(sums, sums1 + 3 * UNITS);
        sum4A.intoArray(sums, sumsOffset + 4 * UNITS);
        sum4B.intoArray(sums, sums1 + 4 * UNITS);
        sum5A.intoArray(sums, sumsOffset + 5 * UNITS);
        sum5B.intoArray(sums, sums1 + 5 * UNITS);
    }

    /// Four rows × two vectors.
    static void fourRows(int count, float[] factors, int factorsOffset, float[] panel, int panelOffset,
            int panelQuarter,
            float[] start, int startOffset, int startQuarter, int startStride, float[] sums, int sumsOffset,
            int sumsQuarter) {
        int panel0 = panelOffset - FACTORS_TO_WEIGHTS * factorsOffset;
        int panel1 = inQuarters(panel0, LANES, panelQuarter);
        int start1 = inQuarters(startOffset, LANES, startQuarter);
        FloatVector sum0A = FloatVector.fromArray(SPECIES, start, startOffset);
        FloatVector sum0B = FloatVector.fromArray(SPECIES, start, start1);
        FloatVector sum1A = FloatVector.fromArray(SPECIES, start, startOffset + startStride);
        FloatVector sum1B = FloatVector.fromArray(SPECIES, start, start1 + startStride);
        FloatVector sum2A = FloatVector.fromArray(SPECIES, start, startOffset + 2 * startStride);
        FloatVector sum2B = FloatVector.fromArray(SPECIES, start, start1 + 2 * startStride);
        FloatVector sum3A = FloatVector.fromArray(SPECIES, start, startOffset + 3 * startStride);
        FloatVector sum3B = FloatVector.fromArray(SPECIES, start, start1 + 3 * startStride);
        int sums1 = inQuarters(sumsOffset, LANES, sumsQuarter);
        int end = factorsOffset + count * STRIDE;
        int at = factorsOffset;
        FloatVector factor;
        if (FEW_REGISTERS && count % 2 != 0) {
            FloatVector weightsA = FloatVector.fromArray(SPECIES, panel, panel0 + FACTORS_TO_WEIGHTS * at);
            FloatVector weightsB = FloatVector.fromArray(SPECIES, panel, panel1 + FACTORS_TO_WEIGHTS * at);
            factor = FloatVector.broadcast(SPECIES, factors[at]);
            sum0A = factor.fma(weightsA, sum0A);
            sum0B = factor.fma(weightsB, sum0B);
            VarHandle.loadLoadFence();
            factor = FloatVector.broadcast(SPECIES, factors[at + 1]);
            sum1A = factor.fma(weightsA, sum1A);
            sum1B = factor.fma(weightsB, sum1B);
            VarHandle.loadLoadFence();
            factor = FloatVector.broadcast(SPECIES, factors[at + 2]);
            sum2A = factor.fma(weightsA, sum2A);
            sum2B = factor.fma(weightsB, sum2B);
            VarHandle.loadLoadFence();
            factor = FloatVector.broadcast(SPECIES, factors[at + 3]);
            sum3A = factor.fma(weightsA, sum3A);
            sum3B = factor.fma(weightsB, sum3B);
            VarHandle.loadLoadFence();
            at += STRIDE;
        }
        for (; at < end; at += STEP) {
            FloatVector weightsA = FloatVector.fromArray(SPECIES, panel, panel0 + FACTORS_TO_WEIGHTS * at);
            FloatVector weightsB = FloatVector.fromArray(SPECIES, panel, panel1 + FACTORS_TO_WEIGHTS * at);
            factor = FloatVector.broadcast(SPECIES, factors[at]);
            sum0A = factor.fma(weightsA, sum0A);
            sum0B = factor.fma(weightsB, sum0B);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 1]);
            sum1A = factor.fma(weightsA, sum1A);
            sum1B = factor.fma(weightsB, sum1B);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 2]);
            sum2A = factor.fma(weightsA, sum2A);
            sum2B = factor.fma(weightsB, sum2B);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 3]);
            sum3A = factor.fma(weightsA, sum3A);
            sum3B = factor.fma(weightsB, sum3B);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            if (FEW_REGISTERS) {
                FloatVector nextA = FloatVector.fromArray(SPECIES, panel, panel0 + FACTORS_TO_WEIGHTS * at + UNITS);
                FloatVector nextB = FloatVector.fromArray(SPECIES, panel, panel1 + FACTORS_TO_WEIGHTS * at + UNITS);
                factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE]);
                sum0A = factor.fma(nextA, sum0A);
                sum0B = factor.fma(nextB, sum0B);
                VarHandle.loadLoadFence();
                factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE + 1]);
                sum1A = factor.fma(nextA, sum1A);
                sum1B = factor.fma(nextB, sum1B);
                VarHandle.loadLoadFence();
                factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE + 2]);
                sum2A = factor.fma(nextA, sum2A);
                sum2B = factor.fma(nextB, sum2B);
                VarHandle.loadLoadFence();
                factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE + 3]);
                sum3A = factor.fma(nextA, sum3A);
                sum3B = factor.fma(nextB, sum3B);
                VarHandle.loadLoadFence();
            }
        }
        sum0A.intoArray(sums, sumsOffset);
        sum0B.intoArray(sums, sums1);
        sum1A.intoArray(sums, sumsOffset + UNITS);
        sum1B.intoArray(sums, sums1 + UNITS);
        sum2A.intoArray(sums, sumsOffset + 2 * UNITS);
        sum2B.intoArray(sums, sums1 + 2 * UNITS);
        sum3A.intoArray(sums, sumsOffset + 3 * UNITS);
        sum3B.intoArray(sums, sums1 + 3 * UNITS);
    }

    /// Two rows × four vectors.
    static void twoRows(int count, float[] factors, int factorsOffset, float[] panel, int panelOffset, int panelQuarter,
            float[] start, int startOffset, int startQuarter, int startStride, float[] sums, int sumsOffset,
            int sumsQuarter) {
        int panel0 = panelOffset - FACTORS_TO_WEIGHTS * factorsOffset;
        int panel1 = inQuarters(panel0, LANES, panelQuarter);
        int panel2 = inQuarters(panel0, 2 * LANES, panelQuarter);
        int panel3 = inQuarters(panel0, 3 * LANES, panelQuarter);
        int start1 = inQuarters(startOffset, LANES, startQuarter);
        int start2 = inQuarters(startOffset, 2 * LANES, startQuarter);
        int start3 = inQuarters(startOffset, 3 * LANES, startQuarter);
        FloatVector sum0A = FloatVector.fromArray(SPECIES, start, startOffset);
        FloatVector sum0B = FloatVector.fromArray(SPECIES, start, start1);
        FloatVector sum0C = FloatVector.fromArray(SPECIES, start, start2);
        FloatVector sum0D = FloatVector.fromArray(SPECIES, start, start3);
        FloatVector sum1A = FloatVector.fromArray(SPECIES, start, startOffset + startStride);
        FloatVector sum1B = FloatVector.fromArray(SPECIES, start, start1 + startStride);
        FloatVector sum1C = FloatVector.fromArray(SPECIES, start, start2 + startStride);
        FloatVector sum1D = FloatVector.fromArray(SPECIES, start, start3 + startStride);
        int sums1 = inQuarters(sumsOffset, LANES, sumsQuarter);
        int sums2 = inQuarters(sumsOffset, 2 * LANES, sumsQuarter);
        int sums3 = inQuarters(sumsOffset, 3 * LANES, sumsQuarter);
        int end = factorsOffset + count * STRIDE;
        int at = factorsOffset;
        FloatVector factor;
        if (FEW_REGISTERS && count % 2 != 0) {
            FloatVector weightsA = FloatVector.fromArray(SPECIES, panel, panel0 + FACTORS_TO_WEIGHTS * at);
            FloatVector weightsB = FloatVector.fromArray(SPECIES, panel, panel1 + FACTORS_TO_WEIGHTS * at);
            FloatVector weightsC = FloatVector.fromArray(SPECIES, panel, panel2 + FACTORS_TO_WEIGHTS * at);
            FloatVector weightsD = FloatVector.fromArray(SPECIES, panel, panel3 + FACTORS_TO_WEIGHTS * at);
            factor = FloatVector.broadcast(SPECIES, factors[at]);
            sum0A = factor.fma(weightsA, sum0A);
            sum0B = factor.fma(weightsB, sum0B);
            sum0C = factor.fma(weightsC, sum0C);
            sum0D = factor.fma(weightsD, sum0D);
            VarHandle.loadLoadFence();
            factor = FloatVector.broadcast(SPECIES, factors[at + 1]);
            sum1A = factor.fma(weightsA, sum1A);
            sum1B = factor.fma(weightsB, sum1B);
            sum1C = factor.fma(weightsC, sum1C);
            sum1D = factor.fma(weightsD, sum1D);
            VarHandle.loadLoadFence();
            at += STRIDE;
        }
        for (; at < end; at += STEP) {
            FloatVector weightsA = FloatVector.fromArray(SPECIES, panel, panel0 + FACTORS_TO_WEIGHTS * at);
            FloatVector weightsB = FloatVector.fromArray(SPECIES, panel, panel1 + FACTORS_TO_WEIGHTS * at);
            FloatVector weightsC = FloatVector.fromArray(SPECIES, panel, panel2 + FACTORS_TO_WEIGHTS * at);
            FloatVector weightsD = FloatVector.fromArray(SPECIES, panel, panel3 + FACTORS_TO_WEIGHTS * at);
            factor = FloatVector.broadcast(SPECIES, factors[at]);
            sum0A = factor.fma(weightsA, sum0A);
            sum0B = factor.fma(weightsB, sum0B);
            sum0C = factor.fma(weightsC, sum0C);
            sum0D = factor.fma(weightsD, sum0D);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 1]);
            sum1A = factor.fma(weightsA, sum1A);
            sum1B = factor.fma(weightsB, sum1B);
            sum1C = factor.fma(weightsC, sum1C);
            sum1D = factor.fma(weightsD, sum1D);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            if (FEW_REGISTERS) {
                FloatVector nextA = FloatVector.fromArray(SPECIES, panel, panel0 + FACTORS_TO_WEIGHTS * at + UNITS);
                FloatVector nextB = FloatVector.fromArray(SPECIES, panel, panel1 + FACTORS_TO_WEIGHTS * at + UNITS);
                FloatVector nextC = FloatVector.fromArray(SPECIES, panel, panel2 + FACTORS_TO_WEIGHTS * at + UNITS);
                FloatVector nextD = FloatVector.fromArray(SPECIES, panel, panel3 + FACTORS_TO_WEIGHTS * at + UNITS);
                factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE]);
                sum0A = factor.fma(nextA, sum0A);
                sum0B = factor.fma(nextB, sum0B);
                sum0C = factor.fma(nextC, sum0C);
                sum0D = factor.fma(nextD, sum0D);
                VarHandle.loadLoadFence();
                factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE + 1]);
                sum1A = factor.fma(nextA, sum1A);
                sum1B = factor.fma(nextB, sum1B);
                sum1C = factor.fma(nextC, sum1C);
                sum1D = factor.fma(nextD, sum1D);
                VarHandle.loadLoadFence();
            }
        }
        sum0A.intoArray(sums, sumsOffset);
        sum0B.intoArray(sums, sums1);
        sum0C.intoArray(sums, sums2);
        sum0D.intoArray(sums, sums3);
        sum1A.intoArray(sums, sumsOffset + UNITS);
        sum1B.intoArray(sums, sums1 + UNITS);
        sum1C.intoArray(sums, sums2 + UNITS);
        sum1D.intoArray(sums, sums3 + UNITS);
    }

    /// Where a column lies in quarters that are `quarter` apart. Added in this order, so that the compiler sees columns of one
    /// quarter as constants away from each other.
    static int inQuarters(int offset, int column, int quarter) {
        return offset + column / UNITS * quarter + column % UNITS;
    }
}
