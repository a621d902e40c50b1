package org.lstm4j.nn.loss;

/// What likelihoods with a scale ask of the smallest one.
final class Scales {

    private Scales() {}

    static void requireSmallest(double smallestScale) {
        if (!(smallestScale > 0 && smallestScale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "smallest scale must be finite and above 0, but was " + smallestScale + "; 0.001 is usual");
        }
    }
}
