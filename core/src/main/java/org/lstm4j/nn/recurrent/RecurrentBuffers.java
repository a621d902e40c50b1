package org.lstm4j.nn.recurrent;

import static org.lstm4j.kernels.GatePanels.GATES;
import static org.lstm4j.kernels.GatePanels.UNITS;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lstm4j.kernels.FactorStrips;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.tensor.ArrayLength;

/// The arrays a recurrent pass works in, made once, in the layout of [GatePanels].
///
/// | array | shape | |
/// |---|---|---|
/// | `panels` | [blocks, 4, 1 + features + outputs, 16] | weights for forward |
/// | `read` | [steps + 1, batch, readStride] | what step t reads: 1, x_t, h_{t−1}. One product gives all of a pre-activation; the weight gradient takes the 1 for the bias |
/// | `shown` | [steps + 1, batch, shownStride] | h_{t−1} as the output and the state show it, where the next step reads something else; else part of `read` |
/// | `cell` | [kept + 1, blocks, batch, 16] | c_t at t + 1 |
/// | `newCell` | [kept, blocks, batch, 16] | c̃_t, where zoneout makes c_t of it; else part of `cell` |
/// | `cellOutput` | [kept, batch, 16·blocks] | what the cell gives, where a projection makes the hidden state of it; else part of `shown` |
/// | `gates` | [blocks, 4, rows of all kept steps, 16] | pre-activations, then gates, then their gradients; a gate's rows of all steps follow each other |
/// | `cellTanh` | [kept, blocks, batch, 16] | tanh(c_t) |
///
/// Rows stand at their places ([SequenceRows]); `gates` has the rows that take part in a step and no others. Training keeps all
/// steps; inference keeps one, and every step overwrites the one before.
final class RecurrentBuffers {

    final SequenceRows rows;
    final int batch;
    final int steps;
    final int features;
    final int units;
    /// Numbers of a hidden state: the units, or fewer when they are projected.
    final int outputs;
    /// Numbers of a public cell state: the units, or none.
    final int cellUnits;
    final int blocks;
    final int panelSize;
    final int readStride;
    /// Floats from one block to the next and from one gate to the next.
    final int gateBlock;
    final int gateQuarter;
    final int cellBlock;
    /// Whether the next step reads something else than the hidden state that is shown.
    final boolean showsApart;

    final float[] panels;
    final float[] read;
    final float[] shown;
    final float[] cell;
    final float[] newCell;
    final float[] cellOutput;
    final float[] gates;
    final float[] cellTanh;

    private final boolean keepsAllSteps;
    private final boolean projects;
    private final boolean mixesCells;
    private final int readStep;
    private final int shownStride;
    /// Floats from one kept step to the next; 0 when only one step is kept.
    private final int cellStep;

    /// @param showsApart whether the next step reads something else than the hidden state that is shown
    /// @param mixesCells whether the cell state that goes on is not the one a step computed, which is then kept
    RecurrentBuffers(
            SequenceRows rows, RecurrentSizes sizes, boolean keepsAllSteps, boolean showsApart, boolean mixesCells) {
        this.rows = rows;
        this.keepsAllSteps = keepsAllSteps;
        this.mixesCells = mixesCells;
        this.projects = sizes.outputs() < sizes.units();
        this.showsApart = showsApart || projects;
        batch = sizes.batch();
        steps = sizes.steps();
        features = sizes.features();
        units = sizes.units();
        outputs = sizes.outputs();
        cellUnits = sizes.cellUnits();
        blocks = GatePanels.blocks(units);
        panelSize = GatePanels.forwardSize(features, outputs);
        readStride = GatePanels.readStride(1 + features, outputs);
        readStep = ArrayLength.of(batch, readStride);
        shownStride = this.showsApart ? GatePanels.blocks(outputs) * UNITS : readStride;
        cellBlock = batch * UNITS;
        int kept = keepsAllSteps ? steps : 1;
        gateQuarter = ArrayLength.of(kept, batch, UNITS);
        gateBlock = ArrayLength.of(GATES, gateQuarter);
        cellStep = keepsAllSteps ? blocks * cellBlock : 0;

        int gateFloats = ArrayLength.of(blocks, gateBlock); // the largest: refused before anything is allocated
        panels = new float[ArrayLength.of(blocks, panelSize)];
        read = new float[ArrayLength.of(steps + 1, readStep)];
        shown = this.showsApart ? new float[ArrayLength.of(steps + 1, batch, shownStride)] : read;
        cell = new float[ArrayLength.of(kept + 1, blocks, cellBlock)];
        newCell = mixesCells ? new float[ArrayLength.of(kept, blocks, cellBlock)] : cell;
        cellOutput = projects ? new float[ArrayLength.of(kept, batch, blocks * UNITS)] : shown;
        gates = new float[gateFloats];
        cellTanh = new float[ArrayLength.of(kept, blocks, cellBlock)];
    }

    /// Strips for what a step multiplies with: for each share of rows, [shares, strips, stripStride]; or, when threads share panels,
    /// for all rows twice, since one step is packed while others still read the one before.
    static float[][] strips(RecurrentSharing sharing, int stripStride) {
        float[][] strips = new float[sharing.byPanels() ? 2 : sharing.rows().count()][];
        for (int index = 0; index < strips.length; index++) {
            int share = sharing.byPanels() ? 0 : index;
            strips[index] = new float[stripFloats(sharing.rows().rows(share), stripStride)];
        }
        return strips;
    }

