package org.lstm4j.forecast.anomaly;

/// How a small tail probability Q becomes a score from 0 to 1.
public enum LikelihoodScale {
    /// 1 − Q: the likelihood of the paper. Close to 1 it runs out of digits.
    PROBABILITY("probability") {
        @Override
        double score(double tail) {
            return 1 - tail;
        }
    },
    /// ln(Q + 1e-10) / ln(1e-10): each tenth is a power of ten, so that 0.5 is seen once in 100,000 steps.
    LOG("log") {
        @Override
        double score(double tail) {
            return Math.clamp(StrictMath.log(tail + LEAST_TAIL) / StrictMath.log(LEAST_TAIL), 0, 1);
        }
    };

    /// Tails below it score 1 all alike.
    private static final double LEAST_TAIL = 1e-10;

    private final String label;

    LikelihoodScale(String label) {
        this.label = label;
    }

    /// Its name in saved states.
    public String label() {
        return label;
    }

    /// The scale of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static LikelihoodScale of(String label) {
        for (LikelihoodScale scale : values()) {
            if (scale.label.equals(label)) {
                return scale;
            }
        }
        throw new IllegalArgumentException(
                "no scale of likelihoods is called '" + label + "'; there are probability, log");
    }

    /// @param tail the probability of what is more unusual, from 0 to 1
    abstract double score(double tail);
}
