package org.lstm4j.forecast.head;

import org.lstm4j.forecast.likelihood.Distribution;
import org.lstm4j.forecast.likelihood.Likelihood;
import org.lstm4j.nn.loss.Loss;

/// The parameters of a distribution. The one number is its median.
public record LikelihoodHead(Likelihood likelihood) implements Head {

    @Override
    public Loss loss() {
        return likelihood.loss();
    }

    @Override
    public int outputs() {
        return likelihood.loss().groupSize();
    }

    /// The first output of every likelihood is its location.
    @Override
    public int location() {
        return 0;
    }

    @Override
    public double point(float[] said, int from) {
        return distribution(said, from).quantile(0.5);
    }

    @Override
    public boolean givesQuantiles() {
        return true;
    }

    @Override
    public void quantiles(float[] said, int from, double[] levels, double[] out) {
        Distribution distribution = distribution(said, from);
        for (int index = 0; index < levels.length; index++) {
            out[index] = distribution.quantile(levels[index]);
        }
    }

    private Distribution distribution(float[] said, int from) {
        return likelihood.distribution(said, from, 0, 1);
    }
}
