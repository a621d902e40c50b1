package org.lstm4j.tune.density;

import java.util.List;
import org.lstm4j.random.RandomStream;

/// A density over points of the unit cube, estimated from observed ones (Parzen 1962): the mean of one bump around each and of the even
/// density, which counts as one observation, so that no point is impossible. A bump is the product of a kernel for each coordinate; the
/// coordinates of an observation stay together. Immutable.
public final class ParzenDensity {

    private final List<Kernel> kernels;
    private final List<double[]> centres;

    /// @param kernels one per coordinate
    /// @param centres the observed points, not to be changed; may be none
    public ParzenDensity(List<Kernel> kernels, List<double[]> centres) {
        this.kernels = List.copyOf(kernels);
        this.centres = List.copyOf(centres);
        for (double[] centre : centres) {
            checkLength(centre);
        }
    }

    /// The density at a point, above 0; the even density is 1 everywhere.
    public double at(double[] point) {
        checkLength(point);
        double sum = 1;
        for (double[] centre : centres) {
            sum += bump(centre, point);
        }
        return sum / (centres.size() + 1);
    }

    private double bump(double[] centre, double[] point) {
        double product = 1;
        for (int index = 0; index < point.length; index++) {
            product *= kernels.get(index).density(centre[index], point[index]);
        }
        return product;
    }

    /// A point drawn from the density.
    public double[] draw(RandomStream random) {
        int chosen = random.nextInt(centres.size() + 1);
        double[] point = new double[kernels.size()];
        for (int index = 0; index < point.length; index++) {
            point[index] = chosen == centres.size()
                    ? random.nextDouble()
                    : kernels.get(index).draw(centres.get(chosen)[index], random);
        }
        return point;
    }

    private void checkLength(double[] point) {
        if (point.length != kernels.size()) {
            throw new IllegalArgumentException(
                    "a point here has " + kernels.size() + " coordinates, but this one has " + point.length);
        }
    }
}
