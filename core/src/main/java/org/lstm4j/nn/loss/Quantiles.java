package org.lstm4j.nn.loss;

import java.util.List;

/// The quantile (pinball) loss of several levels at once: the mean of [Quantile]'s over all outputs.
///
/// The network has as many outputs for each target value as there are levels, in the order of the levels; targets are not
/// repeated. With levels 0.1, 0.5, 0.9 and 24 steps to foretell it has 72 outputs [24 steps, 3 levels] and targets [batch, 24].
/// Nothing keeps the quantiles of one value from crossing where there is little data; those of [MonotoneQuantiles] cannot.
///
/// @param levels rising, each above 0 and below 1
public record Quantiles(List<Double> levels) implements GroupedLoss {

    public Quantiles {
        levels = List.copyOf(levels);
        requireRising(levels);
    }

    /// Quantiles of these levels.
    public static Quantiles of(Double... levels) {
        return new Quantiles(List.of(levels));
    }

    @Override
    public String name() {
        return "quantiles";
    }

    @Override
    public int groupSize() {
        return levels.size();
    }

    @Override
    public double of(float[] outputs, int from, float target) {
        double sum = 0;
        for (int index = 0; index < levels.size(); index++) {
            sum += Quantile.pinball(levels.get(index), (double) outputs[from + index] - target);
        }
        return sum / levels.size();
    }

    @Override
    public void addSlopes(float[] outputs, int from, float target, float factor, float[] slopes) {
        float share = factor / levels.size();
        for (int index = 0; index < levels.size(); index++) {
            slopes[from + index] += share * Quantile.slope(levels.get(index), outputs[from + index] - target);
        }
    }

    static void requireRising(List<Double> levels) {
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("quantiles need at least one level, such as 0.1, 0.5, 0.9");
        }
        double before = 0;
        for (double level : levels) {
            Quantile.requireLevel(level);
            if (level <= before) {
                throw new IllegalArgumentException(
                        "levels of quantiles must rise, but " + level + " comes after " + before
                                + " in " + levels);
            }
            before = level;
        }
    }
}
