package org.lstm4j.train;

import java.math.BigDecimal;
import java.math.MathContext;
import org.lstm4j.Problem;
import org.lstm4j.TrainingException;

/// Says why training met numbers that are NaN or infinite.
///
/// @param learningRate the learning rate in force
/// @param clipping how large gradients may be
/// @param keptEpoch the epoch whose weights the network has now; 0 for those from before training, or
///        [#WEIGHTS_BEFORE_BATCH]
record Divergence(double learningRate, Clipping clipping, int keptEpoch) {

    /// In place of an epoch where one batch was to be trained on.
    static final int WEIGHTS_BEFORE_BATCH = -1;

    /// Beyond this the squares of float32 errors overflow soon.
    private static final float HUGE = 1e15f;
    private static final double USUAL_RATE = 0.001;

    /// @param what what happened: `the loss became NaN in epoch 1, batch 2`
    /// @param where the data that it may come from: `the data of that batch`
    /// @param largest the largest magnitude there; NaN when there is one
    TrainingException of(String what, String where, float largest) {
        return new TrainingException(
                new Problem(what + "; the weights " + kept() + " are kept", "a finite loss and finite gradients",
                        cause(where, largest), fix(largest)));
    }

    private String kept() {
        if (keptEpoch == WEIGHTS_BEFORE_BATCH) {
            return "from before the batch";
        }
        return keptEpoch > 0 ? "of epoch " + keptEpoch : "from before training";
    }

    private String cause(String where, float largest) {
        if (!Float.isFinite(largest)) {
            return "NaN or infinite values in " + where;
        }
        if (largest > HUGE) {
            return "values up to " + largest + " in " + where;
        }
        return "weights that exploded at learning rate " + learningRate;
    }

    private String fix(float largest) {
        if (!Float.isFinite(largest)) {
            return "fill or drop missing values before training";
        }
        if (largest > HUGE) {
            return "scale the data, for instance to mean 0 and standard deviation 1";
        }
        String lower = "lower the learning rate, for instance to " + lower(learningRate);
        return clipping.isNone() ? lower + ", or clip gradients to norm 1" : lower;
    }

    /// A tenth, and never above what is usual.
    private static String lower(double rate) {
        double lower = Math.min(rate / 10, USUAL_RATE);
        return new BigDecimal(lower).round(new MathContext(2)).stripTrailingZeros().toString();
    }
}
