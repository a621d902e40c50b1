package org.lstm4j.inference;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmKernels;

/// Weights of fewer bits than a float32. Few rows read them as they are; for more a block is widened to float32 once
/// and multiplied with all of them. Both ways give the same bytes. Biases stay float32.
final class CompressedLstmPanels implements LstmPanels {

    /// So few rows are not worth widening a block for.
    private static final int FEW_ROWS = 3;

    private final int inputs;
    private final int units;
    private final CompressedBlocks compressed;

    CompressedLstmPanels(int inputs, int units, CompressedBlocks compressed) {
        this.inputs = inputs;
        this.units = units;
        this.compressed = compressed;
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
        return GatePanels.forwardSize(inputs, units);
    }

    @Override
    public void start(
            LstmKernels kernels, int block, int rows, int count, StepFactors factors, float[] gates, int gatesOffset,
            int gatesQuarter, float[] scratch) {
        if (rows > FEW_ROWS) {
            int quarter = GatePanels.forwardQuarter(inputs, units);
            widen(block, count, scratch, quarter);
            kernels.products().preActivations(rows, count, factors.strips(), 0, factors.stripStride(), scratch, 0,
                    quarter, gates, gatesOffset, gatesQuarter);
            return;
        }
        for (int row = 0; row < rows; row++) {
            compressed.addRow(kernels, block, 0, count, factors.rows(), factors.rowAt(row), compressed.starts(),
                    block * WIDTH, UNITS, gates, gatesOffset + row * UNITS, gatesQuarter);
        }
    }

    @Override
    public void addHidden(
            LstmKernels kernels, int block, float[] hidden, int hiddenOffset, float[] started, int startedOffset,
            int startedQuarter, float[] gates, int gatesOffset, int gatesQuarter, float[] scratch) {
        compressed.addRow(kernels, block, inputs, units, hidden, hiddenOffset, started, startedOffset, startedQuarter,
                gates, gatesOffset, gatesQuarter);
    }

    @Override
    public void finish(int block, int rows, float[] gates, int gatesOffset, int gatesQuarter) {
        for (int row = 0; row < rows; row++) {
            compressed.finish(block, gates, gatesOffset + row * UNITS, gatesQuarter);
        }
    }

    /// Writes a forward panel, with what sums start from in its row 0.
    private void widen(int block, int count, float[] panel, int quarter) {
        compressed.widen(block, count, panel, UNITS, quarter);
        GatePanels.copyRow(compressed.starts(), block * WIDTH, UNITS, panel, 0, quarter);
    }
}
