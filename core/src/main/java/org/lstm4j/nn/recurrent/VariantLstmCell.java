package org.lstm4j.nn.recurrent;

import static org.lstm4j.kernels.GatePanels.UNITS;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmGates;
import org.lstm4j.nn.Parameter;

/// An LSTM cell with other activations, or with peepholes.
final class VariantLstmCell extends CellRun {

    private static final int PEEPHOLES = 3;

    private final GateWeights weights;
    private final int units;
    private final @Nullable Parameter peephole;
    private final LstmGates[] gates;
    /// Peepholes of i, f and o for the units of each block, [blocks, 3, 16].
    private final float[] peepholes;

    VariantLstmCell(LstmWeights weights, LstmCell cell, ActivationLoops loops) {
        this.weights = new LstmGateWeights(weights);
        units = weights.units();
        peephole = weights.peephole();
        int blocks = GatePanels.blocks(units);
        peepholes = new float[blocks * PEEPHOLES * UNITS];
        gates = new LstmGates[blocks];
        Arrays.setAll(gates, block -> peephole == null
                ? new VariantGates(cell.activation(), cell.recurrentActivation(), loops)
                : new PeepholeGates(cell.activation(), cell.recurrentActivation(), loops, peepholes,
                        block * PEEPHOLES * UNITS));
    }

    @Override
    GateWeights weights() {
        return weights;
    }

    @Override
    LstmGates gates(int block) {
        return gates[block];
    }

    @Override
    void load() {
        Parameter source = peephole;
        for (int unit = 0; source != null && unit < PEEPHOLES * units; unit++) {
            peepholes[at(unit / units, unit % units)] = source.value()[unit];
        }
    }

    private static int at(int gate, int unit) {
        return (unit / UNITS * PEEPHOLES + gate) * UNITS + unit % UNITS;
    }

    /// Each peephole's gradient is a sum over all rows of all steps, in order, in double.
    @Override
    void addGradients(RecurrentBuffers buffers) {
        Parameter target = peephole;
        for (int unit = 0; target != null && unit < units; unit++) {
            target.gradient()[unit] += (float) sum(buffers, 0, unit, false);
            target.gradient()[units + unit] += (float) sum(buffers, 1, unit, false);
            target.gradient()[2 * units + unit] += (float) sum(buffers, 3, unit, true);
        }
    }

    /// ∑ gate gradient · cell state, of a unit.
    ///
    /// @param ofNewCell whether the gate sees the cell state that a step computes, or the one before it
    private static double sum(RecurrentBuffers b, int gate, int unit, boolean ofNewCell) {
        int block = unit / UNITS;
        float[] cell = ofNewCell ? b.newCell : b.cell;
        double sum = 0;
        for (int step = 0; step < b.steps; step++) {
            int gradient = b.gateAt(step, block, 0) + gate * b.gateQuarter + unit % UNITS;
            int state = (ofNewCell ? b.newCellAt(step, block, 0) : b.cellAt(step, block, 0)) + unit % UNITS;
            for (int place = 0; place < b.rows.rows(step); place++) {
                sum += (double) b.gates[gradient + place * UNITS] * cell[state + place * UNITS];
            }
        }
        return sum;
    }
}
