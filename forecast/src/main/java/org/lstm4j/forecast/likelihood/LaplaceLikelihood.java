package org.lstm4j.forecast.likelihood;

import org.lstm4j.nn.loss.LaplaceNegativeLogLikelihood;

/// Targets around their median: location and scale of [LaplaceDistribution].
public record LaplaceLikelihood(LaplaceNegativeLogLikelihood loss) implements Likelihood {

    /// As the loss has it when nothing is said.
    public LaplaceLikelihood() {
        this(new LaplaceNegativeLogLikelihood());
    }

    @Override
    public String name() {
        return loss.name();
    }

    @Override
    public Distribution distribution(float[] outputs, int from, double shift, double scale) {
        return new LaplaceDistribution(shift + scale * outputs[from], scale * loss.scale(outputs[from + 1]));
    }
}
