package org.lstm4j.forecast.global;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lstm4j.forecast.esrnn.EsRnn;
import org.lstm4j.forecast.esrnn.EsRnnEpoch;
import org.lstm4j.train.History;

/// Follows the training of an ES-RNN, keeps the model with the least validation loss and says when to stop. Mutable, for one training.
final class BestEpoch {

    private static final double NANOS = 1e9;

    private final EsRnnValidation validation;
    private final int patience;
    private final LongSupplier nanoTime;
    private final Consumer<History.Epoch> afterEpoch;
    private final List<History.Epoch> epochs = new ArrayList<>();
    private @Nullable EsRnn best;
    private double leastLoss = Double.POSITIVE_INFINITY;
    private int bestEpoch;
    private long begun;
    private String stopReason = "";

    /// @param patience epochs without progress after which training stops; 0 for never, and for keeping the last epoch
    BestEpoch(EsRnnValidation validation, int patience, LongSupplier nanoTime, Consumer<History.Epoch> afterEpoch) {
        this.validation = validation;
        this.patience = patience;
        this.nanoTime = nanoTime;
        this.afterEpoch = afterEpoch;
        begun = nanoTime.getAsLong();
    }

    /// Looks at an epoch.
    ///
    /// @return whether there is to be another
    boolean goesOn(EsRnnEpoch epoch) {
        double loss = patience == 0 ? Double.NaN : validate(epoch);
        long now = nanoTime.getAsLong();
        History.Epoch told = new History.Epoch(epoch.epoch(), epoch.loss(), loss, (now - begun) / NANOS);
        begun = now;
        epochs.add(told);
        afterEpoch.accept(told);
        if (patience > 0 && epoch.epoch() - bestEpoch >= patience) {
            stopReason = "val_loss has not improved for " + patience + " epochs";
        }
        return stopReason.isEmpty();
    }

    private double validate(EsRnnEpoch epoch) {
        EsRnn model = epoch.model();
        double loss = validation.loss(model);
        if (loss < leastLoss) {
            leastLoss = loss;
            best = model;
            bestEpoch = epoch.epoch();
        }
        return loss;
    }

    /// The best model; that of the last epoch where none was validated.
    EsRnn modelOr(EsRnn last) {
        return best == null ? last : best;
    }

    History history() {
        return new History(epochs, best == null ? epochs.size() : bestEpoch, stopReason);
    }
}
