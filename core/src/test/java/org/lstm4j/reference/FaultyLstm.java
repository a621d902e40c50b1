package org.lstm4j.reference;

import java.util.Arrays;

/// A layer that shares the weights of a sound one, and whose backward pass is wrong in one place.
final class FaultyLstm extends ReferenceLstm {

    private final PlantedFault fault;

    FaultyLstm(ReferenceLstm sound, PlantedFault fault) {
        super(sound.inputWeights, sound.recurrentWeights, sound.bias);
        this.fault = fault;
    }

    @Override
    ReferenceGradients backward(ReferenceTrace trace, double[][][] hiddenGradient, ReferenceState finalGradient) {
        ReferenceState given = fault == PlantedFault.MISSING_FINAL_STATE_GRADIENT
                ? new ReferenceState(trace.batch, units)
                : finalGradient;
        return super.backward(trace, hiddenGradient, given);
    }

    @Override
    double[] backwardCell(ReferenceTrace trace, int sample, int step, double[] dh, double[] dc) {
        for (int unit = 0; unit < units; unit++) {
            double o = trace.gates[sample][step][3 * units + unit];
            double tanhC = StrictMath.tanh(trace.cell[sample][step][unit]);
            double throughHidden = dh[unit] * o * (1 - tanhC * tanhC);
            if (fault == PlantedFault.MISSING_CELL_TO_HIDDEN_PATH) {
                dc[unit] -= throughHidden;
            } else if (fault == PlantedFault.TANH_SLOPE_WITHOUT_SQUARE) {
                dc[unit] += dh[unit] * o * (1 - tanhC) - throughHidden;
            }
        }
        double[] da = super.backwardCell(trace, sample, step, dh, dc);
        switch (fault) {
            case MISSING_CELL_TO_CELL_PATH -> Arrays.fill(dc, 0);
            case WRONG_SIGN_OF_CANDIDATE -> negate(da, 2 * units, 3 * units);
            case SWAPPED_INPUT_AND_FORGET_GATE -> swapBlocks(da, 0, 1);
            case SWAPPED_CANDIDATE_AND_OUTPUT_GATE -> swapBlocks(da, 2, 3);
            default -> {
                // planted elsewhere
            }
        }
        return da;
    }

    @Override
    void addWeightGradients(ReferenceGradients gradients, ReferenceTrace trace, int sample, int step, double[] da) {
        if (fault == PlantedFault.MISSING_SUM_OVER_STEPS && step > 0) {
            return;
        }
        super.addWeightGradients(gradients, trace, sample, step, da);
        if (fault == PlantedFault.MISSING_BIAS_GRADIENT) {
            Arrays.fill(gradients.bias, 0);
        }
        if (fault == PlantedFault.HIDDEN_STATE_ONE_STEP_LATE) {
            for (int row = 0; row < 4 * units; row++) {
                for (int unit = 0; unit < units; unit++) {
                    double late = trace.hidden[sample][step][unit] - trace.hiddenBefore(sample, step)[unit];
                    gradients.recurrentWeights[row][unit] += da[row] * late;
                }
            }
        }
    }

    @Override
    double[] inputGradient(double[] da) {
        double[] dx = super.inputGradient(da);
        if (fault == PlantedFault.WRONG_SIGN_OF_INPUT_GRADIENT) {
            negate(dx, 0, features);
        } else if (fault == PlantedFault.TRANSPOSED_INPUT_WEIGHTS) {
            Arrays.fill(dx, 0);
            for (int index = 0; index < 4 * units * features; index++) {
                dx[index / (4 * units)] += inputWeights[index / features][index % features] * da[index % (4 * units)];
            }
        }
        return dx;
    }

    @Override
    double[] hiddenBeforeGradient(double[] da) {
        double[] dh = super.hiddenBeforeGradient(da);
        if (fault == PlantedFault.MISSING_RECURRENT_PATH) {
            Arrays.fill(dh, 0);
        } else if (fault == PlantedFault.TRANSPOSED_RECURRENT_WEIGHTS) {
            Arrays.fill(dh, 0);
            for (int row = 0; row < 4 * units; row++) {
                for (int unit = 0; unit < units; unit++) {
                    int block = row - row % units;
                    dh[row % units] += recurrentWeights[row][unit] * da[block + unit];
                }
            }
        }
        return dh;
    }

    private static void negate(double[] values, int from, int to) {
        for (int index = from; index < to; index++) {
            values[index] = -values[index];
        }
    }

    private void swapBlocks(double[] da, int left, int right) {
        for (int unit = 0; unit < units; unit++) {
            double kept = da[left * units + unit];
            da[left * units + unit] = da[right * units + unit];
            da[right * units + unit] = kept;
        }
    }
}
