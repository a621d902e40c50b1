package org.lstm4j.inference;

import static org.lstm4j.kernels.GatePanels.UNITS;

import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.recurrent.LstmWeights;
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
            GatePanels.packForward(block, block * panelSize, inputs, units, units, weights.inputWeights().value(),
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
    public void start(
            LstmKernels kernels, int block, int rows, int count, StepFactors factors, float[] gates, int gatesOffset,
            int gatesQuarter, float[] scratch) {
        kernels.products().preActivations(rows, count, factors.strips(), 0, factors.stripStride(), panels,
                block * panelSize, quarter, gates, gatesOffset, gatesQuarter);
    }

    @Override
    public void addHidden(
            LstmKernels kernels, int block, float[] hidden, int hiddenOffset, float[] started, int startedOffset,
            int startedQuarter, float[] gates, int gatesOffset, int gatesQuarter, float[] scratch) {
        int panel = block * panelSize + UNITS * (1 + inputs);
        kernels.products().addRow(units, hidden, hiddenOffset, panels, panel, quarter, started, startedOffset,
                startedQuarter, gates, gatesOffset, gatesQuarter);
    }

    /// Sums started from the bias: they are complete.
    @Override
    public void finish(int block, int rows, float[] gates, int gatesOffset, int gatesQuarter) {}
}
