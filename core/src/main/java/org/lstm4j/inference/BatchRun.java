package org.lstm4j.inference;

import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.RowShares;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.recurrent.RecurrentState;

/// A run over a batch of sequences: threads share the rows, so that no thread waits for another inside the loop over time.
///
/// Each share has arrays of its own: on two threads that is 2 to 11 % faster than parts of arrays of the whole batch
/// (docs/performance.md).
final class BatchRun implements LstmRun {

    private final WorkerPool workers;
    private final ShareRun[] shares;
    private final WorkerPool.Task running = this::runShare;

    private float[] input = {};
    private float[] output = {};
    private boolean everyStep;
    private @Nullable StepMask mask;

    BatchRun(LstmPanels panels, int batch, int steps, Compute compute) {
        workers = compute.workers();
        long work = (long) steps * batch * 4 * panels.units() * (panels.inputs() + panels.units());
        RowShares rows = RowShares.of(batch, workers.threads(), work);
        shares = new ShareRun[rows.count()];
        for (int share = 0; share < shares.length; share++) {
            shares[share] = new ShareRun(panels, rows.first(share), rows.rows(share), steps, compute.kernels());
        }
    }

    @Override
    public void run(float[] batchInput, float[] outputs, boolean all, @Nullable StepMask counting) {
        input = batchInput;
        output = outputs;
        everyStep = all;
        mask = counting;
        if (shares.length == 1) {
            runShare(0);
        } else {
            workers.run(running, shares.length);
        }
    }

    private void runShare(int share) {
        shares[share].run(input, output, everyStep, mask);
    }

    @Override
    public void reset() {
        for (ShareRun share : shares) {
            share.reset();
        }
    }

    @Override
    public void copyTo(RecurrentState state) {
        for (ShareRun share : shares) {
            share.copyTo(state);
        }
    }

    @Override
    public void copyFrom(RecurrentState state) {
        for (ShareRun share : shares) {
            share.copyFrom(state);
        }
    }
}
