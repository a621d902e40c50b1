package org.lstm4j.tune.sampler;

import java.util.List;
import org.lstm4j.tune.density.CategoryKernel;
import org.lstm4j.tune.density.CutGaussian;
import org.lstm4j.tune.density.Kernel;
import org.lstm4j.tune.density.ParzenDensity;
import org.lstm4j.tune.space.Choice;
import org.lstm4j.tune.space.Hyperparameter;
import org.lstm4j.tune.space.IntegerRange;
import org.lstm4j.tune.space.RealRange;
import org.lstm4j.tune.space.SearchSpace;

/// Densities of configurations over a search space.
///
/// Kernels narrow with the number of observations n and the number of hyperparameters d as `n^(-1/(d + 4))` (Scott's rule), from a width that
/// does not depend on how the observations are spread: with few of them their spread is mostly chance. Measured beside widths by spread and
/// beside a lower bound for the widths, over seven functions: `SamplerCampaign`.
final class KernelChoice {

    /// Around a lone observation, as a share of the whole range.
    private static final double WIDEST = 0.2;

    private KernelChoice() {}

    static ParzenDensity density(SearchSpace space, List<double[]> points) {
        List<Kernel> kernels = space.hyperparameters()
                .stream()
                .map(hyperparameter -> kernel(hyperparameter, space.size(), points.size()))
                .toList();
        return new ParzenDensity(kernels, points);
    }

    private static Kernel kernel(Hyperparameter hyperparameter, int dimensions, int observations) {
        return switch (hyperparameter) {
            case Choice choice -> new CategoryKernel(choice.values().size(), 1.0 / (observations + 1));
            case IntegerRange _,RealRange _ ->
                new CutGaussian(WIDEST * StrictMath.pow(Math.max(observations, 1), -1.0 / (dimensions + 4)));
        };
    }
}
