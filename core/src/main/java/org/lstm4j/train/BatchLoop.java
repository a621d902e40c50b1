package org.lstm4j.train;

import org.lstm4j.TrainingException;

/// Goes through the batches of one epoch after the other.
final class BatchLoop {

    static final String BATCH_DATA = "the data of that batch";

    private final BatchTrainer trainer;
    private final BatchOrder order;
    private final int accumulated;
    private final Measures measures;
    private final AveragedWeights averages;
    private final Safeguard safeguard;
    private final TrainingControl control;
    private final Callback callback;
    private int pending;
    private double learningRate;

    BatchLoop(BatchTrainer trainer, BatchOrder order, Measures measures, AveragedWeights averages, Safeguard safeguard,
            TrainingControl control, Callback callback) {
        this.trainer = trainer;
        this.order = order;
        this.measures = measures;
        this.averages = averages;
        this.safeguard = safeguard;
        this.control = control;
        this.callback = callback;
        accumulated = control.options().batching().accumulated();
        learningRate = control.learningRate();
    }

    /// Goes through the batches of the epoch in progress, or fewer when a callback stops training.
    ///
    /// @return the mean loss, weighted by samples
    double run() {
        double sum = 0;
        long count = 0;
        measures.reset();
        for (int number = 1; number <= control.batches() && !control.stopping(); number++) {
            order.advance();
            sum += train(number) * order.size();
            count += order.size();
            control.endBatch(number);
            callback.onBatchEnd(number, sum / count, control);
        }
        if (pending > 0) {
            update(control.batch()); // stopped amid the batches of an update
        }
        return sum / count;
    }

    /// The learning rate of the last update.
    double learningRate() {
        return learningRate;
    }

    private double train(int number) {
        double value = trainer.add(share());
        if (!Double.isFinite(value)) {
            throw diverged("the loss became " + value, number);
        }
        trainer.measure(measures);
        pending++;
        if (pending == accumulated || number == control.batches()) {
            update(number);
        }
        return value;
    }

    /// A smaller batch counts less, so that every sample of an update counts the same.
    private float share() {
        return accumulated == 1 ? 1f : (float) order.size() / order.batchSize();
    }

    private void update(int number) {
        pending = 0;
        learningRate = control.learningRate();
        if (!trainer.update()) {
            throw diverged("a gradient became NaN or infinite", number);
        }
        control.countStep();
        averages.update();
    }

    private TrainingException diverged(String what, int number) {
        return safeguard.diverged(
                what + " in epoch " + control.epoch() + ", batch " + number, BATCH_DATA, trainer.largest());
    }
}
