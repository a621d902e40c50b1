package org.lstm4j.tune.sampler;

import java.util.List;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tune.space.Configuration;
import org.lstm4j.tune.space.SearchSpace;

/// Chooses each trial evenly over the search space, whatever came before (Bergstra and Bengio, Random search for hyper-parameter
/// optimization, 2012).
///
/// @param space where to choose
/// @param seed any number
public record RandomSampler(SearchSpace space, long seed) implements Sampler {

    @Override
    public Configuration propose(int trial, List<EarlierTrial> earlier) {
        return space.configurationAt(point(stream(seed, trial)));
    }

    private double[] point(RandomStream random) {
        double[] point = new double[space.size()];
        for (int index = 0; index < point.length; index++) {
            point[index] = random.nextDouble();
        }
        return point;
    }

    /// All randomness of a trial.
    static RandomStream stream(long seed, int trial) {
        return new RandomStreams(seed).stream("tuning trial " + trial);
    }
}
