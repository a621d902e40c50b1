package org.lstm4j.tune;

import org.lstm4j.tune.density.CategoryKernel;
import org.lstm4j.tune.density.CutGaussian;
import org.lstm4j.tune.density.Kernel;
import org.lstm4j.tune.space.Choice;
import org.lstm4j.tune.space.Hyperparameter;
import org.lstm4j.tune.space.IntegerRange;
import org.lstm4j.tune.space.RealRange;

/// How far the values of the best trials are from those of all, for one hyperparameter: ∫ (best(x) - all(x))² / all(x) dx, the Pearson
/// divergence of two densities.
///
/// Both densities are made of the same kernels, so that the best are at most as many times as dense as there are trials for each of them,
/// wherever the search has been.
final class Divergence {

    /// Deviation of even values between 0 and 1.
    private static final double EVEN_DEVIATION = 1 / Math.sqrt(12);

    private static final double NARROWER = 0.4;

    /// Places at which the integral is taken.
    private static final int PLACES = 100;

    private final Kernel kernel;
    private final int places;
    private final double[] points;
    private final int best;

    /// @param points of all trials, those of the best ones first
    /// @param best how many are the best
    Divergence(Hyperparameter hyperparameter, double[] points, int best) {
        this.kernel = kernel(hyperparameter, best);
        this.places = hyperparameter instanceof Choice choice ? choice.values().size() : PLACES;
        this.points = points;
        this.best = best;
    }

    /// Widths by Scott's rule for even values (Scott 1992), and less than half of that: what chance adds to narrow kernels is taken off
    /// again, and wide ones hide what a hyperparameter of narrow optimum does.
    private static Kernel kernel(Hyperparameter hyperparameter, int best) {
        return switch (hyperparameter) {
            case Choice choice -> new CategoryKernel(choice.values().size(), 1.0 / (best + 1));
            case IntegerRange _,RealRange _ -> new CutGaussian(NARROWER * EVEN_DEVIATION * StrictMath.pow(best, -0.2));
        };
    }

    /// The divergence, less what as many trials picked at random have on average; 0 where that is more.
    double aboveChance() {
        double sum = 0;
        for (int place = 0; place < places; place++) {
            sum += aboveChance((place + 0.5) / places) / places;
        }
        return Math.max(sum, 0);
    }

    /// The variance of a mean of `best` numbers out of `points.length` without putting back is σ² / best · (n - best) / (n - 1).
    private double aboveChance(double place) {
        int count = points.length;
        double sumOfBest = 0;
        double sum = 0;
        double squares = 0;
        for (int index = 0; index < count; index++) {
            double density = kernel.density(points[index], place);
            sumOfBest += index < best ? density : 0;
            sum += density;
            squares += density * density;
        }
        double mean = sum / count;
        double difference = sumOfBest / best - mean;
        double variance = (squares / count - mean * mean) / best * (count - best) / (count - 1);
        return mean > 0 ? (difference * difference - variance) / mean : 0;
    }
}
