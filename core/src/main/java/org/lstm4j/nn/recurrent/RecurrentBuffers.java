package org.lstm4j.nn.recurrent;

import static org.lstm4j.kernels.GatePanels.GATES;
import static org.lstm4j.kernels.GatePanels.UNITS;

import org.lstm4j.compute.RowShares;
import org.lstm4j.kernels.FactorStrips;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.tensor.ArrayLength;

/// The arrays an LSTM pass works in, made once, in the layout of [GatePanels].
///
/// | array | shape | |
/// |---|---|---|
/// | `panels` | [blocks, 4, 1 + features + units, 16] | weights for forward |
/// | `read` | [steps + 1, batch, readStride] | what step t reads: 1, x_t, h_{t−1}. One product gives all of a pre-activation; the weight gradient takes the 1 for the bias |
/// | `cell` | [kept + 1, blocks, batch, 16] | c_t at t + 1 |
/// | `gates` | [blocks, 4, kept, batch, 16] | pre-activations, then gates, then their gradients; a gate's rows of all steps follow each other |
/// | `cellTanh` | [kept, blocks, batch, 16] | tanh(c_t) |
///
/// Training keeps all steps; inference keeps one, and every step overwrites the one before.
final class RecurrentBuffers {

    final int batch;
    final int steps;
    final int features;
    final int units;
    final int blocks;
    final int panelSize;
    final int readStride;
    /// Floats from one step to the next in `read`.
    final int readStep;
    /// Floats from one block to the next, from one gate to the next, and from one kept step to the next; 0 when only one step
    /// is kept.
    final int gateBlock;
    final int gateQuarter;
    final int gateStep;
    final int cellBlock;
    final int cellStep;

    final float[] panels;
    final float[] read;
    final float[] cell;
    final float[] gates;
    final float[] cellTanh;

    RecurrentBuffers(int batch, int steps, int features, int units, boolean keepAllSteps) {
        this.batch = batch;
        this.steps = steps;
        this.features = features;
        this.units = units;
        blocks = GatePanels.blocks(units);
        panelSize = GatePanels.forwardSize(features, units);
        readStride = GatePanels.readStride(1 + features, units);
        readStep = ArrayLength.of(batch, readStride);
        cellBlock = batch * UNITS;
        int kept = keepAllSteps ? steps : 1;
        gateStep = keepAllSteps ? ArrayLength.of(batch, UNITS) : 0;
        gateQuarter = ArrayLength.of(kept, batch, UNITS);
        gateBlock = ArrayLength.of(GATES, gateQuarter);
        cellStep = keepAllSteps ? blocks * cellBlock : 0;

        int gateFloats = ArrayLength.of(blocks, gateBlock); // the largest: refused before anything is allocated
        panels = new float[ArrayLength.of(blocks, panelSize)];
        read = new float[ArrayLength.of(steps + 1, readStep)];
        cell = new float[ArrayLength.of(kept + 1, blocks, cellBlock)];
        gates = new float[gateFloats];
        cellTanh = new float[ArrayLength.of(kept, blocks, cellBlock)];
    }

    /// Strips for what a step multiplies with: for each share of rows, [shares, strips, stripStride]; or, when threads share panels,
    /// for all rows twice, since one step is packed while others still read the one before.
    static float[][] strips(RecurrentSharing sharing, int stripStride) {
        RowShares rows = sharing.rows();
        float[][] strips = new float[sharing.byPanels() ? 2 : rows.count()][];
        for (int index = 0; index < strips.length; index++) {
            int share = sharing.byPanels() ? 0 : index;
            strips[index] = new float[ArrayLength.of(FactorStrips.count(rows.rows(share)), stripStride)];
        }
        return strips;
    }

    /// The first block of a panel of 64 units; of the panel after the last, the number of blocks.
    int firstBlock(int panel) {
        return Math.min(blocks, panel * (GatePanels.WIDTH / UNITS));
    }

    /// Where the inputs of a step stand.
    int inputAt(int step, int row) {
        return step * readStep + row * readStride + 1;
    }

    /// Where the hidden state before a step stands.
    int hiddenAt(int step, int row) {
        return inputAt(step, row) + features;
    }

    /// Copies the inputs of some rows to their places.
    ///
    /// @param input [batch, steps, features]
    void setInputs(float[] input, int first, int rows) {
        for (int row = first; row < first + rows; row++) {
            for (int step = 0; step < steps; step++) {
                int at = inputAt(step, row);
                read[at - 1] = 1f;
                System.arraycopy(input, (row * steps + step) * features, read, at, features);
            }
        }
    }

    int gateAt(int step, int block, int row) {
        return step * gateStep + block * gateBlock + row * UNITS;
    }

    int cellAt(int step, int block, int row) {
        return step * cellStep + block * cellBlock + row * UNITS;
    }

    /// Copies a public state [batch, units] into step 0.
    void setInitial(RecurrentState state) {
        state.requireShape(batch, units);
        for (int row = 0; row < batch; row++) {
            System.arraycopy(state.hidden().data(), row * units, read, hiddenAt(0, row), units);
            for (int block = 0; block < blocks; block++) {
                int present = GatePanels.present(block, units);
                System.arraycopy(state.cell().data(), row * units + block * UNITS, cell, cellAt(0, block, row),
                        present);
            }
        }
    }

    void clearInitial() {
        java.util.Arrays.fill(read, 0, readStep, 0f);
        java.util.Arrays.fill(cell, 0, blocks * cellBlock, 0f);
    }

    /// Copies the state after the last step into a public one.
    void copyFinal(RecurrentState state) {
        state.requireShape(batch, units);
        for (int row = 0; row < batch; row++) {
            System.arraycopy(read, hiddenAt(steps, row), state.hidden().data(), row * units, units);
            for (int block = 0; block < blocks; block++) {
                int present = GatePanels.present(block, units);
                System.arraycopy(cell, cellAt(steps, block, row), state.cell().data(), row * units + block * UNITS,
                        present);
            }
        }
    }
}
