package org.lstm4j.forecast.likelihood;

import org.lstm4j.nn.loss.StudentTNegativeLogLikelihood;

/// Targets with long tails: location, scale and degrees of freedom of [StudentTDistribution].
public record StudentTLikelihood(StudentTNegativeLogLikelihood loss) implements Likelihood {

    /// As the loss has it when nothing is said.
    public StudentTLikelihood() {
        this(new StudentTNegativeLogLikelihood());
    }

    @Override
    public String name() {
        return loss.name();
    }

    @Override
    public Distribution distribution(float[] outputs, int from, double shift, double scale) {
        return new StudentTDistribution(shift + scale * outputs[from], scale * loss.scale(outputs[from + 1]),
                loss.degrees(outputs[from + 2]));
    }
}
