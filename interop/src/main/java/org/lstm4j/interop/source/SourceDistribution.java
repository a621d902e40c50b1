package org.lstm4j.interop.source;

import java.util.Arrays;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.head.LikelihoodHead;
import org.lstm4j.forecast.likelihood.Distribution;
import org.lstm4j.forecast.likelihood.GaussianLikelihood;
import org.lstm4j.forecast.likelihood.LaplaceDistribution;
import org.lstm4j.forecast.likelihood.LaplaceLikelihood;
import org.lstm4j.forecast.likelihood.LogNormalLikelihood;
import org.lstm4j.forecast.likelihood.NormalDistribution;

/// A distribution whose quantiles are location + scale · the quantile of the standard one, or e to the power of that.
///
/// @param smallest what the scale is at least
/// @param standard with location 0 and scale 1
/// @param function that computes a quantile
record SourceDistribution(double smallest, Distribution standard, RuntimePart function) {

    /// @throws ConfigurationException when there is no plain function for its quantiles
    static SourceDistribution of(LikelihoodHead head) {
        return switch (head.likelihood()) {
            case GaussianLikelihood gaussian -> new SourceDistribution(gaussian.loss().smallestScale(),
                    new NormalDistribution(0, 1), RuntimePart.DISTRIBUTION);
            case LogNormalLikelihood logNormal -> new SourceDistribution(logNormal.loss().smallestScale(),
                    new NormalDistribution(0, 1), RuntimePart.LOGARITHMIC_DISTRIBUTION);
            case LaplaceLikelihood laplace -> new SourceDistribution(laplace.loss().smallestScale(),
                    new LaplaceDistribution(0, 1), RuntimePart.DISTRIBUTION);
            default -> throw new ConfigurationException(new Problem("the forecaster cannot be written as plain Java: it"
                    + " answers with a distribution that there is no plain function for",
                    "gaussian, log-normal or laplace", head.likelihood().name(),
                    "train with --loss quantiles or one of these, leave out --whole for the network alone, or use the"
                            + " model in lstm4j"));
        };
    }

    /// The quantiles of the standard distribution.
    double[] quantiles(double[] levels) {
        return Arrays.stream(levels).map(standard::quantile).toArray();
    }
}
