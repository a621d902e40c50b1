package org.lstm4j.kernels.vector;

import static org.lstm4j.kernels.Activations.C2;
import static org.lstm4j.kernels.Activations.C3;
import static org.lstm4j.kernels.Activations.C4;
import static org.lstm4j.kernels.Activations.C5;
import static org.lstm4j.kernels.Activations.C6;
import static org.lstm4j.kernels.Activations.EXPONENT_SHIFT;
import static org.lstm4j.kernels.Activations.LOG2_E;
import static org.lstm4j.kernels.Activations.MINUS_LN2_HIGH;
import static org.lstm4j.kernels.Activations.MINUS_LN2_LOW;
import static org.lstm4j.kernels.Activations.ONE_BITS;
import static org.lstm4j.kernels.Activations.ROUND;
import static org.lstm4j.kernels.Activations.SIGMOID_LIMIT;
import static org.lstm4j.kernels.Activations.TANH_LIMIT;
import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;
import static org.lstm4j.kernels.vector.StripTiles.inQuarters;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.lstm4j.kernels.LstmGates;

/// [LstmGates] for the first second of a program: one loop for sigmoid and tanh, since the less code there is the sooner it
/// is compiled. The cells are vectors too: plain loops, which the compiler turns into vectors itself, took it three
/// times as long. Like [StarterLstmProducts] it touches no vector when there are no rows.
final class StarterLstmGates implements LstmGates {

    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int LANES = SPECIES.length();
    private static final int CELL_INPUT = 2;

    @Override
    public void forward(
            int rows,
            float[] gates,
            int gatesOffset,
            int gatesQuarter,
            float[] cellBefore,
            int cellBeforeOffset,
            float[] cell,
            int cellOffset,
            float[] cellTanh,
            int cellTanhOffset,
            float[] hidden,
            int hiddenOffset,
            int hiddenStride) {
        for (int column = 0; column < WIDTH; column += LANES) {
            activate(rows, gates, inQuarters(gatesOffset, column, gatesQuarter), column / UNITS == CELL_INPUT);
        }
        for (int lane = 0; lane < UNITS; lane += LANES) {
            for (int row = 0; row < rows; row++) {
                int at = gatesOffset + row * UNITS + lane;
                int state = row * UNITS + lane;
                FloatVector i = FloatVector.fromArray(SPECIES, gates, at);
                FloatVector f = FloatVector.fromArray(SPECIES, gates, at + gatesQuarter);
                FloatVector g = FloatVector.fromArray(SPECIES, gates, at + 2 * gatesQuarter);
                FloatVector before = FloatVector.fromArray(SPECIES, cellBefore, cellBeforeOffset + state);
                FloatVector c = f.fma(before, i.mul(g));
                c.intoArray(cell, cellOffset + state);
                c.intoArray(cellTanh, cellTanhOffset + state);
            }
            activate(rows, cellTanh, cellTanhOffset + lane, true);
            for (int row = 0; row < rows; row++) {
                FloatVector o = FloatVector.fromArray(SPECIES, gates,
                        gatesOffset + row * UNITS + lane + 3 * gatesQuarter);
                FloatVector tanh = FloatVector.fromArray(SPECIES, cellTanh, cellTanhOffset + row * UNITS + lane);
                o.mul(tanh).intoArray(hidden, hiddenOffset + row * hiddenStride + lane);
            }
        }
    }

    @Override
    public void backward(
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
        GateGradients.backward(rows, gates, gatesOffset, gatesQuarter, cellBefore, cellBeforeOffset, cellTanh,
                cellTanhOffset,
                hiddenGradient, hiddenGradientOffset, cellGradient, cellGradientOffset);
    }

    /// [org.lstm4j.kernels.Activations#tanh] or [org.lstm4j.kernels.Activations#sigmoid] in place, one vector a row. Both are
    /// computed from their common polynomial, and one is kept.
    private static void activate(int rows, float[] values, int offset, boolean tanh) {
        float multiplier = tanh ? 2f : -1f;
        float limit = tanh ? TANH_LIMIT : SIGMOID_LIMIT;
        for (int row = 0; row < rows; row++) {
            int at = offset + row * UNITS;
            FloatVector one = FloatVector.broadcast(SPECIES, 1f);
            FloatVector high = FloatVector.broadcast(SPECIES, limit);
            FloatVector low = FloatVector.broadcast(SPECIES, -limit);
            FloatVector round = FloatVector.broadcast(SPECIES, ROUND);
            FloatVector t = FloatVector.fromArray(SPECIES, values, at).mul(multiplier);
            t = t.blend(high, t.compare(VectorOperators.GT, high));
            t = t.blend(low, t.compare(VectorOperators.LT, low));
            FloatVector rounded = t.fma(FloatVector.broadcast(SPECIES, LOG2_E), round);
            FloatVector n = rounded.sub(round);
            FloatVector r = n.fma(
                    FloatVector.broadcast(SPECIES, MINUS_LN2_LOW),
                    n.fma(FloatVector.broadcast(SPECIES, MINUS_LN2_HIGH), t));
            FloatVector p = FloatVector.broadcast(SPECIES, C6)
                    .fma(r, FloatVector.broadcast(SPECIES, C5))
                    .fma(r, FloatVector.broadcast(SPECIES, C4))
                    .fma(r, FloatVector.broadcast(SPECIES, C3))
                    .fma(r, FloatVector.broadcast(SPECIES, C2));
            FloatVector rest = p.mul(r).fma(r, r);
            IntVector exponent = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, EXPONENT_SHIFT);
            FloatVector exponential = rest.add(one).reinterpretAsInts().add(exponent).reinterpretAsFloats();
            FloatVector scale = exponent.add(ONE_BITS).reinterpretAsFloats();
            FloatVector expm1 = scale.fma(rest, scale.sub(one));
            VectorMask<Float> sigmoid = high.compare(VectorOperators.EQ, SIGMOID_LIMIT);
            FloatVector dividend = expm1.blend(one, sigmoid);
            FloatVector divisor = expm1.add(2f).blend(exponential.add(one), sigmoid);
            dividend.div(divisor).intoArray(values, at);
        }
    }
}
