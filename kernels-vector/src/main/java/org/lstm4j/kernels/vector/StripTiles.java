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
/// Three things make these loops what they are, all seen in the machine code of JDK 25.0.3. The index goes through the
/// factors and, doubled, through the weights: 47 instructions for 24 multiply-adds. The sums' rows are a constant apart: with five more
/// offsets to keep, the compiler parks addresses in vector registers. And on machines with 16 registers a fence after each
/// row keeps the compiler from loading the next rows' factors early, for which it puts sums into memory, at half the
/// speed; on x86 it is no instruction.
final class StripTiles {

    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int LANES = SPECIES.length();
    private static final int STRIDE = FactorStrips.STRIDE;
    /// Rows of a panel are so many times as far apart as the numbers of a strip.
    private static final int FACTORS_TO_WEIGHTS = UNITS / STRIDE;
    /// Other machines have 32, and on ARM a fence is an instruction.
    private static final boolean FEW_REGISTERS = Species.SIXTEEN_REGISTERS;

    private StripTiles() {}

    /// A whole strip × two vectors.
    static void sixRows(int count, float[] factors, int factorsOffset, float[] panel, int panelOffset, int panelQuarter,
            float[] start, int startOffset, int startQuarter, int startStride, float[] sums, int sumsOffset,
            int sumsQuarter) {
        int panel0 = panelOffset - FACTORS_TO_WEIGHTS * factorsOffset;
        int panel1 = inQuarters(panel0, LANES, panelQuarter);
        int start1 = inQuarters(startOffset, LANES, startQuarter);
        FloatVector sum0a = FloatVector.fromArray(SPECIES, start, startOffset);
        FloatVector sum0b = FloatVector.fromArray(SPECIES, start, start1);
        FloatVector sum1a = FloatVector.fromArray(SPECIES, start, startOffset + startStride);
        FloatVector sum1b = FloatVector.fromArray(SPECIES, start, start1 + startStride);
        FloatVector sum2a = FloatVector.fromArray(SPECIES, start, startOffset + 2 * startStride);
        FloatVector sum2b = FloatVector.fromArray(SPECIES, start, start1 + 2 * startStride);
        FloatVector sum3a = FloatVector.fromArray(SPECIES, start, startOffset + 3 * startStride);
        FloatVector sum3b = FloatVector.fromArray(SPECIES, start, start1 + 3 * startStride);
        FloatVector sum4a = FloatVector.fromArray(SPECIES, start, startOffset + 4 * startStride);
        FloatVector sum4b = FloatVector.fromArray(SPECIES, start, start1 + 4 * startStride);
        FloatVector sum5a = FloatVector.fromArray(SPECIES, start, startOffset + 5 * startStride);
        FloatVector sum5b = FloatVector.fromArray(SPECIES, start, start1 + 5 * startStride);
        int sums1 = inQuarters(sumsOffset, LANES, sumsQuarter);
        int end = factorsOffset + count * STRIDE;
        int at = factorsOffset;
        FloatVector factor;
        if (count % 2 != 0) {
            FloatVector weightsa0 = FloatVector.fromArray(SPECIES, panel, panel0 + FACTORS_TO_WEIGHTS * at);
            FloatVector weightsb0 = FloatVector.fromArray(SPECIES, panel, panel1 + FACTORS_TO_WEIGHTS * at);
            factor = FloatVector.broadcast(SPECIES, factors[at]);
            sum0a = factor.fma(weightsa0, sum0a);
            sum0b = factor.fma(weightsb0, sum0b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 1]);
            sum1a = factor.fma(weightsa0, sum1a);
            sum1b = factor.fma(weightsb0, sum1b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 2]);
            sum2a = factor.fma(weightsa0, sum2a);
            sum2b = factor.fma(weightsb0, sum2b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 3]);
            sum3a = factor.fma(weightsa0, sum3a);
            sum3b = factor.fma(weightsb0, sum3b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 4]);
            sum4a = factor.fma(weightsa0, sum4a);
            sum4b = factor.fma(weightsb0, sum4b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 5]);
            sum5a = factor.fma(weightsa0, sum5a);
            sum5b = factor.fma(weightsb0, sum5b);
            at += STRIDE;
        }
        for (; at < end; at += 2 * STRIDE) {
            FloatVector weightsa0 = FloatVector.fromArray(SPECIES, panel, panel0 + FACTORS_TO_WEIGHTS * at);
            FloatVector weightsb0 = FloatVector.fromArray(SPECIES, panel, panel1 + FACTORS_TO_WEIGHTS * at);
            factor = FloatVector.broadcast(SPECIES, factors[at]);
            sum0a = factor.fma(weightsa0, sum0a);
            sum0b = factor.fma(weightsb0, sum0b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 1]);
            sum1a = factor.fma(weightsa0, sum1a);
            sum1b = factor.fma(weightsb0, sum1b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 2]);
            sum2a = factor.fma(weightsa0, sum2a);
            sum2b = factor.fma(weightsb0, sum2b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 3]);
            sum3a = factor.fma(weightsa0, sum3a);
            sum3b = factor.fma(weightsb0, sum3b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 4]);
            sum4a = factor.fma(weightsa0, sum4a);
            sum4b = factor.fma(weightsb0, sum4b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 5]);
            sum5a = factor.fma(weightsa0, sum5a);
            sum5b = factor.fma(weightsb0, sum5b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            FloatVector weightsa1 = FloatVector.fromArray(SPECIES, panel, panel0 + FACTORS_TO_WEIGHTS * at + UNITS);
            FloatVector weightsb1 = FloatVector.fromArray(SPECIES, panel, panel1 + FACTORS_TO_WEIGHTS * at + UNITS);
            factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE]);
            sum0a = factor.fma(weightsa1, sum0a);
            sum0b = factor.fma(weightsb1, sum0b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE + 1]);
            sum1a = factor.fma(weightsa1, sum1a);
            sum1b = factor.fma(weightsb1, sum1b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE + 2]);
            sum2a = factor.fma(weightsa1, sum2a);
            sum2b = factor.fma(weightsb1, sum2b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE + 3]);
            sum3a = factor.fma(weightsa1, sum3a);
            sum3b = factor.fma(weightsb1, sum3b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE + 4]);
            sum4a = factor.fma(weightsa1, sum4a);
            sum4b = factor.fma(weightsb1, sum4b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE + 5]);
            sum5a = factor.fma(weightsa1, sum5a);
            sum5b = factor.fma(weightsb1, sum5b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
        }
        sum0a.intoArray(sums, sumsOffset);
        sum0b.intoArray(sums, sums1);
        sum1a.intoArray(sums, sumsOffset + UNITS);
        sum1b.intoArray(sums, sums1 + UNITS);
        sum2a.intoArray(sums, sumsOffset + 2 * UNITS);
        sum2b.intoArray(sums, sums1 + 2 * UNITS);
        sum3a.intoArray(sums, sumsOffset + 3 * UNITS);
        sum3b.intoArray(sums, sums1 + 3 * UNITS);
        sum4a.intoArray(sums, sumsOffset + 4 * UNITS);
        sum4b.intoArray(sums, sums1 + 4 * UNITS);
        sum5a.intoArray(sums, sumsOffset + 5 * UNITS);
        sum5b.intoArray(sums, sums1 + 5 * UNITS);
    }

    /// Four rows × two vectors.
    static void fourRows(int count, float[] factors, int factorsOffset, float[] panel, int panelOffset,
            int panelQuarter,
            float[] start, int startOffset, int startQuarter, int startStride, float[] sums, int sumsOffset,
            int sumsQuarter) {
        int panel0 = panelOffset - FACTORS_TO_WEIGHTS * factorsOffset;
        int panel1 = inQuarters(panel0, LANES, panelQuarter);
        int start1 = inQuarters(startOffset, LANES, startQuarter);
        FloatVector sum0a = FloatVector.fromArray(SPECIES, start, startOffset);
        FloatVector sum0b = FloatVector.fromArray(SPECIES, start, start1);
        FloatVector sum1a = FloatVector.fromArray(SPECIES, start, startOffset + startStride);
        FloatVector sum1b = FloatVector.fromArray(SPECIES, start, start1 + startStride);
        FloatVector sum2a = FloatVector.fromArray(SPECIES, start, startOffset + 2 * startStride);
        FloatVector sum2b = FloatVector.fromArray(SPECIES, start, start1 + 2 * startStride);
        FloatVector sum3a = FloatVector.fromArray(SPECIES, start, startOffset + 3 * startStride);
        FloatVector sum3b = FloatVector.fromArray(SPECIES, start, start1 + 3 * startStride);
        int sums1 = inQuarters(sumsOffset, LANES, sumsQuarter);
        int end = factorsOffset + count * STRIDE;
        int at = factorsOffset;
        FloatVector factor;
        if (count % 2 != 0) {
            FloatVector weightsa0 = FloatVector.fromArray(SPECIES, panel, panel0 + FACTORS_TO_WEIGHTS * at);
            FloatVector weightsb0 = FloatVector.fromArray(SPECIES, panel, panel1 + FACTORS_TO_WEIGHTS * at);
            factor = FloatVector.broadcast(SPECIES, factors[at]);
            sum0a = factor.fma(weightsa0, sum0a);
            sum0b = factor.fma(weightsb0, sum0b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 1]);
            sum1a = factor.fma(weightsa0, sum1a);
            sum1b = factor.fma(weightsb0, sum1b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 2]);
            sum2a = factor.fma(weightsa0, sum2a);
            sum2b = factor.fma(weightsb0, sum2b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 3]);
            sum3a = factor.fma(weightsa0, sum3a);
            sum3b = factor.fma(weightsb0, sum3b);
            at += STRIDE;
        }
        for (; at < end; at += 2 * STRIDE) {
            FloatVector weightsa0 = FloatVector.fromArray(SPECIES, panel, panel0 + FACTORS_TO_WEIGHTS * at);
            FloatVector weightsb0 = FloatVector.fromArray(SPECIES, panel, panel1 + FACTORS_TO_WEIGHTS * at);
            factor = FloatVector.broadcast(SPECIES, factors[at]);
            sum0a = factor.fma(weightsa0, sum0a);
            sum0b = factor.fma(weightsb0, sum0b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 1]);
            sum1a = factor.fma(weightsa0, sum1a);
            sum1b = factor.fma(weightsb0, sum1b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 2]);
            sum2a = factor.fma(weightsa0, sum2a);
            sum2b = factor.fma(weightsb0, sum2b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 3]);
            sum3a = factor.fma(weightsa0, sum3a);
            sum3b = factor.fma(weightsb0, sum3b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            FloatVector weightsa1 = FloatVector.fromArray(SPECIES, panel, panel0 + FACTORS_TO_WEIGHTS * at + UNITS);
            FloatVector weightsb1 = FloatVector.fromArray(SPECIES, panel, panel1 + FACTORS_TO_WEIGHTS * at + UNITS);
            factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE]);
            sum0a = factor.fma(weightsa1, sum0a);
            sum0b = factor.fma(weightsb1, sum0b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE + 1]);
            sum1a = factor.fma(weightsa1, sum1a);
            sum1b = factor.fma(weightsb1, sum1b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE + 2]);
            sum2a = factor.fma(weightsa1, sum2a);
            sum2b = factor.fma(weightsb1, sum2b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE + 3]);
            sum3a = factor.fma(weightsa1, sum3a);
            sum3b = factor.fma(weightsb1, sum3b);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
        }
        sum0a.intoArray(sums, sumsOffset);
        sum0b.intoArray(sums, sums1);
        sum1a.intoArray(sums, sumsOffset + UNITS);
        sum1b.intoArray(sums, sums1 + UNITS);
        sum2a.intoArray(sums, sumsOffset + 2 * UNITS);
        sum2b.intoArray(sums, sums1 + 2 * UNITS);
        sum3a.intoArray(sums, sumsOffset + 3 * UNITS);
        sum3b.intoArray(sums, sums1 + 3 * UNITS);
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
        FloatVector sum0a = FloatVector.fromArray(SPECIES, start, startOffset);
        FloatVector sum0b = FloatVector.fromArray(SPECIES, start, start1);
        FloatVector sum0c = FloatVector.fromArray(SPECIES, start, start2);
        FloatVector sum0d = FloatVector.fromArray(SPECIES, start, start3);
        FloatVector sum1a = FloatVector.fromArray(SPECIES, start, startOffset + startStride);
        FloatVector sum1b = FloatVector.fromArray(SPECIES, start, start1 + startStride);
        FloatVector sum1c = FloatVector.fromArray(SPECIES, start, start2 + startStride);
        FloatVector sum1d = FloatVector.fromArray(SPECIES, start, start3 + startStride);
        int sums1 = inQuarters(sumsOffset, LANES, sumsQuarter);
        int sums2 = inQuarters(sumsOffset, 2 * LANES, sumsQuarter);
        int sums3 = inQuarters(sumsOffset, 3 * LANES, sumsQuarter);
        int end = factorsOffset + count * STRIDE;
        int at = factorsOffset;
        FloatVector factor;
        if (count % 2 != 0) {
            FloatVector weightsa0 = FloatVector.fromArray(SPECIES, panel, panel0 + FACTORS_TO_WEIGHTS * at);
            FloatVector weightsb0 = FloatVector.fromArray(SPECIES, panel, panel1 + FACTORS_TO_WEIGHTS * at);
            FloatVector weightsc0 = FloatVector.fromArray(SPECIES, panel, panel2 + FACTORS_TO_WEIGHTS * at);
            FloatVector weightsd0 = FloatVector.fromArray(SPECIES, panel, panel3 + FACTORS_TO_WEIGHTS * at);
            factor = FloatVector.broadcast(SPECIES, factors[at]);
            sum0a = factor.fma(weightsa0, sum0a);
            sum0b = factor.fma(weightsb0, sum0b);
            sum0c = factor.fma(weightsc0, sum0c);
            sum0d = factor.fma(weightsd0, sum0d);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 1]);
            sum1a = factor.fma(weightsa0, sum1a);
            sum1b = factor.fma(weightsb0, sum1b);
            sum1c = factor.fma(weightsc0, sum1c);
            sum1d = factor.fma(weightsd0, sum1d);
            at += STRIDE;
        }
        for (; at < end; at += 2 * STRIDE) {
            FloatVector weightsa0 = FloatVector.fromArray(SPECIES, panel, panel0 + FACTORS_TO_WEIGHTS * at);
            FloatVector weightsb0 = FloatVector.fromArray(SPECIES, panel, panel1 + FACTORS_TO_WEIGHTS * at);
            FloatVector weightsc0 = FloatVector.fromArray(SPECIES, panel, panel2 + FACTORS_TO_WEIGHTS * at);
            FloatVector weightsd0 = FloatVector.fromArray(SPECIES, panel, panel3 + FACTORS_TO_WEIGHTS * at);
            factor = FloatVector.broadcast(SPECIES, factors[at]);
            sum0a = factor.fma(weightsa0, sum0a);
            sum0b = factor.fma(weightsb0, sum0b);
            sum0c = factor.fma(weightsc0, sum0c);
            sum0d = factor.fma(weightsd0, sum0d);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + 1]);
            sum1a = factor.fma(weightsa0, sum1a);
            sum1b = factor.fma(weightsb0, sum1b);
            sum1c = factor.fma(weightsc0, sum1c);
            sum1d = factor.fma(weightsd0, sum1d);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            FloatVector weightsa1 = FloatVector.fromArray(SPECIES, panel, panel0 + FACTORS_TO_WEIGHTS * at + UNITS);
            FloatVector weightsb1 = FloatVector.fromArray(SPECIES, panel, panel1 + FACTORS_TO_WEIGHTS * at + UNITS);
            FloatVector weightsc1 = FloatVector.fromArray(SPECIES, panel, panel2 + FACTORS_TO_WEIGHTS * at + UNITS);
            FloatVector weightsd1 = FloatVector.fromArray(SPECIES, panel, panel3 + FACTORS_TO_WEIGHTS * at + UNITS);
            factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE]);
            sum0a = factor.fma(weightsa1, sum0a);
            sum0b = factor.fma(weightsb1, sum0b);
            sum0c = factor.fma(weightsc1, sum0c);
            sum0d = factor.fma(weightsd1, sum0d);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
            factor = FloatVector.broadcast(SPECIES, factors[at + STRIDE + 1]);
            sum1a = factor.fma(weightsa1, sum1a);
            sum1b = factor.fma(weightsb1, sum1b);
            sum1c = factor.fma(weightsc1, sum1c);
            sum1d = factor.fma(weightsd1, sum1d);
            if (FEW_REGISTERS) {
                VarHandle.loadLoadFence();
            }
        }
        sum0a.intoArray(sums, sumsOffset);
        sum0b.intoArray(sums, sums1);
        sum0c.intoArray(sums, sums2);
        sum0d.intoArray(sums, sums3);
        sum1a.intoArray(sums, sumsOffset + UNITS);
        sum1b.intoArray(sums, sums1 + UNITS);
        sum1c.intoArray(sums, sums2 + UNITS);
        sum1d.intoArray(sums, sums3 + UNITS);
    }

    /// Where a column lies in quarters that are `quarter` apart. Added in this order, so that the compiler sees columns of one
    /// quarter as constants away from each other.
    static int inQuarters(int offset, int column, int quarter) {
        return offset + column / UNITS * quarter + column % UNITS;
    }
}
