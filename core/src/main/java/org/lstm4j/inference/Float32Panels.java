package org.lstm4j.inference;

import static org.lstm4j.kernels.GatePanels.UNITS;

import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.LstmWeights;
import org.lstm4j.tensor.ArrayLength;

/// The weights as they were trained.
final class Float32Panels implements LstmPanels {

    private final int inputs;
    private final int units;
    private final int panelSize;
    private final int quarter;
    private final float[] panels;

    /// Packs a copy of the weights.
    Float32Panels(LstmWeights weights) {
        inputs = weights.inputs();
        units = weights.units();
        panelSize = GatePanels.forwardSize(inputs, units);
        quarter = GatePanels.forwardQuarter(inputs, units);
        panels = new float[ArrayLength.of(GatePanels.blocks(units), panelSize)];
        for (int block = 0; block < GatePanels.blocks(units); block++) {
            GatePanels.packForward(block, block * panelSize, inputs, units, weights.inputWeights().value(),
                    weights.recurrentWeights().value(), weights.bias().value(), panels);
        }
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int units() {
        return units;
    }

    @Override
    public int scratchFloats() {
        return 0;
    }

    @Override
    public void preActivations(
            LstmKernels kernels, int block, int rows, int count, float[] read, int readOffset, int readStride,
            float[] gates, int gatesOffset, float[] scratch) {
        kernels.products().preActivations(rows, panels, block * panelSize, quarter, count, read, readOffset, readStride,
                gates, gatesOffset);
    }

    @Override
    public void startSteps(
            LstmKernels kernels, int block, int steps, float[] x, int xOffset, float[] gates, int gatesOffset,
            int gatesStride, float[] scratch) {
        int panel = block * panelSize;
        for (int step = 0; step < steps; step++) {
            GatePanels.copyRow(panels, panel, quarter, gates, gatesOffset + step * gatesStride);
        }
        kernels.products().accumulate(steps, inputs, x, xOffset, inputs, panels, panel + UNITS, quarter, gates,
                gatesOffset,
                gatesStride);
    }

    @Override
    public void finishStep(
            LstmKernels kernels, int block, boolean hidden, float[] h, int hOffset, float[] gates, int gatesOffset) {
        if (hidden) {
            int panel = block * panelSize + UNITS * (1 + inputs);
            kernels.products().accumulate(1, units, h, hOffset, 0, panels, panel, quarter, gates, gatesOffset, 0);
        }
    }
}
