package org.lstm4j.forecast.likelihood;

import org.lstm4j.nn.loss.GroupedLoss;

/// A family of distributions, with parameters that a network gives: Gaussian, Student's t. Immutable.
public interface Likelihood {

    /// Its name in settings and model files: `student-t`.
    String name();

    /// The negative log-likelihood to train with; its group are the outputs for one target value.
    GroupedLoss loss();

    /// The distribution of a target in its own unit, of which the outputs speak in another: (target − shift) / scale.
    ///
    /// @param outputs of the network; those for this target begin at `from`
    /// @param scale above 0
    Distribution distribution(float[] outputs, int from, double shift, double scale);
}
