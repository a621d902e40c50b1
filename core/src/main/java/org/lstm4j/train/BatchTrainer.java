package org.lstm4j.train;

import org.jspecify.annotations.Nullable;

/// Trains on the batch that an order has come to: a step for full batches, another for the smaller last one.
final class BatchTrainer {

    private final Model model;
    private final Samples samples;
    private final BatchOrder order;
    private final Updater updater;
    private final Batch full;
    private final TrainingStep fullStep;
    private @Nullable Batch rest;
    private @Nullable TrainingStep restStep;
    private Batch batch;
    private TrainingStep step;

    BatchTrainer(Model model, Samples samples, BatchOrder order, Updater updater) {
        this.model = model;
        this.samples = samples;
        this.order = order;
        this.updater = updater;
        full = Batch.of(samples, order.batchSize());
        fullStep = newStep(full);
        batch = full;
        step = fullStep;
    }

    /// Adds the gradient of the batch to those that wait for an update.
    ///
    /// @param beside samples of a full batch beside which it counts, or [TrainingStep#ALONE]
    /// @return its loss with penalties; when that is NaN or infinite nothing was added
    double add(int beside) {
        if (order.size() == order.batchSize()) {
            batch = full;
            step = fullStep;
        } else {
            useRest();
        }
        order.gather(samples, batch);
        return step.add(batch, beside);
    }

    /// Moves the weights.
    ///
    /// @return whether all gradients were finite; else the weights stay as they are
    boolean update() {
        return updater.apply();
    }

    /// Adds what was seen in the batch, before any update by it.
    void measure(Measures measures, LossMean mean) {
        step.measure(batch.targets(), measures, mean);
    }

    /// The largest magnitude in the data of the last batch; NaN when there is one.
    float largest() {
        return batch.largest();
    }

    /// An order has at most one smaller size.
    private void useRest() {
        if (rest == null || restStep == null) {
            rest = Batch.of(samples, order.size());
            restStep = newStep(rest);
        }
        batch = rest;
        step = restStep;
    }

    private TrainingStep newStep(Batch data) {
        return new TrainingStep(model.network(), data.inputs().shape(), model.loss(), updater, model.compute());
    }
}
