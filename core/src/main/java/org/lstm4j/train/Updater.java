package org.lstm4j.train;

import java.util.List;
import org.lstm4j.nn.Parameter;
import org.lstm4j.optim.Optimizer;

/// Turns the gradients that one or more batches have added up into one update of the weights.
final class Updater {

    private final Optimizer optimizer;
    private final Clipping clipping;
    private final RuledWeights ruled;
    private float shares;

    Updater(Optimizer optimizer, Clipping clipping) {
        this.optimizer = optimizer;
        this.clipping = clipping;
        ruled = new RuledWeights(optimizer.parameters());
    }

    /// Makes room for the gradients of a batch.
    ///
    /// @param share how much the batch counts beside the others of this update; 0 where masks leave nothing of it
    void begin(float share) {
        if (shares == 0f) {
            optimizer.zeroGradients();
        }
        shares += share;
    }

    /// Forgets what was added up.
    void clear() {
        shares = 0f;
    }

    /// What the weights as they are now add to the loss of a batch.
    double penalty() {
        return ruled.penalty();
    }

    /// Moves the weights by the mean gradient with the slopes of their penalties, clipped, and brings them back into their bounds.
    ///
    /// @return whether all gradients were finite; else the weights stay as they are
    boolean apply() {
        List<Parameter> parameters = optimizer.parameters();
        if (shares != 1f && shares > 0f) {
            scale(parameters, 1f / shares);
        }
        shares = 0f;
        ruled.addGradients();
        if (!Finite.gradients(parameters)) {
            return false; // a step would make every weight NaN, and the optimizer's averages too
        }
        clipping.apply(parameters);
        optimizer.step();
        ruled.constrain();
        return true;
    }

    private static void scale(List<Parameter> parameters, float factor) {
        for (int index = 0; index < parameters.size(); index++) {
            scale(parameters.get(index).gradient(), factor);
        }
    }

    static void scale(float[] values, float factor) {
        for (int index = 0; index < values.length; index++) {
            values[index] *= factor;
        }
    }
}
