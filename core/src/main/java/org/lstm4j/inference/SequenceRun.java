package org.lstm4j.inference;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import org.lstm4j.compute.Compute;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.LstmKernels;

/// A run over one sequence, which is bounded by reading the weights.
///
/// - The inputs' part of the gates is computed for some steps at once, so that the input weights are read once for them all.
/// - The recurrent weights are read forwards in one step and backwards in the next: what one step read last is still in the
///   second cache when the next begins.
/// - All blocks' gates lie side by side, so that the cells of a step are one call.
/// - Threads share the blocks of units where a step is long enough to pay for their meeting.
final class SequenceRun extends LstmRun {

    /// Floats of gates for the steps whose inputs are multiplied at once: 128 kB.
    private static final int CHUNK_FLOATS = 32_768;
    /// Multiply-adds of a step, about 15 µs on one core, from which a second thread pays.
    private static final long SHARED_WORK = 200_000;

    private final LstmKernels kernels;
    private final WorkerPool workers;
    private final int pieces;
    private final int chunk;
    /// [chunk, blocks, 64]
    private final float[] gates;
    private final float[] cellTanh;
    private final float[][] scratch;
    private final WorkerPool.Task starting = this::startPiece;
    private final WorkerPool.Task stepping = this::stepPiece;

    private float[] input = {};
    private int first;
    private int count;
    private int step;

    SequenceRun(LstmPanels panels, int steps, Compute compute) {
        super(panels, 1, steps);
        kernels = compute.kernels();
        workers = compute.workers();
        long stepWork = 4L * units * units;
        pieces = stepWork < SHARED_WORK ? 1 : Math.min(blocks, workers.threads());
        chunk = Math.clamp(CHUNK_FLOATS / (blocks * WIDTH), 1, steps);
        gates = new float[chunk * blocks * WIDTH];
        cellTanh = new float[blocks * UNITS];
        scratch = new float[pieces][panels.scratchFloats()];
    }

    @Override
    void run(float[] batchInput, float[] output, boolean everyStep) {
        input = batchInput;
        for (first = 0; first < steps; first += chunk) {
            count = Math.min(chunk, steps - first);
            runPieces(starting);
            for (step = 0; step < count; step++) {
                runPieces(stepping);
                advance(1);
                if (everyStep) {
                    System.arraycopy(read, hiddenAt(0, 0), output, (first + step) * units, units);
                }
            }
        }
        if (!everyStep) {
            System.arraycopy(read, hiddenAt(0, 0), output, 0, units);
        }
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
            panels.startSteps(kernels, block, count, input, first * inputs, gates, block * WIDTH,
                    blocks * WIDTH, scratch[piece]);
        }
    }

    private void stepPiece(int piece) {
        int from = firstBlock(piece);
        int end = firstBlock(piece + 1);
        boolean hiddenPart = !isZeroState();
        int stepGates = step * blocks * WIDTH;
        boolean forwards = (first + step) % 2 == 0;
        for (int turn = from; turn < end; turn++) {
            int block = forwards ? turn : from + end - 1 - turn;
            panels.finishStep(kernels, block, hiddenPart, read, hiddenAt(0, 0), gates,
                    stepGates + block * WIDTH);
        }
        // one sequence: its blocks lie like the rows of a batch
        kernels.gates().forward(end - from, gates, stepGates + from * WIDTH, cell, from * UNITS, cell, from * UNITS,
                cellTanh, from * UNITS, read, hiddenAt(1, 0) + from * UNITS, UNITS);
    }

    private int firstBlock(int piece) {
        return blocks * piece / pieces;
    }
}
