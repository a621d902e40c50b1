package org.lstm4j.train;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.optim.Optimizer;
import org.lstm4j.optim.OptimizerSpec;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

/// One call of [Model#fit]: epochs of batches, validation after each, the best weights kept.
final class Fitting {

    private static final String BATCH_DATA = "the data of that batch";

    private final Sequential network;
    private final Loss loss;
    private final OptimizerSpec optimizerSpec;
    private final Optimizer optimizer;
    private final Compute compute;
    private final Samples samples;
    private final FitOptions options;
    private final TrainingListener listener;

    private final int[] order;
    private final Batch batch;
    private final TrainingStep step;
    private final Weights best;
    private int bestEpoch;
    private double bestLoss = Double.POSITIVE_INFINITY;

    Fitting(
            Model model, Optimizer optimizer, Samples samples, FitOptions options, TrainingListener listener) {
        this.network = model.network();
        this.loss = model.loss();
        this.optimizerSpec = model.optimizer();
        this.optimizer = optimizer;
        this.compute = model.compute();
        this.samples = samples;
        this.options = options;
        this.listener = listener;
        if (samples.count() == 0) {
            throw new IllegalArgumentException("there are no training samples");
        }
        order = new int[samples.count()];
        for (int index = 0; index < order.length; index++) {
            order[index] = index;
        }
        batch = Batch.of(samples, Math.min(options.batchSize(), samples.count()));
        step = newStep(batch);
        best = new Weights(network.parameters());
    }

    History run() {
        RandomStream random = new RandomStreams(options.seed()).stream("shuffle");
        List<History.Epoch> epochs = new ArrayList<>();
        boolean stopped = false;
        for (int epoch = 1; epoch <= options.epochs() && !stopped; epoch++) {
            History.Epoch result = runEpoch(epoch, random);
            epochs.add(result);
            listener.onEpoch(result);
            keepIfBest(epoch, result.validationLoss());
            stopped = options.patience() > 0 && epoch - bestEpoch >= options.patience();
        }
        if (options.patience() > 0) {
            best.restore();
        }
        int kept = options.patience() > 0 ? bestEpoch : epochs.size();
        return new History(epochs, kept, stopped && epochs.size() < options.epochs());
    }

    private History.Epoch runEpoch(int epoch, RandomStream random) {
        long start = System.nanoTime();
        if (options.shuffle()) {
            random.shuffle(order, order.length);
        }
        int size = batch.inputs().batch();
        int full = order.length / size;
        int rest = order.length - full * size;
        int batches = full + (rest > 0 ? 1 : 0);
        double sum = 0;
        for (int number = 0; number < full; number++) {
            sum += runBatch(epoch, number, batch, step) * size;
            listener.onBatch(epoch, number + 1, batches, sum / ((number + 1.0) * size));
        }
        if (rest > 0) {
            Batch last = Batch.of(samples, rest);
            sum += runBatch(epoch, full, last, newStep(last)) * rest;
            listener.onBatch(epoch, batches, batches, sum / order.length);
        }
        requireFiniteWeights(epoch);
        double validationLoss = validate(epoch);
        return new History.Epoch(epoch, sum / order.length, validationLoss, (System.nanoTime() - start) / 1e9);
    }

    private double runBatch(int epoch, int number, Batch data, TrainingStep training) {
        data.gather(samples, order, number * batch.inputs().batch());
        double value = training.run(data.inputs(), data.targets());
        if (!training.moved()) {
            String what = Double.isFinite(value) ? "a gradient became NaN or infinite" : "the loss became " + value;
            throw diverged(what + " in epoch " + epoch + ", batch " + (number + 1), BATCH_DATA, data.largest());
        }
        return value;
    }

    private void requireFiniteWeights(int epoch) {
        if (!Finite.values(network.parameters())) {
            throw diverged("the weights became NaN or infinite in epoch " + epoch, BATCH_DATA, batch.largest());
        }
    }

    private double validate(int epoch) {
        Samples validation = options.validation();
        if (validation == null) {
            return Double.NaN;
        }
        double value = Evaluation.loss(network, loss, validation, compute);
        if (!Double.isFinite(value)) {
            throw diverged("the validation loss became " + value + " in epoch " + epoch, "the validation samples",
                    Batch.largest(validation));
        }
        return value;
    }

    /// Puts the best weights back; says why training ends.
    private TrainingException diverged(String what, String where, float largest) {
        best.restore();
        return new Divergence(optimizerSpec, options.clipNorm(), bestEpoch).of(what, where, largest);
    }

    /// Without validation the newest weights count as best.
    private void keepIfBest(int epoch, double validationLoss) {
        if (options.validation() == null || validationLoss < bestLoss) {
            bestLoss = options.validation() == null ? bestLoss : validationLoss;
            bestEpoch = epoch;
            best.save();
        }
    }

    private TrainingStep newStep(Batch data) {
        return new TrainingStep(network, data.inputs().shape(), loss, optimizer, options.clipNorm(), compute);
    }
}
