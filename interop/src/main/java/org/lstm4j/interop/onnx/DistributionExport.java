package org.lstm4j.interop.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.head.LikelihoodHead;
import org.lstm4j.forecast.likelihood.GaussianLikelihood;
import org.lstm4j.forecast.likelihood.LaplaceDistribution;
import org.lstm4j.forecast.likelihood.LaplaceLikelihood;
import org.lstm4j.forecast.likelihood.LogNormalLikelihood;
import org.lstm4j.forecast.likelihood.StudentTLikelihood;
import org.lstm4j.interop.onnx.OnnxAttribute.Whole;
import org.lstm4j.special.Normal;

/// Reads quantiles out of the parameters of a distribution: location + scale · quantile of the standard one.
///
/// | distribution | quantile of the standard one |
/// |---|---|
/// | Gaussian, log-normal (whose logarithm it is) | a constant for each level |
/// | Laplace | a constant for each level |
/// | Student's t | a function of the degrees of freedom for each level: [StudentTQuantiles] |
///
/// @param smallest what the scale is at least
/// @param standard of the distribution with location 0 and scale 1
/// @param logarithmic whether it is the distribution of the logarithm
record DistributionExport(double smallest, Standard standard, boolean logarithmic) {

    /// The outputs of the network for a value: location, scale before softplus, degrees of freedom before softplus.
    private static final int SCALE = 1;
    private static final int DEGREES = 2;
    private static final double FEWEST_DEGREES = 2;

    /// Distributions with location 0 and scale 1.
    enum Standard {
        NORMAL, LAPLACE, STUDENT_T
    }

    /// @throws ConfigurationException when its quantiles cannot be written
    static DistributionExport of(LikelihoodHead head) {
        return switch (head.likelihood()) {
            case GaussianLikelihood gaussian ->
                new DistributionExport(gaussian.loss().smallestScale(), Standard.NORMAL, false);
            case LogNormalLikelihood logNormal ->
                new DistributionExport(logNormal.loss().smallestScale(), Standard.NORMAL, true);
            case LaplaceLikelihood laplace ->
                new DistributionExport(laplace.loss().smallestScale(), Standard.LAPLACE, false);
            case StudentTLikelihood studentT ->
                new DistributionExport(studentT.loss().smallestScale(), Standard.STUDENT_T, false);
            default -> throw new ConfigurationException(new Problem(
                    "the forecaster cannot be written as an ONNX model: it answers with the distribution "
                            + head.likelihood().name() + ", whose quantiles ONNX has no operators for",
                    "gaussian, log-normal, laplace or student-t", head.likelihood().name(),
                    "train it with --loss quantiles or one of these, or use it in lstm4j"));
        };
    }

    /// Of symmetric distributions the location.
    ///
    /// @param said [batch, horizon, targets, outputs] float64
    /// @return [batch, horizon, targets] float64
    String median(Arithmetic arithmetic, String said) {
        String location = arithmetic.graph().node("Gather", List.of(said, arithmetic.graph().whole("location", 0)),
                Map.of("axis", new Whole(3)));
        return unbent(arithmetic, location);
    }

    /// @param said [batch, horizon, targets, outputs] float64
    /// @param levels rising
    /// @return [batch, horizon, targets, levels] float64
    String quantiles(Arithmetic arithmetic, String said, double[] levels) {
        String location = arithmetic.part(said, 3, 0, 1);
        String scale = arithmetic.plus(arithmetic.softplus(arithmetic.part(said, 3, SCALE, SCALE + 1L)),
                arithmetic.number("smallest", smallest));
        String distance = switch (standard) {
            case NORMAL -> constants(arithmetic, Arrays.stream(levels).map(Normal::quantile).toArray());
            case LAPLACE -> constants(arithmetic,
                    Arrays.stream(levels).map(new LaplaceDistribution(0, 1)::quantile).toArray());
            case STUDENT_T -> new StudentTQuantiles(arithmetic, levels).of(arithmetic.plus(
                    arithmetic.softplus(arithmetic.part(said, 3, DEGREES, DEGREES + 1L)),
                    arithmetic.number("fewest", FEWEST_DEGREES)));
        };
        return unbent(arithmetic, arithmetic.plus(location, arithmetic.times(scale, distance)));
    }

    private static String constants(Arithmetic arithmetic, double[] quantiles) {
        return arithmetic.graph().doubles("quantiles", quantiles, quantiles.length);
    }

    private String unbent(Arithmetic arithmetic, String quantiles) {
        return logarithmic ? arithmetic.graph().node("Exp", List.of(quantiles)) : quantiles;
    }
}
