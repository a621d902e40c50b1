package org.lstm4j.forecast.likelihood;

import org.lstm4j.nn.loss.LogNormalNegativeLogLikelihood;

/// Targets above 0, skewed: mean and scale of the logarithm of [LogNormalDistribution]. Targets may be divided by a scale but not
/// shifted, or there is no distribution but an [IllegalArgumentException].
public record LogNormalLikelihood(LogNormalNegativeLogLikelihood loss) implements Likelihood {

    /// As the loss has it when nothing is said.
    public LogNormalLikelihood() {
        this(new LogNormalNegativeLogLikelihood());
    }

    @Override
    public String name() {
        return loss.name();
    }

    @Override
    public Distribution distribution(float[] outputs, int from, double shift, double scale) {
        Parameters.requireNoShift(name(), shift);
        Parameters.requirePositive("scale", scale);
        return new LogNormalDistribution(outputs[from] + StrictMath.log(scale), loss.scale(outputs[from + 1]));
    }
}
