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

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.lstm4j.kernels.GateActivations;

/// [GateActivations] with the Vector API. [VectorLstmGates] calls the same loops, so what warms it up warms these.
final class VectorGateActivations implements GateActivations {

    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int LANES = SPECIES.length();

    @Override
    public void sigmoid(int count, float[] values, int offset) {
        sigmoids(count, values, offset);
    }

    @Override
    public void tanh(int count, float[] values, int offset) {
        tanhs(count, values, offset);
    }

    /// [org.lstm4j.kernels.Activations#sigmoid] in place.
    static void sigmoids(int count, float[] values, int offset) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        FloatVector high = FloatVector.broadcast(SPECIES, SIGMOID_LIMIT);
        FloatVector low = FloatVector.broadcast(SPECIES, -SIGMOID_LIMIT);
        FloatVector log2E = FloatVector.broadcast(SPECIES, LOG2_E);
        FloatVector round = FloatVector.broadcast(SPECIES, ROUND);
        FloatVector minusLn2High = FloatVector.broadcast(SPECIES, MINUS_LN2_HIGH);
        FloatVector minusLn2Low = FloatVector.broadcast(SPECIES, MINUS_LN2_LOW);
        FloatVector c2 = FloatVector.broadcast(SPECIES, C2);
        FloatVector c3 = FloatVector.broadcast(SPECIES, C3);
        FloatVector c4 = FloatVector.broadcast(SPECIES, C4);
        FloatVector c5 = FloatVector.broadcast(SPECIES, C5);
        FloatVector c6 = FloatVector.broadcast(SPECIES, C6);
        for (int at = offset; at < offset + count; at += LANES) {
            FloatVector t = FloatVector.fromArray(SPECIES, values, at).neg();
            t = t.blend(high, t.compare(VectorOperators.GT, high));
            t = t.blend(low, t.compare(VectorOperators.LT, low));
            FloatVector rounded = t.fma(log2E, round);
            FloatVector n = rounded.sub(round);
            FloatVector r = n.fma(minusLn2Low, n.fma(minusLn2High, t));
            FloatVector p = c6.fma(r, c5).fma(r, c4).fma(r, c3).fma(r, c2);
            FloatVector rest = p.mul(r).fma(r, r).add(one);
            IntVector exponent = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, EXPONENT_SHIFT);
            FloatVector exponential = rest.reinterpretAsInts().add(exponent).reinterpretAsFloats();
            one.div(one.add(exponential)).intoArray(values, at);
        }
    }

    /// [org.lstm4j.kernels.Activations#tanh] in place.
    static void tanhs(int count, float[] values, int offset) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        FloatVector two = FloatVector.broadcast(SPECIES, 2f);
        FloatVector high = FloatVector.broadcast(SPECIES, TANH_LIMIT);
        FloatVector low = FloatVector.broadcast(SPECIES, -TANH_LIMIT);
        FloatVector log2E = FloatVector.broadcast(SPECIES, LOG2_E);
        FloatVector round = FloatVector.broadcast(SPECIES, ROUND);
        FloatVector minusLn2High = FloatVector.broadcast(SPECIES, MINUS_LN2_HIGH);
        FloatVector minusLn2Low = FloatVector.broadcast(SPECIES, MINUS_LN2_LOW);
        FloatVector c2 = FloatVector.broadcast(SPECIES, C2);
        FloatVector c3 = FloatVector.broadcast(SPECIES, C3);
        FloatVector c4 = FloatVector.broadcast(SPECIES, C4);
        FloatVector c5 = FloatVector.broadcast(SPECIES, C5);
        FloatVector c6 = FloatVector.broadcast(SPECIES, C6);
        for (int at = offset; at < offset + count; at += LANES) {
            FloatVector sum = FloatVector.fromArray(SPECIES, values, at);
            FloatVector t = sum.add(sum);
            t = t.blend(high, t.compare(VectorOperators.GT, high));
            t = t.blend(low, t.compare(VectorOperators.LT, low));
            FloatVector rounded = t.fma(log2E, round);
            FloatVector n = rounded.sub(round);
            FloatVector r = n.fma(minusLn2Low, n.fma(minusLn2High, t));
            FloatVector p = c6.fma(r, c5).fma(r, c4).fma(r, c3).fma(r, c2);
            FloatVector rest = p.mul(r).fma(r, r);
            IntVector exponent = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, EXPONENT_SHIFT);
            FloatVector scale = exponent.add(ONE_BITS).reinterpretAsFloats();
            FloatVector expm1 = scale.fma(rest, scale.sub(one));
            expm1.div(expm1.add(two)).intoArray(values, at);
        }
    }
}
