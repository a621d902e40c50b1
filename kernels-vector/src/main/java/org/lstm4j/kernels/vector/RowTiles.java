package org.lstm4j.kernels.vector;

import static org.lstm4j.kernels.GatePanels.UNITS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.lstm4j.kernels.FactorStrips;

/// The tiles of [VectorLstmProducts] for one row, which uses every weight once, so that weights are operands from memory.
///
/// ```
/// sums[j] = start[j] + Σ k<count: factors[k]·panel[k][j]
/// ```
///
/// Two vectors of columns in each quarter make eight sums, the fewest that keep two multiply-add units of four cycles' latency busy.
/// With vectors of sixteen, one a quarter, there are four; but weights then come 64 bytes at a time, and from the second
/// cache on that is what counts: 75 to 77 instead of 56 to 59 GB/s on an Intel Sapphire Rapids.
///
/// The quarters' addresses are worked out anew for every k. As offsets from one address the compiler would check each of
/// them against the array's length, which took a tenth to a third more time.
final class RowTiles {

    /// No wider than 256 bits, so that sixteen columns are two vectors or more.
    private static final VectorSpecies<Float> SPECIES = Species.FLOATS.length() > FloatVector.SPECIES_256.length()
            ? FloatVector.SPECIES_256
            : Species.FLOATS;
    private static final int LANES = SPECIES.length();
    private static final VectorSpecies<Float> SIXTEEN = FloatVector.SPECIES_512;
    private static final int STRIDE = FactorStrips.STRIDE;

    /// Columns of each quarter that a tile goes over.
    static final int COLUMNS = 2 * LANES;
    /// Whether this machine has vectors of sixteen.
    static final boolean HAS_SIXTEEN = Species.FLOATS.length() == SIXTEEN.length();

    private RowTiles() {}

    /// A row whose numbers stand side by side.
    static void oneRow(int count, float[] factors, int factorsOffset, float[] panel, int panelOffset, int panelQuarter,
            float[] start, int startOffset, int startQuarter, float[] sums, int sumsOffset, int sumsQuarter) {
        FloatVector i0 = FloatVector.fromArray(SPECIES, start, startOffset);
        FloatVector i1 = FloatVector.fromArray(SPECIES, start, startOffset + LANES);
        FloatVector f0 = FloatVector.fromArray(SPECIES, start, startOffset + startQuarter);
        FloatVector f1 = FloatVector.fromArray(SPECIES, start, startOffset + startQuarter + LANES);
        FloatVector g0 = FloatVector.fromArray(SPECIES, start, startOffset + 2 * startQuarter);
        FloatVector g1 = FloatVector.fromArray(SPECIES, start, startOffset + 2 * startQuarter + LANES);
        FloatVector o0 = FloatVector.fromArray(SPECIES, start, startOffset + 3 * startQuarter);
        FloatVector o1 = FloatVector.fromArray(SPECIES, start, startOffset + 3 * startQuarter + LANES);
        FloatVector factor;
        int at = panelOffset;
        for (int k = 0; k < count; k++, at += UNITS) {
            int atF = at + panelQuarter;
            int atG = atF + panelQuarter;
            int atO = atG + panelQuarter;
            factor = FloatVector.broadcast(SPECIES, factors[factorsOffset + k]);
            i0 = factor.fma(FloatVector.fromArray(SPECIES, panel, at), i0);
            i1 = factor.fma(FloatVector.fromArray(SPECIES, panel, at + LANES), i1);
            f0 = factor.fma(FloatVector.fromArray(SPECIES, panel, atF), f0);
            f1 = factor.fma(FloatVector.fromArray(SPECIES, panel, atF + LANES), f1);
            g0 = factor.fma(FloatVector.fromArray(SPECIES, panel, atG), g0);
            g1 = factor.fma(FloatVector.fromArray(SPECIES, panel, atG + LANES), g1);
            o0 = factor.fma(FloatVector.fromArray(SPECIES, panel, atO), o0);
            o1 = factor.fma(FloatVector.fromArray(SPECIES, panel, atO + LANES), o1);
        }
        i0.intoArray(sums, sumsOffset);
        i1.intoArray(sums, sumsOffset + LANES);
        f0.intoArray(sums, sumsOffset + sumsQuarter);
        f1.intoArray(sums, sumsOffset + sumsQuarter + LANES);
        g0.intoArray(sums, sumsOffset + 2 * sumsQuarter);
        g1.intoArray(sums, sumsOffset + 2 * sumsQuarter + LANES);
        o0.intoArray(sums, sumsOffset + 3 * sumsQuarter);
        o1.intoArray(sums, sumsOffset + 3 * sumsQuarter + LANES);
    }

