package org.lstm4j.special;

/// What quantiles may be asked for.
final class Levels {

    private Levels() {}

    static void require(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("the level of a quantile must be above 0 and below 1, but was " + level
                    + "; the median has level 0.5");
        }
    }
}
