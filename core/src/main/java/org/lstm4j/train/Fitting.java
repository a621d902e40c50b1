package org.lstm4j.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.TrainingException;
import org.lstm4j.nn.loss.ClassWeights;
import org.lstm4j.optim.Optimizer;
import org.lstm4j.optim.SavedState;
import org.lstm4j.train.metric.Metric;

/// One call of [Model#fit]: epochs of batches, validation after each, callbacks in between.
final class Fitting {

    private final Model model;
    private final FitOptions options;
    private final @Nullable Samples validation;
    private final Callback callbacks;
    private final TrainingControl control;
    private final Measures trainingMeasures;
    private final Measures validationMeasures;
    private final AveragedWeights averages;
    private final Safeguard safeguard;
    private final BatchTrainer trainer;
    private final BatchLoop batches;
    private final List<History.Epoch> epochs = new ArrayList<>();
    private boolean diverged;

    /// @param earlier the average of the weights in a run before; null for none
    /// @param samples to train on; the options' validation split is taken off them
    Fitting(Model model, Optimizer optimizer, @Nullable SavedState earlier, Samples samples, FitOptions options,
            List<Callback> callbacks) {
        this.model = model;
        this.options = options;
        Samples training = weighted(options.validation().training(samples), options.classWeights());
        validation = options.validation().validation(samples);
        this.callbacks = new CallbackChain(OptionCallbacks.before(callbacks, options));
        BatchOrder order = new BatchOrder(training.count(), options.batching());
        requireSequences(training, order);
        averages = new AveragedWeights(optimizer.parameters(), options.updating().averaging(), earlier);
        control = control(optimizer, order, options.batching().pieces(training.inputShape().size(0)));
        trainingMeasures = new Measures(model.metrics());
        validationMeasures = new Measures(model.metrics());
        Clipping clipping = options.updating().clipping();
        safeguard = new Safeguard(optimizer, clipping);
        trainer = new BatchTrainer(model, training, order, new Updater(optimizer, clipping),
                options.batching().truncation());
        batches = new BatchLoop(trainer, order, trainingMeasures, averages, safeguard, control, this.callbacks);
    }

    /// What truncation and stateful layers ask for.
    private void requireSequences(Samples training, BatchOrder order) {
        Batching batching = options.batching();
        if (batching.truncation() > 0) {
            SequenceRules.requirePieces(model.network(), training.inputShape(), batching.truncation());
        }
        SequenceRules.requireInOrder(model.network(), batching, training.count());
        SequenceRules.requireWholeEpochs(model.network(), options.epochs().batches(), order.batchesPerPass());
        if (validation != null) {
            SequenceRules.requireFullBatches(
                    model.network(), "validation samples", batching.size(), validation.count());
        }
    }

    private static Samples weighted(Samples samples, @Nullable ClassWeights classes) {
        return classes == null ? samples : WeightedSamples.of(samples, classes);
    }

    /// Where a run begins: the batches of epochs before the first are taken as done.
    ///
    /// @param pieces updates that a batch makes, without accumulation
    private TrainingControl control(Optimizer optimizer, BatchOrder order, int pieces) {
        int length = options.epochs().batches();
        int batches = length > 0 ? length : order.batchesPerPass();
        int skipped = options.epochs().first() - 1;
        for (long batch = 0; batch < (long) skipped * batches; batch++) {
            order.advance();
        }
        long steps = (long) skipped * Math.ceilDiv(batches, options.batching().accumulated()) * pieces;
        return new TrainingControl(model.network(), model.optimizer(), optimizer, averages, options,
                logNames(model.metrics(), options), batches, steps);
    }

    /// In the order of [History.Epoch#logs].
    private static List<String> logNames(List<Metric> metrics, FitOptions options) {
        List<String> names = new ArrayList<>(List.of(History.Epoch.LOSS));
        if (options.validation().isWanted()) {
            names.add(History.Epoch.VALIDATION_LOSS);
        }
        metrics.forEach(metric -> names.add(metric.name()));
        if (options.validation().isWanted()) {
            metrics.forEach(metric -> names.add(History.Epoch.VALIDATION + metric.name()));
        }
        names.add(History.Epoch.LEARNING_RATE);
        return names;
    }

    History run() {
        try {
            callbacks.onTrainBegin(control);
            runEpochs();
            callbacks.onTrainEnd(control);
        } catch (RuntimeException failure) {
            end(failure);
        }
        return history();
    }

    /// Whether loss, gradients or weights became NaN or infinite.
    boolean diverged() {
        return diverged;
    }

    private void runEpochs() {
        for (int epoch = options.epochs().first(); epoch <= options.epochs().last() && !control.stopping(); epoch++) {
            averages.hide();
            control.beginEpoch(epoch);
            callbacks.onEpochBegin(epoch, control);
            if (!control.stopping()) {
                History.Epoch result = runEpoch(epoch);
                epochs.add(result);
                callbacks.onEpochEnd(result, control);
                safeguard.keepIfBest(result);
            }
        }
    }

    private History.Epoch runEpoch(int epoch) {
        long start = System.nanoTime();
        Map<String, Double> metrics = new LinkedHashMap<>();
        double loss = batches.run();
        requireFiniteWeights(epoch);
        trainingMeasures.addTo(metrics, "");
        averages.show();
        double validationLoss = validate(epoch, metrics);
        return new History.Epoch(
                epoch, loss, validationLoss, (System.nanoTime() - start) / 1e9, batches.learningRate(), metrics);
    }

    private void requireFiniteWeights(int epoch) {
        if (!Finite.values(model.network().parameters())) {
            throw safeguard.diverged("the weights became NaN or infinite in epoch " + epoch, BatchLoop.BATCH_DATA,
                    trainer.largest());
        }
    }

    /// @param metrics gets those of validation
    private double validate(int epoch, Map<String, Double> metrics) {
        if (validation == null || !options.validation().isDueAfter(epoch)) {
            return Double.NaN;
        }
        validationMeasures.reset();
        double value = model.lossInOrder(validation, options.batching().size(), validationMeasures);
        if (!Double.isFinite(value)) {
            throw safeguard.diverged("the validation loss became " + value + " in epoch " + epoch,
                    "the validation samples", Batch.largest(validation));
        }
        validationMeasures.addTo(metrics, History.Epoch.VALIDATION);
        return value;
    }

    /// Throws the failure, unless training diverged and a callback would rather have it end well.
    private void end(RuntimeException failure) {
        diverged = failure instanceof TrainingException;
        control.forgetStop();
        callbacks.onFailure(failure, control);
        if (!diverged || !control.stopping()) {
            throw failure;
        }
        control.keepEpoch(safeguard.epoch());
        callbacks.onTrainEnd(control);
    }

    private History history() {
        boolean complete = !diverged && epochs.size() == options.epochs().count()
                && control.batch() == control.batches();
        int kept = control.hasKeptEpoch() ? control.keptEpoch() : options.epochs().first() - 1 + epochs.size();
        return new History(epochs, kept, complete ? "" : control.stopReason());
    }
}
