package org.lstm4j.nn.recurrent;

import static org.lstm4j.kernels.GatePanels.GATES;
import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.FactorStrips;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.tensor.ArrayLength;

/// The backward half of a [RecurrentPass], back-propagation through time.
///
/// Threads share rows or panels ([RecurrentSharing]) while the gradient is carried from the last step to the first, then the blocks of
/// units for the weight gradient: no sum is ever split between threads.
final class RecurrentBackward {

    private final CellRun cell;
    private final @Nullable RowCells rowCells;
    private final HiddenStages stages;
    private final RecurrentBuffers buffers;
    private final LstmKernels kernels;
    private final WorkerPool workers;
    private final RecurrentSharing sharing;
    private final boolean everyStep;
    private final WorkerPool.Task packing = this::pack;
    private final WorkerPool.Task takingRows = this::runRows;
    private final WorkerPool.Task steppingPanels = this::stepPanel;
    private final RecurrentWeightGradient weightGradient;

    /// Recurrent weights, [⌈outputs/64⌉, 4, 4·units, 16]; the same for the input weights where the input's gradient is wanted.
    private final float[] recurrentPanels;
    private final float[] inputPanels;
    /// ∂L/∂h of the step at hand, [⌈outputs/64⌉, 4, batch, 16], and ∂L/∂c, [blocks, batch, 16].
    private final float[] hiddenGradient;
    private final float[] cellGradient;
    /// Gate gradients of a step, packed for the products: for each share of rows; or, when threads share panels, of the step at hand
    /// and of the one before it, in turn.
    private final float[][] strips;
    private final int stripStride;
    /// Scratch for one step's input gradient, [⌈features/64⌉, 4, batch, 16].
    private final float[] inputScratch;
    private final float[] inputGradient;

    private float[] outputGradient = {};
    private @Nullable RecurrentState finalGradient;
    private boolean fromZeroState;
    /// The step at hand when threads share panels; −1 is the state before the first.
    private int step;

    /// @param inputGradient where the input's gradient goes, [batch, steps, features]; empty when it is not wanted
    RecurrentBackward(
            CellRun cell,
            HiddenStages stages,
            RecurrentBuffers buffers,
            Compute compute,
            RecurrentSharing sharing,
            boolean everyStep,
            float[] inputGradient) {
        this.cell = cell;
        rowCells = cell.rowCells();
        this.stages = stages;
        this.buffers = buffers;
        this.kernels = compute.kernels();
        this.workers = compute.workers();
        this.sharing = sharing;
        this.everyStep = everyStep;
        this.inputGradient = inputGradient;
        boolean wanted = inputGradient.length > 0;
        recurrentPanels = new float[transposedLength(buffers.outputs)];
        inputPanels = new float[wanted ? transposedLength(buffers.features) : 0];
        hiddenGradient = new float[ArrayLength.of(GatePanels.panels(buffers.outputs), buffers.batch, WIDTH)];
        cellGradient = new float[buffers.blocks * buffers.cellBlock];
        inputScratch = new float[wanted
                ? ArrayLength.of(GatePanels.panels(buffers.features), buffers.batch, WIDTH)
                : 0];
        stripStride = FactorStrips.stride(GATES * buffers.units);
        strips = RecurrentBuffers.strips(sharing, stripStride);
        weightGradient = new RecurrentWeightGradient(cell, buffers, kernels.products(), workers);
    }

    /// Carries gradients back over the last forward and adds to the gradients of the weights.
    ///
    /// @param gradient of the output: [batch, units], or [batch, steps, units]
    /// @param ofFinalState gradient of the state after the last step, when something uses that state
    void run(boolean zeroState, float[] gradient, @Nullable RecurrentState ofFinalState) {
        fromZeroState = zeroState;
        outputGradient = gradient;
        finalGradient = ofFinalState;
        if (!buffers.rows.isFull()) {
            Arrays.fill(inputGradient, 0f); // steps that do not count have none
        }
        if (!sharing.isShared()) {
            for (int block = 0; block < buffers.blocks; block++) {
                pack(block);
            }
            buffers.fitStrips(strips, stripStride);
            runRows(0);
        } else {
            workers.run(packing, buffers.blocks);
            if (sharing.byPanels()) {
                runPanels();
            } else {
                buffers.fitStrips(strips, stripStride);
                workers.run(takingRows, sharing.rows().count());
            }
        }
        weightGradient.run(fromZeroState, sharing.isShared());
        stages.addGradients(sharing.isShared());
        cell.addGradients(buffers);
    }

