package org.lstm4j.nn.recurrent;

import static org.lstm4j.kernels.GatePanels.UNITS;

import org.lstm4j.nn.Activation;

/// The element-wise half of a step backward for an LSTM cell that shows something else than its cell state: h = o·tanh(u), where u
/// is made of c by whole rows. So it comes in two halves, before and after that:
///
/// ```
/// da_o = dh·tanh(u)·slope(o)      du = dh·o·slope(tanh(u))
/// da_i = dc·g·slope(i)   da_f = dc·c′·slope(f)   da_g = dc·i·slope(g)   dc′ = dc·f
/// ```
///
/// dh and dc count as 0 where they have faded, as in [org.lstm4j.kernels.LstmGates]. Works on a block of units at a time, in scratch
/// arrays [batch, 16] read at one index, as [RowNormalization].
final class ShownCellGradients {

    private static final int INPUT = 0;
    private static final int FORGET = 1;
    private static final int CANDIDATE = 2;
    private static final int OUTPUT = 3;

    private final RecurrentBuffers buffers;
    private final Activation activation;
    private final Activation recurrentActivation;
    private final float[] i;
    private final float[] f;
    private final float[] g;
    private final float[] o;
    private final float[] shown;
    private final float[] cellBefore;
    /// dh or dc, and what comes of it.
    private final float[] state;
    private final float[] result;

    ShownCellGradients(RecurrentBuffers buffers, LstmCell cell, boolean training) {
        this.buffers = buffers;
        activation = cell.activation();
        recurrentActivation = cell.recurrentActivation();
        int lanes = training ? buffers.cellBlock : 0;
        i = new float[lanes];
        f = new float[lanes];
        g = new float[lanes];
        o = new float[lanes];
        shown = new float[lanes];
        cellBefore = new float[lanes];
        state = new float[lanes];
        result = new float[lanes];
    }

    /// Puts da_o where o stood.
    ///
    /// @param outputGradient dh, [blocks, batch, 16]
    /// @param shownGradient out: du, [blocks, batch, 16]
    void beforeRows(int t, int block, int first, int rows, float[] outputGradient, float[] shownGradient) {
        int from = first * UNITS;
        int to = from + rows * UNITS;
        int at = block * buffers.cellBlock + from;
        loadGate(OUTPUT, t, block, first, rows, o);
        load(buffers.cellTanh, buffers.cellAt(t, block, first), first, rows, shown);
        load(outputGradient, at, first, rows, state);
        ActivationLoops.dropFaded(from, to, state);
        multiply(from, to, state, o);
        ActivationLoops.multiplyBySlopes(activation, from, to, shown, result);
        System.arraycopy(result, from, shownGradient, at, rows * UNITS);
        multiply(from, to, state, shown);
        ActivationLoops.multiplyBySlopes(recurrentActivation, from, to, o, result);
        storeGate(OUTPUT, t, block, first, rows);
    }

    /// Puts da_i, da_f and da_g where the gates stood.
    ///
    /// @param throughShown what comes to dc by way of u
    /// @param throughAt where its first row stands
    /// @param cellGradient in: what comes to dc from the step after; out: dc′, [blocks, batch, 16]
    void afterRows(
            int t, int block, int first, int rows, float[] throughShown, int throughAt, float[] cellGradient) {
        int from = first * UNITS;
        int to = from + rows * UNITS;
        int at = block * buffers.cellBlock + from;
        loadGate(INPUT, t, block, first, rows, i);
        loadGate(FORGET, t, block, first, rows, f);
        loadGate(CANDIDATE, t, block, first, rows, g);
        load(buffers.cell, buffers.cellAt(t, block, first), first, rows, cellBefore);
        load(cellGradient, at, first, rows, state);
        load(throughShown, throughAt, first, rows, result);
        addResult(from, to);
        ActivationLoops.dropFaded(from, to, state);
        multiply(from, to, state, g);
        ActivationLoops.multiplyBySlopes(recurrentActivation, from, to, i, result);
        storeGate(INPUT, t, block, first, rows);
        multiply(from, to, state, cellBefore);
        ActivationLoops.multiplyBySlopes(recurrentActivation, from, to, f, result);
        storeGate(FORGET, t, block, first, rows);
        multiply(from, to, state, i);
        ActivationLoops.multiplyBySlopes(activation, from, to, g, result);
        storeGate(CANDIDATE, t, block, first, rows);
        multiply(from, to, state, f);
        System.arraycopy(result, from, cellGradient, at, rows * UNITS);
    }

    private void loadGate(int gate, int t, int block, int first, int rows, float[] target) {
        load(buffers.gates, gateAt(gate, t, block, first), first, rows, target);
    }

    private void storeGate(int gate, int t, int block, int first, int rows) {
        System.arraycopy(result, first * UNITS, buffers.gates, gateAt(gate, t, block, first), rows * UNITS);
    }

    private int gateAt(int gate, int t, int block, int first) {
        return buffers.gateAt(t, block, first) + gate * buffers.gateQuarter;
    }

    private static void load(float[] source, int at, int first, int rows, float[] target) {
        System.arraycopy(source, at, target, first * UNITS, rows * UNITS);
    }

    private void multiply(int from, int to, float[] a, float[] b) {
        for (int index = from; index < to; index++) {
            result[index] = a[index] * b[index];
        }
    }

    private void addResult(int from, int to) {
        for (int index = from; index < to; index++) {
            state[index] += result[index];
        }
    }
}
