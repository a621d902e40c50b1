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

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.lstm4j.kernels.LstmGates;

/// [LstmGates] for machines with 32 vector registers: the operations of [org.lstm4j.kernels.Activations] on whole vectors, all
/// that belongs to a unit in one go. For AVX2's 16 registers there is [NarrowLstmGates].
///
/// The three sigmoids and two tanhs are written out in one loop body. As helper methods that take and return vectors they
/// were two to three times slower: the compiler stops inlining our methods at its node budget, and then boxes.
final class WideLstmGates implements LstmGates {

    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int LANES = SPECIES.length();

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
        for (int lane = 0; lane < UNITS; lane += LANES) {
            forwardLanes(rows, gates, gatesOffset + lane, gatesQuarter, cellBefore, cellBeforeOffset + lane, cell,
                    cellOffset + lane,
                    cellTanh, cellTanhOffset + lane, hidden, hiddenOffset + lane, hiddenStride);
        }
    }

    private static void forwardLanes(
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
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        FloatVector two = FloatVector.broadcast(SPECIES, 2f);
        FloatVector sigmoidHigh = FloatVector.broadcast(SPECIES, SIGMOID_LIMIT);
        FloatVector sigmoidLow = FloatVector.broadcast(SPECIES, -SIGMOID_LIMIT);
        FloatVector tanhHigh = FloatVector.broadcast(SPECIES, TANH_LIMIT);
        FloatVector tanhLow = FloatVector.broadcast(SPECIES, -TANH_LIMIT);
        FloatVector log2E = FloatVector.broadcast(SPECIES, LOG2_E);
        FloatVector round = FloatVector.broadcast(SPECIES, ROUND);
        FloatVector minusLn2High = FloatVector.broadcast(SPECIES, MINUS_LN2_HIGH);
        FloatVector minusLn2Low = FloatVector.broadcast(SPECIES, MINUS_LN2_LOW);
        FloatVector c2 = FloatVector.broadcast(SPECIES, C2);
        FloatVector c3 = FloatVector.broadcast(SPECIES, C3);
        FloatVector c4 = FloatVector.broadcast(SPECIES, C4);
        FloatVector c5 = FloatVector.broadcast(SPECIES, C5);
        FloatVector c6 = FloatVector.broadcast(SPECIES, C6);
        for (int row = 0; row < rows; row++) {
            int at = gatesOffset + row * UNITS;
            int state = row * UNITS;

            FloatVector iT = FloatVector.fromArray(SPECIES, gates, at).neg();
            iT = iT.blend(sigmoidHigh, iT.compare(VectorOperators.GT, sigmoidHigh));
            iT = iT.blend(sigmoidLow, iT.compare(VectorOperators.LT, sigmoidLow));
            FloatVector iRounded = iT.fma(log2E, round);
            FloatVector iN = iRounded.sub(round);
            FloatVector iR = iN.fma(minusLn2Low, iN.fma(minusLn2High, iT));
            FloatVector iP = c6.fma(iR, c5).fma(iR, c4).fma(iR, c3).fma(iR, c2);
            FloatVector iRest = iP.mul(iR).fma(iR, iR).add(one);
            IntVector iExponent = iRounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, EXPONENT_SHIFT);
            FloatVector i = one.div(one.add(iRest.reinterpretAsInts().add(iExponent).reinterpretAsFloats()));

            FloatVector fT = FloatVector.fromArray(SPECIES, gates, at + gatesQuarter).neg();
            fT = fT.blend(sigmoidHigh, fT.compare(VectorOperators.GT, sigmoidHigh));
            fT = fT.blend(sigmoidLow, fT.compare(VectorOperators.LT, sigmoidLow));
            FloatVector fRounded = fT.fma(log2E, round);
            FloatVector fN = fRounded.sub(round);
            FloatVector fR = fN.fma(minusLn2Low, fN.fma(minusLn2High, fT));
            FloatVector fP = c6.fma(fR, c5).fma(fR, c4).fma(fR, c3).fma(fR, c2);
            FloatVector fRest = fP.mul(fR).fma(fR, fR).add(one);
            IntVector fExponent = fRounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, EXPONENT_SHIFT);
            FloatVector f = one.div(one.add(fRest.reinterpretAsInts().add(fExponent).reinterpretAsFloats()));

            FloatVector gSum = FloatVector.fromArray(SPECIES, gates, at + 2 * gatesQuarter);
            FloatVector gT = gSum.add(gSum);
            gT = gT.blend(tanhHigh, gT.compare(VectorOperators.GT, tanhHigh));
            gT = gT.blend(tanhLow, gT.compare(VectorOperators.LT, tanhLow));
            FloatVector gRounded = gT.fma(log2E, round);
            FloatVector gN = gRounded.sub(round);
            FloatVector gR = gN.fma(minusLn2Low, gN.fma(minusLn2High, gT));
            FloatVector gP = c6.fma(gR, c5).fma(gR, c4).fma(gR, c3).fma(gR, c2);
            FloatVector gRest = gP.mul(gR).fma(gR, gR);
            IntVector gExponent = gRounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, EXPONENT_SHIFT);
            FloatVector gScale = gExponent.add(ONE_BITS).reinterpretAsFloats();
            FloatVector gExpm1 = gScale.fma(gRest, gScale.sub(one));
            FloatVector g = gExpm1.div(gExpm1.add(two));

            FloatVector oT = FloatVector.fromArray(SPECIES, gates, at + 3 * gatesQuarter).neg();
            oT = oT.blend(sigmoidHigh, oT.compare(VectorOperators.GT, sigmoidHigh));
            oT = oT.blend(sigmoidLow, oT.compare(VectorOperators.LT, sigmoidLow));
            FloatVector oRounded = oT.fma(log2E, round);
            FloatVector oN = oRounded.sub(round);
            FloatVector oR = oN.fma(minusLn2Low, oN.fma(minusLn2High, oT));
            FloatVector oP = c6.fma(oR, c5).fma(oR, c4).fma(oR, c3).fma(oR, c2);
            FloatVector oRest = oP.mul(oR).fma(oR, oR).add(one);
            IntVector oExponent = oRounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, EXPONENT_SHIFT);
            FloatVector o = one.div(one.add(oRest.reinterpretAsInts().add(oExponent).reinterpretAsFloats()));

            FloatVector c = f.fma(FloatVector.fromArray(SPECIES, cellBefore, cellBeforeOffset + state), i.mul(g));
            FloatVector cTanhT = c.add(c);
            cTanhT = cTanhT.blend(tanhHigh, cTanhT.compare(VectorOperators.GT, tanhHigh));
            cTanhT = cTanhT.blend(tanhLow, cTanhT.compare(VectorOperators.LT, tanhLow));
            FloatVector cTanhRounded = cTanhT.fma(log2E, round);
            FloatVector cTanhN = cTanhRounded.sub(round);
            FloatVector cTanhR = cTanhN.fma(minusLn2Low, cTanhN.fma(minusLn2High, cTanhT));
            FloatVector cTanhP = c6.fma(cTanhR, c5).fma(cTanhR, c4).fma(cTanhR, c3).fma(cTanhR, c2);
            FloatVector cTanhRest = cTanhP.mul(cTanhR).fma(cTanhR, cTanhR);
            IntVector cTanhExponent = cTanhRounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, EXPONENT_SHIFT);
            FloatVector cTanhScale = cTanhExponent.add(ONE_BITS).reinterpretAsFloats();
            FloatVector cTanhExpm1 = cTanhScale.fma(cTanhRest, cTanhScale.sub(one));
            FloatVector cTanh = cTanhExpm1.div(cTanhExpm1.add(two));

            i.intoArray(gates, at);
            f.intoArray(gates, at + gatesQuarter);
            g.intoArray(gates, at + 2 * gatesQuarter);
            o.intoArray(gates, at + 3 * gatesQuarter);
            c.intoArray(cell, cellOffset + state);
            cTanh.intoArray(cellTanh, cellTanhOffset + state);
            o.mul(cTanh).intoArray(hidden, hiddenOffset + row * hiddenStride);
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
}