    /// Makes strips larger where a mask gives a thread's share more rows than before.
    void fitStrips(float[][] strips, int stripStride) {
        for (int share = 0; share < rows.shares(); share++) {
            long floats = (long) FactorStrips.count(rows.size(share)) * stripStride;
            if (strips[share].length < floats) {
                strips[share] = new float[stripFloats(rows.size(share), stripStride)];
            }
        }
    }

    private static int stripFloats(int rows, int stripStride) {
        return ArrayLength.of(FactorStrips.count(rows), stripStride);
    }

    /// The first block of a panel of 64 units; of the panel after the last, the number of blocks.
    int firstBlock(int panel) {
        return Math.min(blocks, panel * (GatePanels.WIDTH / UNITS));
    }

    /// Where the inputs of a step stand.
    int inputAt(int step, int place) {
        return step * readStep + place * readStride + 1;
    }

    /// Where the hidden state that a step reads stands.
    int hiddenAt(int step, int place) {
        return inputAt(step, place) + features;
    }

    /// Where the hidden state before a step stands in `shown`.
    int shownAt(int step, int place) {
        return showsApart ? (step * batch + place) * shownStride : hiddenAt(step, place);
    }

    /// Where what the cell gives in a step stands in `cellOutput`.
    int cellOutputAt(int step, int place) {
        return projects
                ? ((keepsAllSteps ? step : 0) * batch + place) * cellOutputStride()
                : shownAt(step + 1, place);
    }

    int cellOutputStride() {
        return projects ? blocks * UNITS : shownStride;
    }

    int gateAt(int step, int block, int place) {
        return block * gateBlock + keptAt(step, place) * UNITS;
    }

    /// The number of a row among those of all kept steps.
    int keptAt(int step, int place) {
        return (keepsAllSteps ? rows.before(step) : 0) + place;
    }

    int cellAt(int step, int block, int place) {
        return step * cellStep + block * cellBlock + place * UNITS;
    }

    /// Where the cell state that a step computed stands in `newCell`.
    int newCellAt(int step, int block, int place) {
        return cellAt(mixesCells ? step : step + 1, block, place);
    }

    /// Copies the cell state that a step computed, before another takes its place.
    void keepNewCell(int step, int block, int place) {
        System.arraycopy(cell, cellAt(step + 1, block, place), newCell, newCellAt(step, block, place), UNITS);
    }

    /// Copies the inputs of some places to where steps read them.
    ///
    /// @param input [batch, steps, features]
    /// @param scale what each is multiplied with, [batch, features]; null for nothing
    void setInputs(float[] input, float @Nullable [] scale, int first, int places) {
        for (int place = first; place < first + places; place++) {
            int row = rows.rowAt(place);
            for (int step = 0; step < rows.length(place); step++) {
                int at = inputAt(step, place);
                read[at - 1] = 1f;
                System.arraycopy(input, (row * steps + rows.source(place, step)) * features, read, at, features);
                if (scale != null) {
                    multiply(features, scale, row * features, read, at);
                }
            }
        }
    }

    /// Copies a public state of the right sizes before the first step.
    void setInitial(RecurrentState state) {
        for (int place = 0; place < batch; place++) {
            int row = rows.rowAt(place);
            System.arraycopy(state.hidden().data(), row * outputs, shown, shownAt(0, place), outputs);
            float[] cellState = (cellUnits > 0 ? state.cell() : state.hidden()).data();
            for (int block = 0; block < blocks; block++) {
                System.arraycopy(cellState, row * units + block * UNITS, cell, cellAt(0, block, place),
                        GatePanels.present(block, units));
            }
        }
    }

    void clearInitial() {
        Arrays.fill(read, 0, readStep, 0f);
        Arrays.fill(shown, 0, batch * shownStride, 0f);
        Arrays.fill(cell, 0, blocks * cellBlock, 0f);
    }

    /// Copies the state after each row's last step into a public one.
    void copyFinal(RecurrentState state) {
        state.requireShape(batch, outputs, cellUnits);
        for (int place = 0; place < batch; place++) {
            int row = rows.rowAt(place);
            int step = rows.length(place);
            System.arraycopy(shown, shownAt(step, place), state.hidden().data(), row * outputs, outputs);
            for (int block = 0; cellUnits > 0 && block < blocks; block++) {
                System.arraycopy(cell, cellAt(step, block, place), state.cell().data(), row * units + block * UNITS,
                        GatePanels.present(block, units));
            }
        }
    }

    /// Copies hidden states into the output: of every step [batch, steps, outputs], where steps that do not count are 0; or of
    /// each row's last step [batch, outputs].
    void copyOutput(float[] output, boolean everyStep) {
        if (everyStep && !rows.isFull()) {
            Arrays.fill(output, 0f);
        }
        for (int place = 0; place < batch; place++) {
            int row = rows.rowAt(place);
            int length = rows.length(place);
            if (!everyStep) {
                System.arraycopy(shown, shownAt(length, place), output, row * outputs, outputs);
            }
            for (int step = 0; everyStep && step < length; step++) {
                System.arraycopy(shown, shownAt(step + 1, place), output,
                        (row * steps + rows.target(place, step)) * outputs, outputs);
            }
        }
    }

    private static void multiply(int count, float[] factors, int from, float[] values, int to) {
        for (int index = 0; index < count; index++) {
            values[to + index] *= factors[from + index];
        }
    }
}
