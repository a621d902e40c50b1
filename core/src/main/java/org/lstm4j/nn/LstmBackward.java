package org.lstm4j.nn;

import static org.lstm4j.kernels.GatePanels.GATES;
import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.RowShares;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.FactorStrips;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.tensor.ArrayLength;

/// The backward half of an [LstmPass], back-propagation through time.
///
/// Threads share the rows of the batch while the gradient is carried from the last step to the first, then the blocks of
/// units for the weight gradient: no sum is ever split between threads.
final class LstmBackward {

    private final LstmWeights weights;
    private final LstmBuffers buffers;
    private final LstmKernels kernels;
    private final WorkerPool workers;
    private final RowShares shares;
    private final boolean everyStep;
    private final WorkerPool.Task packing = this::pack;
    private final WorkerPool.Task stepping = this::runRows;
    private final LstmWeightGradient weightGradient;

    /// Recurrent weights, [⌈units/64⌉, 4, 64·blocks, 16]; the same for the input weights where the input's gradient is wanted.
    private final float[] recurrentPanels;
    private final float[] inputPanels;
    /// ∂L/∂h of the step at hand, [⌈units/64⌉, 4, batch, 16], and ∂L/∂c, [blocks, batch, 16].
    private final float[] hiddenGradient;
    private final float[] cellGradient;
    /// Gate gradients of the step at hand, packed for the products, for each share of rows.
    private final float[][] strips;
    private final int stripStride;
    /// Scratch for one step's input gradient, [⌈features/64⌉, 4, batch, 16].
    private final float[] inputScratch;
    private final float[] inputGradient;

    private float[] outputGradient = {};
    private @Nullable LstmState finalGradient;
    private boolean fromZeroState;

    /// @param inputGradient where the input's gradient goes, [batch, steps, features]; empty when it is not wanted
    LstmBackward(
            LstmWeights weights,
            LstmBuffers buffers,
            Compute compute,
            RowShares shares,
            boolean everyStep,
            float[] inputGradient) {
        this.weights = weights;
        this.buffers = buffers;
        this.kernels = compute.kernels();
        this.workers = compute.workers();
        this.shares = shares;
        this.everyStep = everyStep;
        this.inputGradient = inputGradient;
        boolean wanted = inputGradient.length > 0;
        recurrentPanels = new float[transposedLength(buffers.units)];
        inputPanels = new float[wanted ? transposedLength(buffers.features) : 0];
        hiddenGradient = new float[ArrayLength.of(GatePanels.panels(buffers.units), buffers.batch, WIDTH)];
        cellGradient = new float[buffers.blocks * buffers.cellBlock];
        inputScratch = new float[wanted
                ? ArrayLength.of(GatePanels.panels(buffers.features), buffers.batch, WIDTH)
                : 0];
        stripStride = FactorStrips.stride(buffers.blocks * WIDTH);
        strips = LstmBuffers.stripsFor(shares, stripStride);
        weightGradient = new LstmWeightGradient(weights, buffers, kernels.products(), workers);
    }

    /// Carries gradients back over the last forward and adds to the gradients of the weights.
    ///
    /// @param gradient of the output: [batch, units], or [batch, steps, units]
    /// @param ofFinalState gradient of the state after the last step, when something uses that state
    void run(boolean zeroState, float[] gradient, @Nullable LstmState ofFinalState) {
        fromZeroState = zeroState;
        outputGradient = gradient;
        finalGradient = ofFinalState;
        boolean shared = shares.count() > 1;
        if (shared) {
            workers.run(packing, buffers.blocks);
            workers.run(stepping, shares.count());
        } else {
            for (int block = 0; block < buffers.blocks; block++) {
                pack(block);
            }
            runRows(0);
        }
        weightGradient.run(fromZeroState, shared);
    }

    /// The gradient of the initial state, after a run that had one.
    void copyInitialGradient(LstmState gradient) {
        gradient.requireShape(buffers.batch, buffers.units);
        for (int row = 0; row < buffers.batch; row++) {
            for (int unit = 0; unit < buffers.units; unit++) {
                int to = row * buffers.units + unit;
                int from = unit / UNITS * buffers.cellBlock + row * UNITS + unit % UNITS;
                gradient.hidden().data()[to] = hiddenGradient[from];
                gradient.cell().data()[to] = cellGradient[from];
            }
        }
    }

    private void pack(int block) {
        int units = buffers.units;
        GatePanels.packTransposed(block, units, units, weights.recurrentWeights().value(), recurrentPanels);
        if (inputGradient.length > 0) {
            GatePanels.packTransposed(block, units, buffers.features, weights.inputWeights().value(), inputPanels);
        }
    }

