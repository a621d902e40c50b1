package org.lstm4j.forecast.deepar;

import org.lstm4j.forecast.likelihood.Distribution;
import org.lstm4j.forecast.likelihood.Likelihood;
import org.lstm4j.nn.loss.GaussianNegativeLogLikelihood;
import org.lstm4j.random.RandomStream;

/// The normal distribution, as far as these tests need it.
record GaussianLikelihood() implements Likelihood {

    private static final GaussianNegativeLogLikelihood LOSS = new GaussianNegativeLogLikelihood();

    @Override
    public String name() {
        return "gaussian";
    }

    @Override
    public GaussianNegativeLogLikelihood loss() {
        return LOSS;
    }

    @Override
    public Normal distribution(float[] outputs, int from, double shift, double scale) {
        return new Normal(outputs[from] * scale + shift, LOSS.scale(outputs[from + 1]) * scale);
    }

    record Normal(double mean, double deviation) implements Distribution {

        @Override
        public double quantile(double level) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public double cumulative(double value) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public double sample(RandomStream random) {
            return mean + deviation * random.nextGaussian();
        }
    }
}
