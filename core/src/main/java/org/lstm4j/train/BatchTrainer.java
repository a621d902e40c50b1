package org.lstm4j.train;

import org.jspecify.annotations.Nullable;

/// Trains on the batch that an order has come to: a run for full batches, another for the smaller last one.
final class BatchTrainer {

    private final Model model;
    private final Samples samples;
    private final BatchOrder order;
    private final Updater updater;
    private final int truncation;
    private final BatchRun full;
    private @Nullable BatchRun rest;
    private BatchRun current;

    /// @param truncation steps of a piece; 0 for whole sequences
    BatchTrainer(Model model, Samples samples, BatchOrder order, Updater updater, int truncation) {
        this.model = model;
        this.samples = samples;
        this.order = order;
        this.updater = updater;
        this.truncation = truncation;
        full = newRun(order.batchSize());
        current = full;
    }

    /// Gathers the batch. Where the samples begin anew, states that layers keep from batch to batch do so too.
    void begin() {
        current = order.size() == order.batchSize() ? full : rest();
        if (order.beginsAnew()) {
            current.resetState();
        }
        current.gather(order);
    }

    /// How many pieces the batch has.
    int pieces() {
        return current.pieces();
    }

    /// Adds the gradient of a piece of the batch to those that wait for an update.
    ///
    /// @param piece from 0, in order
    /// @param beside samples of a full batch beside which it counts, or [TrainingStep#ALONE]
    /// @return its loss with penalties; when that is NaN or infinite nothing was added
    double add(int piece, int beside) {
        return current.add(piece, beside);
    }

    /// Moves the weights.
    ///
    /// @return whether all gradients were finite; else the weights stay as they are
    boolean update() {
        return updater.apply();
    }

    /// Adds what was seen in the last piece, before any update by it.
    void measure(Measures measures, LossMean mean) {
        current.measure(measures, mean);
    }

    /// The largest magnitude in the data of the last batch; NaN when there is one.
    float largest() {
        return current.largest();
    }

    /// An order has at most one smaller size.
    private BatchRun rest() {
        BatchRun run = rest;
        if (run == null) {
            run = newRun(order.size());
            rest = run;
        }
        return run;
    }

    private BatchRun newRun(int size) {
        return truncation == 0 || truncation >= samples.inputShape().size(0)
                ? new WholeBatchRun(model, samples, size, updater)
                : new TruncatedBatchRun(model, samples, size, truncation, updater);
    }
}
