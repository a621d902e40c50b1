package org.lstm4j.inference;

import java.util.Arrays;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.nn.recurrent.LstmWeights;

/// The forward panel of one block after the other, while weights are compressed.
final class BlockPanel {

    private final LstmWeights weights;
    private final float[] values;

    BlockPanel(LstmWeights weights) {
        this.weights = weights;
        values = new float[GatePanels.forwardSize(weights.inputs(), weights.units())];
    }

    void load(int block) {
        Arrays.fill(values, 0f); // units that fill up the last block
        GatePanels.packForward(block, 0, weights.inputs(), weights.units(), weights.units(),
                weights.inputWeights().value(),
                weights.recurrentWeights().value(), weights.bias().value(), values);
    }

    /// Quarters of [1 + inputs + units, 16]; row 0 is the bias.
    float[] values() {
        return values;
    }

    int quarter() {
        return GatePanels.forwardQuarter(weights.inputs(), weights.units());
    }

    void copyBias(float[] target, int at) {
        GatePanels.copyRow(values, 0, quarter(), target, at, GatePanels.UNITS);
    }
}
