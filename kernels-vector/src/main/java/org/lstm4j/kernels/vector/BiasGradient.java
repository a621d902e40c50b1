package org.lstm4j.kernels.vector;

import static org.lstm4j.kernels.GatePanels.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [org.lstm4j.kernels.LstmProducts#accumulateBiasGradient]: the 64 columns of a block's gate gradients, summed over steps and
/// rows.
final class BiasGradient {

    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int LANES = SPECIES.length();

    private BiasGradient() {}

    static void accumulate(
            int steps, int rows, float[] gateGradients, int gateOffset, int gateStepStride, float[] out,
            int outOffset) {
        for (int lane = 0; lane < WIDTH; lane += LANES) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int step = 0; step < steps; step++) {
                int at = gateOffset + step * gateStepStride + lane;
                for (int row = 0; row < rows; row++, at += WIDTH) {
                    sum = sum.add(FloatVector.fromArray(SPECIES, gateGradients, at));
                }
            }
            sum.add(FloatVector.fromArray(SPECIES, out, outOffset + lane)).intoArray(out, outOffset + lane);
        }
    }
}
