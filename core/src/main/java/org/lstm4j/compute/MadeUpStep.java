package org.lstm4j.compute;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import org.lstm4j.kernels.CompressedProducts;
import org.lstm4j.kernels.FactorStrips;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmGates;
import org.lstm4j.kernels.LstmProducts;

/// The calls of kernels that a training step of an LSTM makes, on numbers that are all zero: what compilers are warmed up with.
final class MadeUpStep {

    private static final int INPUTS = 7;
    /// Of the weight gradient, whose innermost loop they are.
    private static final int WEIGHT_GRADIENT_ROWS = 48;

    private final int units;
    private final int quarter;
    private final int gatesQuarter;
    private final float[] panel;
    private final int[] compressed;
    private final float[] transposed;
    private final float[] strips;
    private final int stripStride;
    private final float[] hidden;
    private final float[] gates;
    private final float[] cell;
    private final float[] cellTanh;
    private final float[] gradient;
    private final float[] columns;
    private final float[] gateGradients = new float[WEIGHT_GRADIENT_ROWS * WIDTH];
    private final float[] weightGradient;
    private final float[] sums = new float[LstmProducts.WEIGHT_GRADIENT_SCRATCH];

    /// @param mostRows of a call
    /// @param units a multiple of 16
    MadeUpStep(int mostRows, int units) {
        this.units = units;
        int numbers = Math.max(INPUTS + units, GatePanels.GATES * units);
        quarter = GatePanels.forwardQuarter(INPUTS, units);
        gatesQuarter = mostRows * UNITS;
        panel = new float[GatePanels.forwardSize(INPUTS, units)];
        compressed = new int[2 * units * UNITS];
        transposed = new float[GatePanels.transposedSize(units, units)];
        stripStride = FactorStrips.stride(numbers);
        strips = new float[FactorStrips.count(mostRows) * stripStride];
        hidden = new float[mostRows * units];
        gates = new float[mostRows * WIDTH];
        cell = new float[mostRows * UNITS];
        cellTanh = new float[mostRows * UNITS];
        gradient = new float[mostRows * WIDTH];
        columns = new float[FactorStrips.count(units) * FactorStrips.stride(WEIGHT_GRADIENT_ROWS)];
        weightGradient = new float[units * WIDTH];
    }

    void preActivations(LstmProducts products, int rows) {
        products.preActivations(
                rows, INPUTS + units, strips, 0, stripStride, panel, 0, quarter, gates, 0, gatesQuarter);
    }

    /// As gate gradients are carried back through weights.
    void accumulate(LstmProducts products, int rows) {
        products.accumulate(rows, GatePanels.GATES * units, strips, 0, stripStride, transposed, 0,
                GatePanels.transposedQuarter(units), gradient, 0, gatesQuarter);
    }

    void addRow(LstmProducts products) {
        products.addRow(units, hidden, 0, panel, UNITS, quarter, gates, 0, gatesQuarter, gates, 0, gatesQuarter);
    }

    /// One column less than there are units, so that strips leave a rest.
    void accumulateWeightGradient(LstmProducts products) {
        int rows = WEIGHT_GRADIENT_ROWS;
        products.accumulateWeightGradient(units - 1, rows, columns, 0, FactorStrips.stride(rows), gateGradients, 0,
                rows * UNITS, weightGradient, 0, units * UNITS, sums);
    }

    void gatesForward(LstmGates kernel, int rows) {
        kernel.forward(rows, gates, 0, gatesQuarter, cell, 0, cell, 0, cellTanh, 0, hidden, 0, units);
    }

    void gatesBackward(LstmGates kernel, int rows) {
        kernel.backward(rows, gates, 0, gatesQuarter, cell, 0, cellTanh, 0, gradient, 0, cell, 0);
    }

    void compressedProducts(CompressedProducts products) {
        products.addRowBfloat16(units, hidden, 0, compressed, 0, units * UNITS, gates, 0, gatesQuarter, gates, 0,
                gatesQuarter);
        products.addRowInt8(units, hidden, 0, compressed, 0, gates, 0, gatesQuarter, gates, 0, gatesQuarter);
    }
}
