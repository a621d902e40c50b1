package org.lstm4j.forecast.likelihood;

import org.lstm4j.nn.loss.NegativeBinomialNegativeLogLikelihood;

/// Counts: mean and dispersion of [NegativeBinomialDistribution]. They are not scaled: with a shift but 0 or a scale but 1 there
/// is no distribution but an [IllegalArgumentException].
public record NegativeBinomialLikelihood(NegativeBinomialNegativeLogLikelihood loss) implements Likelihood {

    /// As the loss has it when nothing is said.
    public NegativeBinomialLikelihood() {
        this(new NegativeBinomialNegativeLogLikelihood());
    }

    @Override
    public String name() {
        return loss.name();
    }

    @Override
    public Distribution distribution(float[] outputs, int from, double shift, double scale) {
        Parameters.requireNoShift(name(), shift);
        if (scale != 1) {
            throw new IllegalArgumentException(
                    "the likelihood " + name() + " is for counts as they are, but the scale is "
                            + scale + "; scale with none, or use the likelihood student-t");
        }
        return new NegativeBinomialDistribution(loss.mean(outputs[from]), loss.dispersion(outputs[from + 1]));
    }
}
