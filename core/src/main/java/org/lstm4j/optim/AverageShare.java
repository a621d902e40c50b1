package org.lstm4j.optim;

/// How much the newest weights count in an average of weights, as a function of the update alone. Immutable.
@FunctionalInterface
public interface AverageShare {

    /// The share of the newest weights; the average so far has the rest. The first update is not asked for: it takes the weights as
    /// they are.
    ///
    /// @param updates made before, at least 1
    /// @return in [0, 1]
    double of(long updates);

    /// Fades old weights evenly: 1 − decay. It averages over about the last 1 / (1 − decay) updates.
    ///
    /// @param decay in [0, 1), usually 0.99 to 0.9999
    static AverageShare exponential(double decay) {
        Settings.requireDecay("decay", decay);
        return updates -> 1 - decay;
    }

    /// Fades old weights faster at first, so that the weights of the beginning are soon forgotten:
    /// 1 − min(decay, (1 + n) / (10 + n)) after n updates, as in TensorFlow's ExponentialMovingAverage with a number of updates.
    ///
    /// @param decay to be approached, in [0, 1)
    static AverageShare exponentialWithWarmUp(double decay) {
        Settings.requireDecay("decay", decay);
        return updates -> 1 - Math.min(decay, (1.0 + updates) / (10.0 + updates));
    }

    /// Counts all updates alike: stochastic weight averaging, for the last part of a run at a high rate.
    ///
    /// Source: Izmailov and others, Averaging Weights Leads to Wider Optima and Better Generalization, 2018.
    static AverageShare equal() {
        return updates -> 1.0 / (updates + 1.0);
    }
}
