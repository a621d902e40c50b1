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
    private final LossMean mean = new LossMean();
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
    /// @return the mean loss: that of all their samples in one batch, while weights stay as they are
    double run() {
        mean.reset();
        measures.reset();
        for (int number = 1; number <= control.batches() && !control.stopping(); number++) {
            order.advance();
            train(number);
            control.endBatch(number);
            callback.onBatchEnd(number, mean.value(), control);
        }
        if (pending > 0) {
            update(control.batch()); // stopped amid the batches of an update
        }
        return mean.value();
    }

    /// The learning rate of the last update.
    double learningRate() {
        return learningRate;
    }

    private void train(int number) {
        trainer.begin();
        for (int piece = 0; piece < trainer.pieces(); piece++) {
            train(number, piece);
        }
    }

    private void train(int number, int piece) {
        double value = trainer.add(piece, accumulated == 1 ? TrainingStep.ALONE : order.batchSize());
        if (!Double.isFinite(value)) {
            throw diverged("the loss became " + value, number);
        }
        trainer.measure(measures, mean);
        pending++;
        if (pending == accumulated || number == control.batches()) {
            update(number);
        }
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
