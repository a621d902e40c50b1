package org.lstm4j.tune.density;

import org.lstm4j.random.RandomStream;

/// How the probability of one observed value is spread over its neighbours. Places are points between 0 and 1.
public sealed interface Kernel permits CutGaussian, CategoryKernel {

    /// The density at a point; over all points it has the mean 1.
    double density(double centre, double point);

    /// A point of that density.
    double draw(double centre, RandomStream random);
}
