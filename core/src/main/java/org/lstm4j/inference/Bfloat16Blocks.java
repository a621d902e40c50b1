package org.lstm4j.inference;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import org.lstm4j.kernels.CompressedPanels;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.recurrent.LstmWeights;
import org.lstm4j.tensor.ArrayLength;

/// Weights rounded to bfloat16, 2 bytes each.
final class Bfloat16Blocks implements CompressedBlocks {

    private final int rows;
    private final int[] pairs;
    private final float[] bias;

    private Bfloat16Blocks(int rows, int[] pairs, float[] bias) {
        this.rows = rows;
        this.pairs = pairs;
        this.bias = bias;
    }

    static LstmPanels pack(LstmWeights weights) {
        int inputs = weights.inputs();
        int units = weights.units();
        int rows = inputs + units;
        int blocks = GatePanels.blocks(units);
        int[] pairs = new int[ArrayLength.of(blocks, 2, rows, UNITS)];
        float[] bias = new float[blocks * WIDTH];
        BlockPanel panel = new BlockPanel(weights);
        for (int block = 0; block < blocks; block++) {
            panel.load(block);
            panel.copyBias(bias, block * WIDTH);
            CompressedPanels.packBfloat16(rows, panel.values(), UNITS, panel.quarter(), pairs,
                    block * 2 * rows * UNITS);
        }
        return new CompressedLstmPanels(inputs, units, new Bfloat16Blocks(rows, pairs, bias));
    }

    @Override
    public float[] starts() {
        return bias;
    }

    @Override
    public void addRow(
            LstmKernels kernels, int block, int firstRow, int count, float[] row, int rowOffset, float[] start,
            int startOffset, int startQuarter, float[] sums, int sumsOffset, int sumsQuarter) {
        int from = (block * 2 * rows + firstRow) * UNITS;
        kernels.compressed().addRowBfloat16(count, row, rowOffset, pairs, from, rows * UNITS, start, startOffset,
                startQuarter, sums, sumsOffset, sumsQuarter);
    }

    @Override
    public void widen(int block, int count, float[] panel, int panelOffset, int quarterStride) {
        CompressedPanels.widenBfloat16(count, pairs, block * 2 * rows * UNITS, rows * UNITS, panel, panelOffset,
                quarterStride);
    }

    /// Sums started from the bias: they are complete.
    @Override
    public void finish(int block, float[] sums, int sumsOffset, int sumsQuarter) {}
}
