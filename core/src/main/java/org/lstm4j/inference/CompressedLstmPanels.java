package org.lstm4j.inference;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmKernels;

/// Weights of fewer bits than a float32. One sequence reads them as they are; for a batch a block is widened to float32 once
/// and multiplied with all rows. Both ways give the same bytes. Biases stay float32.
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
    public void preActivations(
            LstmKernels kernels, int block, int batchRows, int count, float[] read, int readOffset, int readStride,
            float[] gates, int gatesOffset, float[] scratch) {
        if (batchRows <= FEW_ROWS) {
            for (int row = 0; row < batchRows; row++) {
                start(block, gates, gatesOffset + row * WIDTH);
                compressed.add(kernels, block, 0, count, read, readOffset + row * readStride, gates,
                        gatesOffset + row * WIDTH);
            }
        } else {
            int quarter = GatePanels.forwardQuarter(inputs, units);
            widen(block, scratch, quarter);
            kernels.products().preActivations(batchRows, scratch, 0, quarter, count, read, readOffset, readStride,
                    gates, gatesOffset);
        }
        for (int row = 0; row < batchRows; row++) {
            compressed.finish(block, gates, gatesOffset + row * WIDTH);
        }
    }

    @Override
    public void startSteps(
            LstmKernels kernels, int block, int steps, float[] x, int xOffset, float[] gates, int gatesOffset,
            int gatesStride, float[] scratch) {
        for (int step = 0; step < steps; step++) {
            int to = gatesOffset + step * gatesStride;
            start(block, gates, to);
            compressed.add(kernels, block, 0, inputs, x, xOffset + step * inputs, gates, to);
        }
    }

    @Override
    public void finishStep(
            LstmKernels kernels, int block, boolean hidden, float[] h, int hOffset, float[] gates, int gatesOffset) {
        if (hidden) {
            compressed.add(kernels, block, inputs, units, h, hOffset, gates, gatesOffset);
        }
        compressed.finish(block, gates, gatesOffset);
    }

    private void start(int block, float[] gates, int at) {
        System.arraycopy(compressed.starts(), block * WIDTH, gates, at, WIDTH);
    }

    /// Writes a forward panel, with what sums start from in its row 0.
    private void widen(int block, float[] panel, int quarter) {
        compressed.widen(block, panel, UNITS, quarter);
        for (int gate = 0; gate < GatePanels.GATES; gate++) {
            int from = block * WIDTH + gate * UNITS;
            System.arraycopy(compressed.starts(), from, panel, gate * quarter, UNITS);
        }
    }
}
