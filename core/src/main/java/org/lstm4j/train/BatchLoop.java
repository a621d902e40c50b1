package org.lstm4j.train;

import org.jspecify.annotations.Nullable;
import org.lstm4j.TrainingException;

/// Trains on the batches of one epoch after the other.
final class BatchLoop {

    static final String BATCH_DATA = "the data of that batch";

    private final Model model;
    private final Samples samples;
    private final BatchOrder order;
    private final int accumulated;
    private final Updater updater;
    private final Safeguard safeguard;
    private final TrainingControl control;
    private final Callback callback;
    private final Batch full;
    private final TrainingStep fullStep;
    private @Nullable Batch rest;
    private @Nullable TrainingStep restStep;
    private int pending;
    private double learningRate;

    BatchLoop(Model model, Samples samples, BatchOrder order, Safeguard safeguard, TrainingControl control,
            Callback callback) {
        FitOptions options = control.options();
        this.model = model;
        this.samples = samples;
        this.order = order;
        this.safeguard = safeguard;
        this.control = control;
        this.callback = callback;
        accumulated = options.batching().accumulated();
        updater = new Updater(control.optimizer(), options.clipping());
        full = Batch.of(samples, order.batchSize());
        fullStep = newStep(full);
        learningRate = control.learningRate();
    }

    /// Goes through the batches of the epoch in progress, or fewer when a callback stops training.
    ///
    /// @return the mean loss, weighted by samples
    double run() {
        double sum = 0;
        long count = 0;
        pending = 0;
        for (int number = 1; number <= control.batches() && !control.stopping(); number++) {
            order.advance();
            sum += train(number) * order.size();
            count += order.size();
            control.endBatch(number);
            callback.onBatchEnd(number, sum / count, control);
        }
        if (pending > 0) {
            update(full, control.batch()); // stopped amid the batches of an update
        }
        return sum / count;
    }

    /// The learning rate of the last update.
    double learningRate() {
        return learningRate;
    }

    /// The largest magnitude in the data of the last full batch; NaN when there is one.
    float largest() {
        return full.largest();
    }

    private double train(int number) {
        boolean isFull = order.size() == order.batchSize();
        Batch batch = isFull ? full : rest();
        TrainingStep step = isFull ? fullStep : restStep(batch);
        order.gather(samples, batch);
        double value = step.add(batch.inputs(), batch.targets(), share());
        if (!Double.isFinite(value)) {
            throw diverged("the loss became " + value, number, batch);
        }
        pending++;
        if (pending == accumulated || number == control.batches()) {
            update(batch, number);
        }
        return value;
    }

    /// A smaller batch counts less, so that every sample of an update counts the same.
    private float share() {
        return accumulated == 1 ? 1f : (float) order.size() / order.batchSize();
    }

    private void update(Batch batch, int number) {
        pending = 0;
        learningRate = control.learningRate();
        if (!updater.apply()) {
            throw diverged("a gradient became NaN or infinite", number, batch);
        }
        control.countStep();
    }

    private TrainingException diverged(String what, int number, Batch batch) {
        return safeguard.diverged(
                what + " in epoch " + control.epoch() + ", batch " + number, BATCH_DATA, batch.largest());
    }

    private Batch rest() {
        if (rest == null || rest.inputs().batch() != order.size()) {
            rest = Batch.of(samples, order.size());
            restStep = null;
        }
        return rest;
    }

    private TrainingStep restStep(Batch batch) {
        if (restStep == null) {
            restStep = newStep(batch);
        }
        return restStep;
    }

    private TrainingStep newStep(Batch batch) {
        return new TrainingStep(model.network(), batch.inputs().shape(), model.loss(), updater, model.compute());
    }
}
