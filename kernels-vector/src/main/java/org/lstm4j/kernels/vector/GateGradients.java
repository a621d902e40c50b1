package org.lstm4j.kernels.vector;

import static org.lstm4j.kernels.GatePanels.UNITS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.lstm4j.kernels.LstmGates;

/// [org.lstm4j.kernels.LstmGates#backward] with the Vector API; it needs few registers, so any machine takes it, and
/// the kernels that begin too: as in [StarterLstmProducts] no vector is touched when there are no rows.
final class GateGradients {

    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int LANES = SPECIES.length();

    private GateGradients() {}

    static void backward(
            int rows,
            float[] gates,
            int gatesOffset,
            int gatesQuarter,
            float[] cellBefore,
            int cellBeforeOffset,
            float[] cellTanh,
            int cellTanhOffset,
            float[] hiddenGradient,
            int hiddenGradientOffset,
            float[] cellGradient,
            int cellGradientOffset) {
        for (int lane = 0; lane < UNITS; lane += LANES) {
            for (int row = 0; row < rows; row++) {
                int at = gatesOffset + row * UNITS + lane;
                int state = row * UNITS + lane;
                FloatVector one = FloatVector.broadcast(SPECIES, 1f);
                FloatVector zero = FloatVector.zero(SPECIES);
                FloatVector i = FloatVector.fromArray(SPECIES, gates, at);
                FloatVector f = FloatVector.fromArray(SPECIES, gates, at + gatesQuarter);
                FloatVector g = FloatVector.fromArray(SPECIES, gates, at + 2 * gatesQuarter);
                FloatVector o = FloatVector.fromArray(SPECIES, gates, at + 3 * gatesQuarter);
                FloatVector tanh = FloatVector.fromArray(SPECIES, cellTanh, cellTanhOffset + state);
                FloatVector before = FloatVector.fromArray(SPECIES, cellBefore, cellBeforeOffset + state);
                FloatVector dh = FloatVector.fromArray(SPECIES, hiddenGradient, hiddenGradientOffset + state);
                dh = dh.blend(zero, dh.abs().compare(VectorOperators.LT, LstmGates.FADED));
                FloatVector after = FloatVector.fromArray(SPECIES, cellGradient, cellGradientOffset + state);
                FloatVector dc = dh.mul(o).fma(tanh.neg().fma(tanh, one), after);
                dc = dc.blend(zero, dc.abs().compare(VectorOperators.LT, LstmGates.FADED));
                dc.mul(g).mul(i.mul(one.sub(i))).intoArray(gates, at);
                dc.mul(before).mul(f.mul(one.sub(f))).intoArray(gates, at + gatesQuarter);
                dc.mul(i).mul(g.neg().fma(g, one)).intoArray(gates, at + 2 * gatesQuarter);
                dh.mul(tanh).mul(o.mul(one.sub(o))).intoArray(gates, at + 3 * gatesQuarter);
                dc.mul(f).intoArray(cellGradient, cellGradientOffset + state);
            }
        }
    }
}
