package org.lstm4j.nn.recurrent;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.FactorStrips;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmKernels;

/// The forward half of a [RecurrentPass]. Threads share rows or panels: see [RecurrentSharing].
final class RecurrentForward {

    private final CellRun cell;
    private final @Nullable RowCells rowCells;
    private final HiddenStages stages;
    private final RecurrentBuffers buffers;
    private final LstmKernels kernels;
    private final WorkerPool workers;
    private final RecurrentSharing sharing;
    /// What a step reads, packed for the products: for each share of rows; or, when threads share panels, all rows of this step and of
    /// the next, in turn.
    private final float[][] strips;
    private final int stripStride;
    // fields, not lambdas at the call: running a task must not allocate
    private final WorkerPool.Task packing = this::pack;
    private final WorkerPool.Task takingRows = this::runRows;
    private final WorkerPool.Task steppingPanels = this::stepPanel;

    private float[] input = {};
    private boolean fromZeroState;
    /// The step at hand when threads share panels.
    private int step;

    RecurrentForward(
            CellRun cell, HiddenStages stages, RecurrentBuffers buffers, Compute compute, RecurrentSharing sharing) {
        this.cell = cell;
        rowCells = cell.rowCells();
        this.stages = stages;
        this.buffers = buffers;
        this.kernels = compute.kernels();
        this.workers = compute.workers();
        this.sharing = sharing;
        stripStride = FactorStrips.stride(buffers.features + buffers.outputs);
        strips = RecurrentBuffers.strips(sharing, stripStride);
    }

    /// Runs all steps; the initial state stands in the buffers.
    ///
    /// @param batchInput [batch, steps, features]
    /// @param zeroState whether the initial state is all zeros, so that the first step has no recurrent part
    void run(float[] batchInput, boolean zeroState) {
        input = batchInput;
        fromZeroState = zeroState;
        cell.load();
        if (!sharing.isShared()) {
            for (int block = 0; block < buffers.blocks; block++) {
                pack(block);
            }
            fitStrips();
            runRows(0);
            return;
        }
        workers.run(packing, buffers.blocks);
        if (sharing.byPanels()) {
            runPanels();
        } else {
            fitStrips();
            workers.run(takingRows, sharing.rows().count());
        }
    }

    private void fitStrips() {
        buffers.fitStrips(strips, stripStride);
        stages.loadWeights();
    }

    private void pack(int block) {
        GateWeights weights = cell.weights();
        GatePanels.packForward(
                block,
                block * buffers.panelSize,
                buffers.features,
                buffers.outputs,
                buffers.units,
                weights.input(),
                weights.recurrent(),
                weights.bias(),
                buffers.panels);
    }

    private void runRows(int share) {
        RecurrentBuffers b = buffers;
        int first = b.rows.first(share);
        setInputs(first, b.rows.size(share));
        if (!fromZeroState) {
            stages.start(first, b.rows.size(share));
        }
        for (int t = 0; t < b.steps; t++) {
            int rows = b.rows.rows(share, t);
            packRead(t, first, rows, 0, count(t), strips[share]);
            if (rowCells == null) {
                for (int block = 0; block < b.blocks; block++) {
                    runBlock(t, block, first, rows, strips[share]);
                }
            } else {
                runRowCells(rowCells, t, first, rows, strips[share]);
            }
            stages.forward(t, first, rows, share);
        }
    }

    private void runPanels() {
        RecurrentBuffers b = buffers;
        setInputs(0, b.batch);
        packRead(0, 0, b.rows.rows(0), 0, count(0), strips[0]);
        for (step = 0; step < b.steps; step++) {
            workers.run(steppingPanels, GatePanels.panels(b.units));
        }
    }

    private void setInputs(int first, int places) {
        buffers.setInputs(input, stages.inputScale(), first, places);
    }

    /// The step at hand for 64 units, which then are packed for the next one; panel 0 packs its inputs too.
    private void stepPanel(int panel) {
        RecurrentBuffers b = buffers;
        for (int block = b.firstBlock(panel); block < b.firstBlock(panel + 1); block++) {
            runBlock(step, block, 0, b.rows.rows(step), strips[step % 2]);
        }
        int next = step + 1;
        if (next < b.steps) {
            float[] target = strips[next % 2];
            int rows = b.rows.rows(next);
            if (panel == 0) {
                packRead(next, 0, rows, 0, b.features, target);
            }
            int firstUnit = panel * GatePanels.WIDTH;
            int present = Math.min(GatePanels.WIDTH, b.units - firstUnit);
            packRead(next, 0, rows, b.features + firstUnit, present, target);
        }
    }

    /// Packs some numbers of what a step reads, inputs and hidden states, from `from`.
    private void packRead(int t, int first, int rows, int from, int count, float[] target) {
        RecurrentBuffers b = buffers;
        FactorStrips.packRows(rows, count, b.read, b.inputAt(t, first) + from, b.readStride, target,
                FactorStrips.STRIDE * from, stripStride);
    }

    /// How many numbers of what a step reads count.
    private int count(int t) {
        return t == 0 && fromZeroState ? buffers.features : buffers.features + buffers.outputs;
    }

    private void runBlock(int t, int block, int first, int rows, float[] factors) {
        RecurrentBuffers b = buffers;
        int gates = b.gateAt(t, block, first);
        kernels.products().preActivations(
                rows,
                count(t),
                factors,
                0,
                stripStride,
                b.panels,
                block * b.panelSize,
                GatePanels.forwardQuarter(b.features, b.outputs),
                b.gates,
                gates,
                b.gateQuarter);
        runGates(t, block, first, rows);
    }

    private void runRowCells(RowCells cells, int t, int first, int rows, float[] factors) {
        for (int block = 0; block < buffers.blocks; block++) {
            multiplyApart(cells, t, block, first, rows, factors);
        }
        cells.beforeGates(t, first, rows);
        for (int block = 0; block < buffers.blocks; block++) {
            runGates(t, block, first, rows);
        }
        cells.afterGates(t, first, rows);
    }

    /// The products of a block with inputs and with hidden states.
    private void multiplyApart(RowCells cells, int t, int block, int first, int rows, float[] factors) {
        RecurrentBuffers b = buffers;
        int sums = b.gateAt(t, block, first);
        int panel = block * b.panelSize;
        int panelQuarter = GatePanels.forwardQuarter(b.features, b.outputs);
        kernels.products().preActivations(rows, b.features, factors, 0, stripStride, b.panels, panel, panelQuarter,
                cells.inputSums(), sums, b.gateQuarter);
        for (int gate = 0; gate < GatePanels.GATES; gate++) {
            int from = sums + gate * b.gateQuarter;
            Arrays.fill(cells.hiddenSums(), from, from + rows * GatePanels.UNITS, 0f);
        }
        kernels.products().accumulate(rows, count(t) - b.features, factors, FactorStrips.STRIDE * b.features,
                stripStride,
                b.panels, panel + (1 + b.features) * GatePanels.UNITS, panelQuarter, cells.hiddenSums(), sums,
                b.gateQuarter);
    }

    private void runGates(int t, int block, int first, int rows) {
        RecurrentBuffers b = buffers;
        cell.gates(block).forward(
                rows,
                b.gates,
                b.gateAt(t, block, first),
                b.gateQuarter,
                b.cell,
                b.cellAt(t, block, first),
                b.cell,
                b.cellAt(t + 1, block, first),
                b.cellTanh,
                b.cellAt(t, block, first),
                b.cellOutput,
                b.cellOutputAt(t, first) + block * GatePanels.UNITS,
                b.cellOutputStride());
    }
}
