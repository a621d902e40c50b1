package org.lstm4j.nn.recurrent;

import static org.lstm4j.kernels.GatePanels.UNITS;

import java.util.Arrays;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.nn.PassMode;
import org.lstm4j.random.RandomStream;

/// Zoneout: in training a random share of the numbers of the hidden and of the cell state stay what they were a step before; in
/// inference each is the mean of both, weighted by that share.
///
/// ```
/// c_t = z_c·c_{t−1} + (1 − z_c)·c̃_t        h_t = z_h·h_{t−1} + (1 − z_h)·h̃_t
/// ```
///
/// where c̃ and h̃ = o·tanh(c̃) are what the cell gives, and z is 1 with the probability of the rate, else 0, anew for every step.
/// Source: Krueger et al., Zoneout: Regularizing RNNs by Randomly Preserving Hidden Activations, 2017, equations 3 and 4.
///
/// A cell that has no state but the hidden one keeps a copy of it as cell state; both then stay or move together.
///
/// Works on all rows that take part in a step, in pieces of sixteen numbers like gradients, but for hidden states, whose rows are
/// whole.
final class Zoneout {

    private final RecurrentBuffers buffers;
    private final RandomStream random;
    private final float hiddenRate;
    private final float cellRate;
    private final boolean keepsShares;
    /// What share of a number stays: 0 or 1 as drawn; the rates themselves where nothing is; [steps, batch, …].
    private final float[] hiddenKept;
    private final float[] cellKept;
    /// What of a gradient goes past the cells to the step before, in the layout of gradients.
    private final float[] hiddenPast;
    private final float[] cellPast;

    Zoneout(RecurrentBuffers buffers, RecurrentNoise noise, PassMode mode, RandomStream random) {
        this.buffers = buffers;
        this.random = random;
        hiddenRate = noise.hiddenZoneout();
        cellRate = buffers.cellUnits > 0 ? noise.cellZoneout() : hiddenRate;
        keepsShares = mode.runsBackward();
        int rows = keepsShares ? buffers.steps * buffers.batch : 0;
        hiddenKept = new float[rows * buffers.outputs];
        cellKept = buffers.cellUnits > 0 ? new float[rows * buffers.units] : hiddenKept;
        hiddenPast = new float[keepsShares ? GatePanels.blocks(buffers.outputs) * buffers.cellBlock : 0];
        cellPast = new float[keepsShares ? buffers.blocks * buffers.cellBlock : 0];
        if (!mode.disturbs()) {
            Arrays.fill(hiddenKept, hiddenRate);
            Arrays.fill(cellKept, cellRate);
        }
    }

    void draw() {
        draw(hiddenKept, hiddenRate);
        if (buffers.cellUnits > 0) {
            draw(cellKept, cellRate);
        }
    }

    private void draw(float[] kept, float rate) {
        for (int index = 0; rate > 0f && index < kept.length; index++) {
            kept[index] = random.nextFloat() < rate ? 1f : 0f;
        }
    }

    void forward(int t, int first, int rows) {
        RecurrentBuffers b = buffers;
        for (int place = first; place < first + rows; place++) {
            if (hiddenRate > 0f) {
                mix(b.outputs, hiddenKept, hiddenAt(t, place), hiddenRate, b.shown, b.shownAt(t, place),
                        b.shownAt(t + 1, place));
            }
            for (int block = 0; cellRate > 0f && block < b.blocks; block++) {
                b.keepNewCell(t, block, place);
                mix(GatePanels.present(block, b.units), cellKept, cellAt(t, place) + block * UNITS, cellRate, b.cell,
                        b.cellAt(t, block, place), b.cellAt(t + 1, block, place));
            }
        }
    }

    private void mix(int count, float[] kept, int keptAt, float rate, float[] state, int before, int now) {
        for (int index = 0; index < count; index++) {
            float share = keepsShares ? kept[keptAt + index] : rate;
            state[now + index] = share * state[before + index] + (1f - share) * state[now + index];
        }
    }

    void startGradients(int first, int places) {
        for (int piece = 0; piece < GatePanels.blocks(buffers.outputs); piece++) {
            int from = piece * buffers.cellBlock + first * UNITS;
            Arrays.fill(hiddenPast, from, from + places * UNITS, 0f);
        }
    }

    /// Adds what went past the cells of the step after.
    void addKept(int piece, int first, int rows, float[] hiddenGradient) {
        int from = piece * buffers.cellBlock + first * UNITS;
        for (int index = from; index < from + rows * UNITS; index++) {
            hiddenGradient[index] += hiddenPast[index];
        }
    }

    /// Splits gradients into what goes past the cells of a step and what goes through them.
    void beforeCells(int t, int first, int rows, float[] hiddenGradient, float[] cellGradient) {
        RecurrentBuffers b = buffers;
        for (int place = first; place < first + rows; place++) {
            for (int piece = 0; hiddenRate > 0f && piece < GatePanels.blocks(b.outputs); piece++) {
                split(GatePanels.present(piece, b.outputs), hiddenKept, hiddenAt(t, place) + piece * UNITS,
                        hiddenGradient, hiddenPast, piece * b.cellBlock + place * UNITS);
            }
            for (int block = 0; cellRate > 0f && block < b.blocks; block++) {
                split(GatePanels.present(block, b.units), cellKept, cellAt(t, place) + block * UNITS,
                        cellGradient, cellPast, block * b.cellBlock + place * UNITS);
            }
        }
    }

    private static void split(int count, float[] kept, int keptAt, float[] gradient, float[] past, int at) {
        for (int index = 0; index < count; index++) {
            float whole = gradient[at + index];
            float goesPast = kept[keptAt + index] * whole;
            past[at + index] = goesPast;
            gradient[at + index] = whole - goesPast;
        }
    }

    /// Adds what went past this step's cells to the gradient of the cell state before it.
    void afterCells(int first, int rows, float[] cellGradient) {
        for (int block = 0; cellRate > 0f && block < buffers.blocks; block++) {
            int from = block * buffers.cellBlock + first * UNITS;
            for (int index = from; index < from + rows * UNITS; index++) {
                cellGradient[index] += cellPast[index];
            }
        }
    }

    /// Rows of the batch, not places: what a row keeps does not depend on its neighbours' lengths.
    private int hiddenAt(int t, int place) {
        return (t * buffers.batch + buffers.rows.rowAt(place)) * buffers.outputs;
    }

    private int cellAt(int t, int place) {
        return (t * buffers.batch + buffers.rows.rowAt(place)) * buffers.units;
    }
}
