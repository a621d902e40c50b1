package org.lstm4j.train;

import org.lstm4j.TrainingException;
import org.lstm4j.optim.Optimizer;

/// Keeps the weights to go back to when training meets NaN or infinity.
final class Safeguard {

    private final Optimizer optimizer;
    private final Clipping clipping;
    private final Weights best;
    private int bestEpoch;
    private double bestLoss = Double.POSITIVE_INFINITY;

    Safeguard(Optimizer optimizer, Clipping clipping) {
        this.optimizer = optimizer;
        this.clipping = clipping;
        best = new Weights(optimizer.parameters());
    }

    /// The epoch whose weights are kept; 0 for those from before training.
    int epoch() {
        return bestEpoch;
    }

    /// Keeps the weights of the epoch with the lowest validation loss; while none was validated, the newest.
    void keepIfBest(History.Epoch epoch) {
        double validationLoss = epoch.validationLoss();
        boolean unjudged = Double.isNaN(validationLoss) && bestLoss == Double.POSITIVE_INFINITY;
        if (unjudged || validationLoss < bestLoss) {
            bestLoss = unjudged ? bestLoss : validationLoss;
            bestEpoch = epoch.epoch();
            best.save();
        }
    }

    /// Puts the best weights back; says why training ends.
    ///
    /// @param what what happened: `the loss became NaN in epoch 1, batch 2`
    /// @param where the data that it may come from: `the data of that batch`
    /// @param largest the largest magnitude there; NaN when there is one
    TrainingException diverged(String what, String where, float largest) {
        best.restore();
        return new Divergence(optimizer.learningRate(), clipping, bestEpoch).of(what, where, largest);
    }
}
