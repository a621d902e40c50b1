package org.lstm4j.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lstm4j.optim.Optimizer;
import org.lstm4j.optim.Sgd;

/// Runs a callback through epochs whose validation losses are written down, without training.
final class ScriptedLog {

    private final SmallFit small = new SmallFit();
    private final Optimizer optimizer;
    private final TrainingControl control;
    private final List<Double> rates = new ArrayList<>();
    private int epochs;

    ScriptedLog(double learningRate) {
        Sgd spec = new Sgd(learningRate);
        optimizer = spec.create(small.network().parameters());
        AveragedWeights averages = new AveragedWeights(optimizer.parameters(), null, null);
        control = new TrainingControl(small.network(), spec, optimizer, averages,
                FitOptions.epochs(100).withValidation(small.validation()),
                List.of("loss", "val_loss", "learning_rate"), 1, 0);
    }

    /// Begins and hears the losses until the callback stops; NaN stands for an epoch without validation. In each epoch the
    /// first weight of the network is the epoch's number.
    ScriptedLog run(Callback callback, double... validationLosses) {
        epochs = 0;
        rates.clear();
        control.forgetStop();
        callback.onTrainBegin(control);
        for (double loss : validationLosses) {
            if (!control.stopping()) {
                epochs++;
                firstWeight()[0] = epochs;
                control.beginEpoch(epochs);
                callback.onEpochEnd(new History.Epoch(epochs, 1, loss, 0, 0.1, Collections.emptyMap()), control);
                rates.add(control.learningRate());
            }
        }
        callback.onTrainEnd(control);
        return this;
    }

    /// How many epochs there were.
    int epochs() {
        return epochs;
    }

    boolean stopped() {
        return control.stopping();
    }

    String reason() {
        return control.stopReason();
    }

    /// The learning rate after each epoch.
    List<Double> rates() {
        return List.copyOf(rates);
    }

    /// The epoch whose weights the network has now.
    int weightsOfEpoch() {
        return (int) firstWeight()[0];
    }

    /// What the callback said of that; -1 for nothing.
    int keptEpoch() {
        return control.keptEpoch();
    }

    private float[] firstWeight() {
        return small.network().parameters().getFirst().value();
    }
}
