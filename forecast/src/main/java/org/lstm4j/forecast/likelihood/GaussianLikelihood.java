package org.lstm4j.forecast.likelihood;

import org.lstm4j.nn.loss.GaussianNegativeLogLikelihood;

/// Normal targets: mean and scale of [NormalDistribution].
public record GaussianLikelihood(GaussianNegativeLogLikelihood loss) implements Likelihood {

    /// As the loss has it when nothing is said.
    public GaussianLikelihood() {
        this(new GaussianNegativeLogLikelihood());
    }

    @Override
    public String name() {
        return loss.name();
    }

    @Override
    public Distribution distribution(float[] outputs, int from, double shift, double scale) {
        return new NormalDistribution(shift + scale * outputs[from], scale * loss.scale(outputs[from + 1]));
    }
}