    /// A row whose numbers stand side by side, with vectors of sixteen: all columns.
    static void oneRowOfSixteens(int count, float[] factors, int factorsOffset, float[] panel, int panelOffset,
            int panelQuarter, float[] start, int startOffset, int startQuarter, float[] sums, int sumsOffset,
            int sumsQuarter) {
        FloatVector i = FloatVector.fromArray(SIXTEEN, start, startOffset);
        FloatVector f = FloatVector.fromArray(SIXTEEN, start, startOffset + startQuarter);
        FloatVector g = FloatVector.fromArray(SIXTEEN, start, startOffset + 2 * startQuarter);
        FloatVector o = FloatVector.fromArray(SIXTEEN, start, startOffset + 3 * startQuarter);
        FloatVector factor;
        int at = panelOffset;
        for (int k = 0; k < count; k++, at += UNITS) {
            int atF = at + panelQuarter;
            int atG = atF + panelQuarter;
            int atO = atG + panelQuarter;
            factor = FloatVector.broadcast(SIXTEEN, factors[factorsOffset + k]);
            i = factor.fma(FloatVector.fromArray(SIXTEEN, panel, at), i);
            f = factor.fma(FloatVector.fromArray(SIXTEEN, panel, atF), f);
            g = factor.fma(FloatVector.fromArray(SIXTEEN, panel, atG), g);
            o = factor.fma(FloatVector.fromArray(SIXTEEN, panel, atO), o);
        }
        i.intoArray(sums, sumsOffset);
        f.intoArray(sums, sumsOffset + sumsQuarter);
        g.intoArray(sums, sumsOffset + 2 * sumsQuarter);
        o.intoArray(sums, sumsOffset + 3 * sumsQuarter);
    }

    /// A row of a strip.
    static void oneRowOfStrip(int count, float[] factors, int factorsOffset, float[] panel, int panelOffset,
            int panelQuarter,
            float[] start, int startOffset, int startQuarter, float[] sums, int sumsOffset, int sumsQuarter) {
        FloatVector i0 = FloatVector.fromArray(SPECIES, start, startOffset);
        FloatVector i1 = FloatVector.fromArray(SPECIES, start, startOffset + LANES);
        FloatVector f0 = FloatVector.fromArray(SPECIES, start, startOffset + startQuarter);
        FloatVector f1 = FloatVector.fromArray(SPECIES, start, startOffset + startQuarter + LANES);
        FloatVector g0 = FloatVector.fromArray(SPECIES, start, startOffset + 2 * startQuarter);
        FloatVector g1 = FloatVector.fromArray(SPECIES, start, startOffset + 2 * startQuarter + LANES);
        FloatVector o0 = FloatVector.fromArray(SPECIES, start, startOffset + 3 * startQuarter);
        FloatVector o1 = FloatVector.fromArray(SPECIES, start, startOffset + 3 * startQuarter + LANES);
        FloatVector factor;
        int at = panelOffset;
        for (int k = 0; k < count; k++, at += UNITS) {
            int atF = at + panelQuarter;
            int atG = atF + panelQuarter;
            int atO = atG + panelQuarter;
            factor = FloatVector.broadcast(SPECIES, factors[factorsOffset + STRIDE * k]);
            i0 = factor.fma(FloatVector.fromArray(SPECIES, panel, at), i0);
            i1 = factor.fma(FloatVector.fromArray(SPECIES, panel, at + LANES), i1);
            f0 = factor.fma(FloatVector.fromArray(SPECIES, panel, atF), f0);
            f1 = factor.fma(FloatVector.fromArray(SPECIES, panel, atF + LANES), f1);
            g0 = factor.fma(FloatVector.fromArray(SPECIES, panel, atG), g0);
            g1 = factor.fma(FloatVector.fromArray(SPECIES, panel, atG + LANES), g1);
            o0 = factor.fma(FloatVector.fromArray(SPECIES, panel, atO), o0);
            o1 = factor.fma(FloatVector.fromArray(SPECIES, panel, atO + LANES), o1);
        }
        i0.intoArray(sums, sumsOffset);
        i1.intoArray(sums, sumsOffset + LANES);
        f0.intoArray(sums, sumsOffset + sumsQuarter);
        f1.intoArray(sums, sumsOffset + sumsQuarter + LANES);
        g0.intoArray(sums, sumsOffset + 2 * sumsQuarter);
        g1.intoArray(sums, sumsOffset + 2 * sumsQuarter + LANES);
        o0.intoArray(sums, sumsOffset + 3 * sumsQuarter);
        o1.intoArray(sums, sumsOffset + 3 * sumsQuarter + LANES);
    }
}
