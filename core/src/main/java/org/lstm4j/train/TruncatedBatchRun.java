package org.lstm4j.train;

import org.jspecify.annotations.Nullable;

/// Training on batches of sequences in pieces of some steps: gradients end where a piece begins, states go on from one to the next.
///
/// Every piece is a training step of its own, so that weights move within a sequence; a state is that of the weights it was made with.
/// Source: Williams and Peng, An efficient gradient-based algorithm for on-line training of recurrent network trajectories, 1990,
/// with as many steps forward as backward: DL4J's `tBPTTLength`, PyTorch's loop with `detach`.
final class TruncatedBatchRun implements BatchRun {

    private final Samples samples;
    private final Batch batch;
    private final int steps;
    private final int length;
    private final CarriedStates states;
    private final Piece full;
    private final @Nullable Piece rest;
    private Piece last;

    /// Steps of a batch, and what trains on them.
    private record Piece(Batch data, TrainingStep step) {}

    /// @param size samples in a batch
    /// @param length steps in a piece, fewer than the samples have
    TruncatedBatchRun(Model model, Samples samples, int size, int length, Updater updater) {
        this.samples = samples;
        this.length = length;
        batch = Batch.of(samples, size);
        steps = samples.inputShape().size(0);
        full = piece(model, length, updater);
        rest = steps % length == 0 ? null : piece(model, steps % length, updater);
        states = new CarriedStates(model.network(), full.step().pass());
        last = full;
    }

    private Piece piece(Model model, int count, Updater updater) {
        Batch data = batch.ofSteps(count);
        TrainingStep step = new TrainingStep(
                model.network(), data.inputs().shape(), model.loss(), updater, model.compute());
        CarriedStates.keepIn(step.pass());
        return new Piece(data, step);
    }

    @Override
    public void gather(BatchOrder order) {
        order.gather(samples, batch);
    }

    @Override
    public int pieces() {
        return Math.ceilDiv(steps, length);
    }

    @Override
    public double add(int piece, int beside) {
        if (piece == 0) {
            states.beginBatch();
        }
        last = rest != null && piece == pieces() - 1 ? rest : full;
        last.data().copySteps(batch, piece * length);
        states.giveTo(last.step().pass());
        double value = last.step().add(last.data(), beside);
        states.takeFrom(last.step().pass());
        return value;
    }

    @Override
    public void measure(Measures measures, LossMean mean) {
        last.step().measure(last.data().targets(), measures, mean);
    }

    @Override
    public void resetState() {
        states.reset();
    }

    @Override
    public float largest() {
        return batch.largest();
    }
}