    /// The gradient of the initial state, after a run that had one.
    void copyInitialGradient(RecurrentState gradient) {
        RecurrentBuffers b = buffers;
        gradient.requireShape(b.batch, b.outputs, b.cellUnits);
        Arrays.fill(gradient.hidden().data(), 0f);
        Arrays.fill(gradient.cell().data(), 0f);
        for (int place = 0; place < b.batch; place++) {
            int row = b.rows.rowAt(place);
            addGathered(b.outputs, hiddenGradient, place, gradient.hidden().data(), row * b.outputs);
            float[] cellPart = (b.cellUnits > 0 ? gradient.cell() : gradient.hidden()).data();
            addGathered(b.units, cellGradient, place, cellPart, row * b.units);
        }
    }

    /// Adds one place's numbers, out of pieces of sixteen.
    private void addGathered(int count, float[] pieces, int place, float[] target, int to) {
        for (int index = 0; index < count; index++) {
            target[to + index] += pieces[index / UNITS * buffers.cellBlock + place * UNITS + index % UNITS];
        }
    }

    private void pack(int block) {
        GateWeights weights = cell.weights();
        int units = buffers.units;
        GatePanels.packTransposed(block, units, buffers.outputs, weights.recurrent(), recurrentPanels);
        if (inputGradient.length > 0) {
            GatePanels.packTransposed(block, units, buffers.features, weights.input(), inputPanels);
        }
    }

    private void runRows(int share) {
        int first = buffers.rows.first(share);
        int places = buffers.rows.size(share);
        startCellGradient(first, places);
        stages.startGradients(first, places);
        if (rowCells != null) {
            rowCells.startGradients(first, places);
        }
        for (int t = buffers.steps - 1; t >= 0; t--) {
            int rows = buffers.rows.rows(share, t);
            for (int panel = 0; panel < outputPanels(); panel++) {
                hiddenGradientOf(t, panel, first, rows, share, strips[share]);
            }
            stages.beforeCells(t, first, rows, share, hiddenGradient, cellGradient);
            if (rowCells == null) {
                for (int panel = 0; panel < panels(); panel++) {
                    gateGradientsOf(t, panel, first, rows, strips[share]);
                }
                carryToInputs(t, first, rows, share);
            } else {
                runRowCells(rowCells, t, first, rows, share);
            }
            stages.afterCells(first, rows, cellGradient);
        }
        if (!fromZeroState) {
            for (int panel = 0; panel < outputPanels(); panel++) {
                hiddenGradientOf(-1, panel, first, places, share, strips[share]);
            }
        }
    }

    private void carryToInputs(int t, int first, int rows, int share) {
        for (int panel = 0; panel < inputPanels(); panel++) {
            carryToInput(t, panel, first, rows, strips[share]);
        }
    }

    /// The cells of a step, then two gradients one after the other through the same strips: to the input, and, where the step before
    /// finds it, to the hidden state.
    private void runRowCells(RowCells cells, int t, int first, int rows, int share) {
        cells.backward(t, first, rows, stages.cellOutputGradient(hiddenGradient), cellGradient);
        for (int block = 0; inputPanels() > 0 && block < buffers.blocks; block++) {
            packGates(cells.inputSums(), t, block, first, rows, strips[share]);
        }
        carryToInputs(t, first, rows, share);
        for (int block = 0; (t > 0 || !fromZeroState) && block < buffers.blocks; block++) {
            packGates(cells.hiddenSums(), t, block, first, rows, strips[share]);
        }
    }

    private void runPanels() {
        startCellGradient(0, buffers.batch);
        int end = fromZeroState && inputGradient.length == 0 ? 0 : -1;
        for (step = buffers.steps - 1; step >= end; step--) {
            workers.run(steppingPanels, panels() + inputPanels());
        }
    }

