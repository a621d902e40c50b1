package org.lstm4j.train;

import java.math.BigDecimal;
import java.math.MathContext;
import org.lstm4j.Problem;
import org.lstm4j.TrainingException;
import org.lstm4j.optim.OptimizerSpec;

/// Says why a loss became NaN or infinite.
final class Divergence {

    /// Beyond this the squares of float32 errors overflow soon.
    private static final float HUGE = 1e15f;
    private static final double USUAL_RATE = 0.001;

    private Divergence() {}

    static TrainingException of(
            int epoch, int batch, double loss, Batch data, OptimizerSpec optimizer, double clipNorm, int keptEpoch) {
        String where = "the loss became " + loss + " in epoch " + epoch + ", batch " + batch;
        String kept = keptEpoch > 0
                ? "; the weights of epoch " + keptEpoch + " are kept"
                : "; the weights from before training are kept";
        return new TrainingException(new Problem(
                where + kept, "a finite loss", cause(data, optimizer), fix(data, optimizer, clipNorm)));
    }

    private static String cause(Batch data, OptimizerSpec optimizer) {
        float inputs = largest(data.inputs().data());
        float targets = largest(data.targets().data());
        if (!Float.isFinite(inputs) || !Float.isFinite(targets)) {
            return "NaN or infinite values in the data of that batch";
        }
        if (inputs > HUGE || targets > HUGE) {
            return "values up to " + Math.max(inputs, targets) + " in the data of that batch";
        }
        return "weights that exploded at learning rate " + optimizer.learningRate();
    }

    private static String fix(Batch data, OptimizerSpec optimizer, double clipNorm) {
        float inputs = largest(data.inputs().data());
        float targets = largest(data.targets().data());
        if (!Float.isFinite(inputs) || !Float.isFinite(targets)) {
            return "fill or drop missing values before training";
        }
        if (inputs > HUGE || targets > HUGE) {
            return "scale the data, for instance to mean 0 and standard deviation 1";
        }
        String lower = "lower the learning rate, for instance to " + lower(optimizer.learningRate());
        return clipNorm == Double.POSITIVE_INFINITY ? lower + ", or clip gradients to norm 1" : lower;
    }

    /// A tenth, and never above what is usual.
    private static String lower(double rate) {
        double lower = Math.min(rate / 10, USUAL_RATE);
        return new BigDecimal(lower).round(new MathContext(2)).stripTrailingZeros().toString();
    }

    /// The largest magnitude; NaN when there is one.
    private static float largest(float[] values) {
        float largest = 0f;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
