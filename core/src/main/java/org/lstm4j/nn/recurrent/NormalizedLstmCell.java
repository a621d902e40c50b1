package org.lstm4j.nn.recurrent;

import static org.lstm4j.kernels.GatePanels.UNITS;

import org.lstm4j.kernels.LstmGates;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.Activation;

/// An LSTM cell with layer normalisation, whose formulas [LstmCell] has:
///
/// ```
/// a = LN(W x_t; γ_x) + LN(U h_{t−1}; γ_h) + b        h_t = o·tanh(LN(c_t; γ_c) + β_c)
/// ```
///
/// What goes on to the next step is c_t itself. The shifts of the two products are one with the bias. Before the first step from the
/// zero state the product with h is 0, and so is its normalisation.
///
/// Source: Ba, Kiros and Hinton, Layer Normalization, 2016, equations 20 to 22 of the supplement.
///
/// For backward it keeps of every step, beside what the plain cell keeps, both sums and the cell state, normalised: more than twice
/// the gates' memory.
final class NormalizedLstmCell extends CellRun implements RowCells {

    private static final int OUTPUT = 3;

    private final LstmWeights weights;
    private final LstmNormalizationWeights normalization;
    private final GateWeights products;
    private final Activation activation;
    private final ActivationLoops loops;
    private final LstmGates gates;
    private final RecurrentBuffers buffers;
    private final RowPieces gatePieces;
    private final RowPieces cellPieces;
    private final RowNormalization inputs;
    private final RowNormalization hiddens;
    private final RowNormalization cells;
    /// Of the piece at hand, [batch, 16]: what it comes to, or its gradient.
    private final float[] piece;

    private final ShownCellGradients gradients;
    private final RowSums biasGradient;
    private final RowSums cellShiftGradient;
    /// ∂L/∂(LN(c_t) + β_c) of the step at hand, [blocks, batch, 16].
    private final float[] shownGradient;

    NormalizedLstmCell(
            LstmWeights weights, LstmNormalizationWeights normalization, LstmCell cell, LstmKernels kernels,
            RecurrentBuffers buffers, boolean training) {
        this.weights = weights;
        this.normalization = normalization;
        this.buffers = buffers;
        products = new UnbiasedGateWeights(new LstmGateWeights(weights));
        activation = cell.activation();
        loops = new ActivationLoops(kernels.activations());
        gates = cell.hasPlainActivations()
                ? kernels.gates()
                : new VariantGates(activation, cell.recurrentActivation(), loops);
        gatePieces = RowPieces.gates(buffers);
        cellPieces = RowPieces.cells(buffers);
        int gateFloats = buffers.gates.length;
        inputs = new RowNormalization(buffers, gatePieces, normalization.inputGain(), gateFloats, training);
        hiddens = new RowNormalization(buffers, gatePieces, normalization.hiddenGain(), gateFloats, training);
        cells = new RowNormalization(
                buffers, cellPieces, normalization.cellGain(), buffers.cellTanh.length, training);
        piece = new float[buffers.cellBlock];
        gradients = new ShownCellGradients(buffers, cell, training);
        biasGradient = new RowSums(gatePieces, training ? buffers.batch : 0);
        cellShiftGradient = new RowSums(cellPieces, training ? buffers.batch : 0);
        shownGradient = new float[training ? buffers.blocks * buffers.cellBlock : 0];
    }

    @Override
    GateWeights weights() {
        return products;
    }

    @Override
    LstmGates gates(int block) {
        return gates;
    }

    @Override
    RowCells rowCells() {
        return this;
    }

    @Override
    public float[] inputSums() {
        return inputs.values();
    }

    @Override
    public float[] hiddenSums() {
        return hiddens.values();
    }

    @Override
    public void beforeGates(int t, int first, int rows) {
        int at = buffers.gateAt(t, 0, first);
        inputs.measure(t, first, rows, at);
        hiddens.measure(t, first, rows, at);
        for (int number = 0; number < gatePieces.count(); number++) {
            gatePieces.spread(weights.bias().value(), number, first, rows, piece);
            inputs.addNormalized(number, first, rows, at, piece);
            hiddens.addNormalized(number, first, rows, at, piece);
            System.arraycopy(piece, first * UNITS, buffers.gates, at + number * gatePieces.stride(), rows * UNITS);
        }
    }

    /// The gates' tanh(c) and o·tanh(c) give way to those of the normalised cell state.
    @Override
    public void afterGates(int t, int first, int rows) {
        RecurrentBuffers b = buffers;
        for (int block = 0; block < b.blocks; block++) {
            System.arraycopy(b.cell, b.cellAt(t + 1, block, first), cells.values(), b.cellAt(t, block, first),
                    rows * UNITS);
        }
        int at = b.cellAt(t, 0, first);
        cells.measure(t, first, rows, at);
        for (int block = 0; block < b.blocks; block++) {
            cellPieces.spread(normalization.cellShift().value(), block, first, rows, piece);
            cells.addNormalized(block, first, rows, at, piece);
            int shown = b.cellAt(t, block, first);
            System.arraycopy(piece, first * UNITS, b.cellTanh, shown, rows * UNITS);
            loops.apply(activation, rows * UNITS, b.cellTanh, shown);
            show(t, block, first, rows);
        }
    }

    /// h = o·tanh(…)
    private void show(int t, int block, int first, int rows) {
        RecurrentBuffers b = buffers;
        int output = b.gateAt(t, block, first) + OUTPUT * b.gateQuarter;
        int shown = b.cellAt(t, block, first);
        int hidden = b.cellOutputAt(t, first) + block * UNITS;
        for (int row = 0; row < rows; row++) {
            for (int unit = 0; unit < UNITS; unit++) {
                b.cellOutput[hidden + row * b.cellOutputStride() + unit] = b.gates[output + row * UNITS + unit]
                        * b.cellTanh[shown + row * UNITS + unit];
            }
        }
    }

    @Override
    public void startGradients(int first, int places) {
        inputs.startGradients(first, places);
        hiddens.startGradients(first, places);
        cells.startGradients(first, places);
        biasGradient.clear(first, places);
        cellShiftGradient.clear(first, places);
    }

    @Override
    public void backward(int t, int first, int rows, float[] outputGradient, float[] cellGradient) {
        RecurrentBuffers b = buffers;
        for (int block = 0; block < b.blocks; block++) {
            gradients.beforeRows(t, block, first, rows, outputGradient, shownGradient);
        }
        addTo(cellShiftGradient, cellPieces, first, rows, shownGradient, first * UNITS);
        cells.backward(t, first, rows, b.cellAt(t, 0, first), shownGradient, first * UNITS);
        for (int block = 0; block < b.blocks; block++) {
            gradients.afterRows(t, block, first, rows, cells.values(), b.cellAt(t, block, first), cellGradient);
        }
        int at = b.gateAt(t, 0, first);
        addTo(biasGradient, gatePieces, first, rows, b.gates, at);
        inputs.backward(t, first, rows, at, b.gates, at);
        hiddens.backward(t, first, rows, at, b.gates, at);
    }

    private void addTo(RowSums sums, RowPieces pieces, int first, int rows, float[] source, int at) {
        for (int number = 0; number < pieces.count(); number++) {
            System.arraycopy(source, at + number * pieces.stride(), piece, first * UNITS, rows * UNITS);
            sums.add(number, first, rows, piece);
        }
    }

    @Override
    void addGradients(RecurrentBuffers sameBuffers) {
        inputs.addGradients();
        hiddens.addGradients();
        cells.addGradients();
        biasGradient.addTo(weights.bias());
        cellShiftGradient.addTo(normalization.cellShift());
    }
}
