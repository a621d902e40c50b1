package org.lstm4j.inference;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.StepMask;

/// A run over one sequence, which is bounded by reading the weights.
///
/// - The inputs' part of the gates is computed for some steps at once, so that their weights are read once for all.
/// - The recurrent weights are read forwards in one step and backwards in the next: what one step read last is still in the
///   second cache when the next begins.
/// - All blocks' gates lie side by side, so that the cells of a step are one call.
/// - Threads share the blocks of units where a step is long enough to pay for their meeting.
final class SequenceRun extends RowsRun {

    /// Floats of gates for the steps whose inputs are multiplied at once: 128 kB.
    private static final int CHUNK_FLOATS = 32_768;
    /// Multiply-adds of a step, about 15 µs on one core, from which a second thread pays.
    private static final long SHARED_WORK = 200_000;

    private final LstmKernels kernels;
    private final WorkerPool workers;
    private final int pieces;
    private final int chunk;
    /// What the sums of some steps start from, [blocks, 4, chunk, 16].
    private final float[] started;
    /// Of one step, [4, blocks, 16].
    private final float[] gates;
    private final float[] cellTanh;
    private final StepFactors factors;
    private final float[][] scratch;
    private final WorkerPool.Task starting = this::startPiece;
    private final WorkerPool.Task stepping = this::stepPiece;

    /// The inputs of the steps that count, [steps, inputs]; only with a mask.
    private float[] gathered = {};

    private float[] input = {};
    private int first;
    private int count;
    private int step;

    SequenceRun(LstmPanels panels, int steps, Compute compute) {
        super(panels, 0, 1, steps);
        kernels = compute.kernels();
        workers = compute.workers();
        long stepWork = 4L * units * units;
        pieces = stepWork < SHARED_WORK ? 1 : Math.min(blocks, workers.threads());
        chunk = Math.clamp(CHUNK_FLOATS / (blocks * WIDTH), 1, steps);
        started = new float[chunk * blocks * WIDTH];
        gates = new float[blocks * WIDTH];
        factors = new StepFactors(chunk, inputs);
        cellTanh = new float[blocks * UNITS];
        scratch = new float[pieces][panels.scratchFloats()];
    }

    @Override
    public void run(float[] batchInput, float[] output, boolean everyStep, @Nullable StepMask mask) {
        takePlaces(mask);
        input = mask == null ? batchInput : gather(batchInput);
        if (everyStep && mask != null) {
            Arrays.fill(output, 0f);
        }
        int turns = counted.turns();
        for (first = 0; first < turns; first += chunk) {
            count = Math.min(chunk, turns - first);
            factors.pack(count, inputs, input, first * inputs, inputs);
            runPieces(starting);
            for (step = 0; step < count; step++) {
                runPieces(stepping);
                advance(1);
                if (everyStep) {
                    System.arraycopy(read, hiddenAt(0, 0), output, counted.source(0, first + step) * units, units);
                }
            }
        }
        if (!everyStep) {
            System.arraycopy(read, hiddenAt(0, 0), output, 0, units);
        }
    }

    private float[] gather(float[] batchInput) {
        if (gathered.length == 0) {
            gathered = new float[steps * inputs];
        }
        for (int turn = 0; turn < counted.turns(); turn++) {
            System.arraycopy(batchInput, counted.source(0, turn) * inputs, gathered, turn * inputs, inputs);
        }
        return gathered;
    }

    private void runPieces(WorkerPool.Task task) {
        if (pieces == 1) {
            task.run(0);
        } else {
            workers.run(task, pieces);
        }
    }

    private void startPiece(int piece) {
        for (int block = firstBlock(piece); block < firstBlock(piece + 1); block++) {
            panels.start(kernels, block, count, inputs, factors, started, block * chunk * WIDTH, chunk * UNITS,
                    scratch[piece]);
        }
    }

    private void stepPiece(int piece) {
        int from = firstBlock(piece);
        int end = firstBlock(piece + 1);
        boolean forwards = (first + step) % 2 == 0;
        for (int turn = from; turn < end; turn++) {
            stepBlock(forwards ? turn : from + end - 1 - turn, scratch[piece]);
        }
        // one sequence: its blocks lie like the rows of a batch
        kernels.gates().forward(end - from, gates, from * UNITS, blocks * UNITS, cell, from * UNITS, cell, from * UNITS,
                cellTanh, from * UNITS, read, hiddenAt(1, 0) + from * UNITS, UNITS);
    }

    private void stepBlock(int block, float[] blockScratch) {
        int start = block * chunk * WIDTH + step * UNITS;
        int to = block * UNITS;
        if (isZeroState()) { // no recurrent part
            GatePanels.copyRow(started, start, chunk * UNITS, gates, to, blocks * UNITS);
        } else {
            panels.addHidden(kernels, block, read, hiddenAt(0, 0), started, start, chunk * UNITS, gates, to,
                    blocks * UNITS, blockScratch);
        }
        panels.finish(block, 1, gates, to, blocks * UNITS);
    }

    private int firstBlock(int piece) {
        return blocks * piece / pieces;
    }
}