    private void runRows(int share) {
        int first = shares.first(share);
        int rows = shares.rows(share);
        int last = buffers.steps - 1;
        startHiddenGradient(last, first, rows);
        startCellGradient(first, rows);
        for (int step = last; step >= 0; step--) {
            for (int block = 0; block < buffers.blocks; block++) {
                runGates(step, block, first, rows);
            }
            boolean toInput = inputGradient.length > 0;
            boolean toStepBefore = step > 0 || !fromZeroState;
            if (toInput || toStepBefore) {
                packGates(step, first, rows, strips[share]);
            }
            if (toInput) {
                carryToInput(step, first, rows, strips[share]);
            }
            if (toStepBefore) {
                startHiddenGradient(step - 1, first, rows);
                carry(first, rows, strips[share], recurrentPanels, buffers.units, hiddenGradient);
            }
        }
    }

    private void runGates(int step, int block, int first, int rows) {
        LstmBuffers b = buffers;
        kernels.gates().backward(
                rows,
                b.gates,
                b.gateAt(step, block, first),
                b.gateQuarter,
                b.cell,
                b.cellAt(step, block, first),
                b.cellTanh,
                b.cellAt(step, block, first),
                hiddenGradient,
                block * b.cellBlock + first * UNITS,
                cellGradient,
                block * b.cellBlock + first * UNITS);
    }

    /// Packs the gate gradients of a step in the order of the rows of transposed panels.
    private void packGates(int step, int first, int rows, float[] target) {
        LstmBuffers b = buffers;
        for (int gate = 0; gate < GATES * b.blocks; gate++) {
            int from = b.gateAt(step, gate / GATES, first) + gate % GATES * b.gateQuarter;
            FactorStrips.packRows(
                    rows, UNITS, b.gates, from, UNITS, target, gate * UNITS * FactorStrips.STRIDE, stripStride);
        }
    }

    /// ∂L/∂h of a step before the recurrent part: what the output (and, for the last step, the final state) asks for.
    private void startHiddenGradient(int step, int first, int rows) {
        int units = buffers.units;
        boolean isLast = step == buffers.steps - 1;
        LstmState state = finalGradient;
        for (int block = 0; block < buffers.blocks; block++) {
            int from = block * UNITS;
            int present = Math.min(UNITS, units - from);
            for (int row = first; row < first + rows; row++) {
                int to = block * buffers.cellBlock + row * UNITS;
                if (everyStep && step >= 0) {
                    System.arraycopy(
                            outputGradient, (row * buffers.steps + step) * units + from, hiddenGradient, to, present);
                } else if (!everyStep && isLast) {
                    System.arraycopy(outputGradient, row * units + from, hiddenGradient, to, present);
                } else {
                    Arrays.fill(hiddenGradient, to, to + present, 0f);
                }
                if (isLast && state != null) {
                    add(present, state.hidden().data(), row * units + from, hiddenGradient, to);
                }
            }
        }
    }

    private void startCellGradient(int first, int rows) {
        LstmState state = finalGradient;
        for (int block = 0; block < buffers.blocks; block++) {
            int present = Math.min(UNITS, buffers.units - block * UNITS);
            for (int row = first; row < first + rows; row++) {
                int to = block * buffers.cellBlock + row * UNITS;
                Arrays.fill(cellGradient, to, to + UNITS, 0f);
                if (state != null) {
                    add(present, state.cell().data(), row * buffers.units + block * UNITS, cellGradient, to);
                }
            }
        }
    }

    private void carryToInput(int step, int first, int rows, float[] factors) {
        int features = buffers.features;
        int pieces = (features + UNITS - 1) / UNITS;
        for (int piece = 0; piece < pieces; piece++) {
            int from = piece * buffers.cellBlock + first * UNITS;
            Arrays.fill(inputScratch, from, from + rows * UNITS, 0f);
        }
        carry(first, rows, factors, inputPanels, features, inputScratch);
        for (int piece = 0; piece < pieces; piece++) {
            int present = Math.min(UNITS, features - piece * UNITS);
            for (int row = first; row < first + rows; row++) {
                int from = piece * buffers.cellBlock + row * UNITS;
                int to = (row * buffers.steps + step) * features + piece * UNITS;
                System.arraycopy(inputScratch, from, inputGradient, to, present);
            }
        }
    }

    /// Adds gate gradients, carried through the weights, to `target` [⌈columns/64⌉, 4, batch, 16].
    private void carry(int first, int rows, float[] factors, float[] panels, int columns, float[] target) {
        int panelSize = buffers.blocks * WIDTH * WIDTH;
        for (int panel = 0; panel < GatePanels.panels(columns); panel++) {
            kernels.products().accumulate(
                    rows,
                    buffers.blocks * WIDTH,
                    factors,
                    0,
                    stripStride,
                    panels,
                    panel * panelSize,
                    GatePanels.transposedQuarter(buffers.units),
                    target,
                    panel * GATES * buffers.cellBlock + first * UNITS,
                    buffers.cellBlock);
        }
    }

    /// [GatePanels#transposedSize], where that fits.
    private int transposedLength(int columns) {
        return ArrayLength.of(GatePanels.panels(columns), buffers.blocks, WIDTH, WIDTH);
    }

    private static void add(int count, float[] source, int from, float[] target, int to) {
        for (int index = 0; index < count; index++) {
            target[to + index] += source[from + index];
        }
    }
}
