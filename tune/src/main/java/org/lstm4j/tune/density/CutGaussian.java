package org.lstm4j.tune.density;

import org.lstm4j.random.RandomStream;

/// A normal density around the centre, cut at 0 and 1.
///
/// @param width its standard deviation before it is cut, above 0 and at most 1
public record CutGaussian(double width) implements Kernel {

    public CutGaussian {
        if (!(width > 0 && width <= 1)) {
            throw new IllegalArgumentException("the width of a kernel lies between 0 and 1, but this one is " + width);
        }
    }

    @Override
    public double density(double centre, double point) {
        double inside = Normal.atMost((1 - centre) / width) - Normal.atMost(-centre / width);
        return Normal.density((point - centre) / width) / (width * inside);
    }

    /// Draws until a point lies inside, which at least a third do.
    @Override
    public double draw(double centre, RandomStream random) {
        double point = -1;
        while (!(point >= 0 && point < 1)) {
            point = centre + width * random.nextGaussian();
        }
        return point;
    }
}