    /// The step at hand for 64 units; or, for a panel of inputs, the gradient of the step after it. What it reads of that step all
    /// have left in the other strips.
    private void stepPanel(int panel) {
        int rows = buffers.rows.rows(step);
        boolean isLast = step == buffers.steps - 1;
        float[] after = strips[(step + 1) % 2];
        if (panel >= panels()) {
            if (!isLast) {
                carryToInput(step + 1, panel - panels(), 0, buffers.rows.rows(step + 1), after);
            }
            return;
        }
        if (step >= 0 || !fromZeroState) {
            hiddenGradientOf(step, panel, 0, rows, 0, after);
        }
        if (step >= 0) {
            gateGradientsOf(step, panel, 0, rows, strips[step % 2]);
        }
    }

    private int panels() {
        return GatePanels.panels(buffers.units);
    }

    private int outputPanels() {
        return GatePanels.panels(buffers.outputs);
    }

    /// Panels of inputs whose gradient is wanted.
    private int inputPanels() {
        return inputGradient.length > 0 ? GatePanels.panels(buffers.features) : 0;
    }

    /// ∂L/∂h of 64 numbers of the hidden state: what the output asks for, and what is carried back from the step after.
    ///
    /// @param t from −1, the state before the first step
    /// @param factors gate gradients of the step after, unless this is the last
    private void hiddenGradientOf(int t, int panel, int first, int rows, int share, float[] factors) {
        int firstPiece = panel * GATES;
        int endPiece = Math.min(GatePanels.blocks(buffers.outputs), firstPiece + GATES);
        boolean apart = stages.changesWhatIsRead();
        for (int piece = firstPiece; piece < endPiece; piece++) {
            startHiddenGradient(t, piece, first, rows, !apart);
        }
        if (t < buffers.steps - 1) {
            int carried = Math.min(rows, sharing.byPanels()
                    ? buffers.rows.rows(t + 1)
                    : buffers.rows.rows(share, t + 1));
            carry(panel, first, carried, factors, recurrentPanels, hiddenGradient);
        }
        for (int piece = firstPiece; apart && piece < endPiece; piece++) {
            stages.throughReading(piece, first, rows, hiddenGradient);
            addFromOutside(t, piece, first, rows);
        }
    }

    /// Gate gradients of 64 units, packed in the order of the rows of transposed panels where a step before or the input needs them.
    private void gateGradientsOf(int t, int panel, int first, int rows, float[] target) {
        RecurrentBuffers b = buffers;
        boolean needed = t > 0 || !fromZeroState || inputGradient.length > 0;
        for (int block = buffers.firstBlock(panel); block < buffers.firstBlock(panel + 1); block++) {
            runGates(t, block, first, rows);
            if (needed) {
                packGates(b.gates, t, block, first, rows, target);
            }
        }
    }

    private void packGates(float[] gradients, int t, int block, int first, int rows, float[] target) {
        RecurrentBuffers b = buffers;
        int present = GatePanels.present(block, b.units);
        for (int gate = 0; gate < GATES; gate++) {
            int to = GatePanels.transposedRow(block, gate, b.units) * FactorStrips.STRIDE;
            FactorStrips.packRows(rows, present, gradients, b.gateAt(t, block, first) + gate * b.gateQuarter, UNITS,
                    target, to, stripStride);
        }
    }

    private void runGates(int t, int block, int first, int rows) {
        RecurrentBuffers b = buffers;
        cell.gates(block).backward(
                rows,
                b.gates,
                b.gateAt(t, block, first),
                b.gateQuarter,
                b.cell,
                b.cellAt(t, block, first),
                b.cellTanh,
                b.cellAt(t, block, first),
                stages.cellOutputGradient(hiddenGradient),
                block * b.cellBlock + first * UNITS,
                cellGradient,
                block * b.cellBlock + first * UNITS);
    }

