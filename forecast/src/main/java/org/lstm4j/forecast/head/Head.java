package org.lstm4j.forecast.head;

import org.lstm4j.forecast.likelihood.Likelihoods;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.MonotoneQuantiles;

/// What a network says of each step of a target. Everything is in the unit of the window, as the network reads it.
public sealed interface Head permits PointHead, QuantileHead, LikelihoodHead {

    /// What it is trained with.
    Loss loss();

    /// Numbers that the network gives for each step of a target.
    int outputs();

    /// Which of them moves all of what is said by as much, so that a forecast beside the network adds to it; from 0.
    int location();

    /// The one number.
    ///
    /// @param said the outputs of the network; those of this step begin at `from`
    double point(float[] said, int from);

    /// Whether it says more than one number.
    boolean givesQuantiles();

    /// Writes quantiles, rising.
    ///
    /// @param levels rising, each above 0 and below 1
    /// @param out one for each level
    /// @throws IllegalStateException when it [gives none][#givesQuantiles]
    /// @throws IllegalArgumentException when it does not give those levels
    void quantiles(float[] said, int from, double[] levels, double[] out);

    /// The head that belongs to a loss.
    static Head of(Loss loss) {
        if (loss instanceof MonotoneQuantiles quantiles) {
            return new QuantileHead(quantiles);
        }
        return Likelihoods.of(loss)
                .<Head>map(LikelihoodHead::new)
                .orElseGet(() -> new PointHead(loss));
    }
}
