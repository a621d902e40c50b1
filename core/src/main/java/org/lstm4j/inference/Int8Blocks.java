package org.lstm4j.inference;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import org.lstm4j.kernels.CompressedPanels;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.recurrent.LstmWeights;
import org.lstm4j.tensor.ArrayLength;

/// Weights rounded to 8 bits with one scale a gate of a unit, 1 byte each. A pre-activation is bias + scale·Σ a·q.
final class Int8Blocks implements CompressedBlocks {

    private final int rows;
    private final int[] fours;
    /// [blocks, 64]
    private final float[] scales;
    private final float[] bias;
    private final float[] zeros;

    private Int8Blocks(int rows, int[] fours, float[] scales, float[] bias) {
        this.rows = rows;
        this.fours = fours;
        this.scales = scales;
        this.bias = bias;
        zeros = new float[bias.length];
    }

    static LstmPanels pack(LstmWeights weights) {
        int inputs = weights.inputs();
        int units = weights.units();
        int rows = inputs + units;
        int blocks = GatePanels.blocks(units);
        int[] fours = new int[ArrayLength.of(blocks, rows, UNITS)];
        float[] scales = new float[blocks * WIDTH];
        float[] bias = new float[blocks * WIDTH];
        BlockPanel panel = new BlockPanel(weights);
        for (int block = 0; block < blocks; block++) {
            panel.load(block);
            panel.copyBias(bias, block * WIDTH);
            CompressedPanels.packInt8(rows, panel.values(), UNITS, panel.quarter(), fours, block * rows * UNITS, scales,
                    block * WIDTH);
        }
        return new CompressedLstmPanels(inputs, units, new Int8Blocks(rows, fours, scales, bias));
    }

    @Override
    public float[] starts() {
        return zeros;
    }

    @Override
    public void addRow(
            LstmKernels kernels, int block, int firstRow, int count, float[] row, int rowOffset, float[] start,
            int startOffset, int startQuarter, float[] sums, int sumsOffset, int sumsQuarter) {
        kernels.compressed().addRowInt8(count, row, rowOffset, fours, (block * rows + firstRow) * UNITS, start,
                startOffset, startQuarter, sums, sumsOffset, sumsQuarter);
    }

    @Override
    public void widen(int block, int count, float[] panel, int panelOffset, int quarterStride) {
        CompressedPanels.widenInt8(count, fours, block * rows * UNITS, panel, panelOffset, quarterStride);
    }

    @Override
    public void finish(int block, float[] sums, int sumsOffset, int sumsQuarter) {
        int from = block * WIDTH;
        for (int column = 0; column < WIDTH; column++) {
            int at = sumsOffset + column / UNITS * sumsQuarter + column % UNITS;
            sums[at] = Math.fma(sums[at], scales[from + column], bias[from + column]);
        }
    }
}