    /// ∂L/∂h of a step before the recurrent part.
    ///
    /// @param withOutside whether it begins with what is asked for from outside the layer, or with 0
    private void startHiddenGradient(int t, int piece, int first, int rows, boolean withOutside) {
        int present = GatePanels.present(piece, buffers.outputs);
        for (int place = first; place < first + rows; place++) {
            int to = piece * buffers.cellBlock + place * UNITS;
            Arrays.fill(hiddenGradient, to, to + present, 0f);
        }
        if (withOutside) {
            addFromOutside(t, piece, first, rows);
        }
    }

    /// What the output, and for a row's last step the final state, ask for.
    private void addFromOutside(int t, int piece, int first, int rows) {
        int outputs = buffers.outputs;
        RecurrentState state = finalGradient;
        int from = piece * UNITS;
        int present = GatePanels.present(piece, outputs);
        for (int place = first; place < first + rows; place++) {
            int row = buffers.rows.rowAt(place);
            int to = piece * buffers.cellBlock + place * UNITS;
            boolean isLast = t == buffers.rows.length(place) - 1;
            if (everyStep && t >= 0) {
                int step = row * buffers.steps + buffers.rows.target(place, t);
                add(present, outputGradient, step * outputs + from, hiddenGradient, to);
            } else if (!everyStep && isLast) {
                add(present, outputGradient, row * outputs + from, hiddenGradient, to);
            }
            if (isLast && state != null) {
                add(present, state.hidden().data(), row * outputs + from, hiddenGradient, to);
            }
        }
    }

    private void startCellGradient(int first, int places) {
        RecurrentState state = finalGradient;
        for (int block = 0; block < buffers.blocks; block++) {
            int present = GatePanels.present(block, buffers.units);
            for (int place = first; place < first + places; place++) {
                int to = block * buffers.cellBlock + place * UNITS;
                Arrays.fill(cellGradient, to, to + UNITS, 0f);
                if (state != null && buffers.cellUnits > 0) {
                    int row = buffers.rows.rowAt(place);
                    add(present, state.cell().data(), row * buffers.units + block * UNITS, cellGradient, to);
                }
            }
        }
    }

    /// ∂L/∂x of a step, for 64 inputs.
    private void carryToInput(int t, int panel, int first, int rows, float[] factors) {
        int features = buffers.features;
        int firstPiece = panel * GATES;
        int endPiece = Math.min((features + UNITS - 1) / UNITS, firstPiece + GATES);
        for (int piece = firstPiece; piece < endPiece; piece++) {
            int from = piece * buffers.cellBlock + first * UNITS;
            Arrays.fill(inputScratch, from, from + rows * UNITS, 0f);
        }
        carry(panel, first, rows, factors, inputPanels, inputScratch);
        for (int piece = firstPiece; piece < endPiece; piece++) {
            int present = Math.min(UNITS, features - piece * UNITS);
            for (int place = first; place < first + rows; place++) {
                int row = buffers.rows.rowAt(place);
                int from = piece * buffers.cellBlock + place * UNITS;
                int to = (row * buffers.steps + buffers.rows.source(place, t)) * features + piece * UNITS;
                System.arraycopy(inputScratch, from, inputGradient, to, present);
                stages.throughInput(present, row * features + piece * UNITS, inputGradient, to);
            }
        }
    }

    /// Adds gate gradients, carried through the weights to 64 columns, to `target` [⌈columns/64⌉, 4, batch, 16].
    private void carry(int panel, int first, int rows, float[] factors, float[] panels, float[] target) {
        kernels.products().accumulate(
                rows,
                GATES * buffers.units,
                factors,
                0,
                stripStride,
                panels,
                panel * GATES * GatePanels.transposedQuarter(buffers.units),
                GatePanels.transposedQuarter(buffers.units),
                target,
                panel * GATES * buffers.cellBlock + first * UNITS,
                buffers.cellBlock);
    }

    /// [GatePanels#transposedSize], where that fits.
    private int transposedLength(int columns) {
        return ArrayLength.of(GatePanels.panels(columns), GATES, buffers.units, WIDTH);
    }

    private static void add(int count, float[] source, int from, float[] target, int to) {
        for (int index = 0; index < count; index++) {
            target[to + index] += source[from + index];
        }
    }
}
