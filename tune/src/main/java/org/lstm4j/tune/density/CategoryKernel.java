package org.lstm4j.tune.density;

import org.lstm4j.random.RandomStream;

/// The observed category with most of the probability, all others with the same small rest. Every category has an equal part of the points.
///
/// @param categories how many there are, at least 1
/// @param rest what is added to each category's count, the observed one having counted as 1: above 0
public record CategoryKernel(int categories, double rest) implements Kernel {

    public CategoryKernel {
        if (categories < 1 || !(rest > 0)) {
            throw new IllegalArgumentException(
                    "a category kernel needs a category and a rest above 0, but has " + categories + " and " + rest);
        }
    }

    @Override
    public double density(double centre, double point) {
        double count = category(centre) == category(point) ? 1 + rest : rest;
        return categories * count / (1 + categories * rest);
    }

    @Override
    public double draw(double centre, RandomStream random) {
        boolean same = random.nextDouble() * (1 + categories * rest) < 1;
        int drawn = same ? category(centre) : random.nextInt(categories);
        return (drawn + 0.5) / categories;
    }

    private int category(double point) {
        return Math.min((int) (point * categories), categories - 1);
    }
}
