package org.lstm4j.forecast.significance;

/// How a [SkillComparison] came to its p-value.
public enum ComparisonMethod {
    /// [DieboldMariano], autocovariances with equal weights.
    DIEBOLD_MARIANO("Diebold-Mariano test", 5, "windows that do not overlap"),
    /// [DieboldMariano], autocovariances with falling weights, since equal ones gave no positive variance.
    DIEBOLD_MARIANO_BARTLETT("Diebold-Mariano test with Bartlett weights", 5, "windows that do not overlap"),
    /// [SignedRankTest], all signs of the ranks counted through.
    SIGNED_RANK_EXACT("exact signed-rank test", 6, "series on which they differ"),
    /// [SignedRankTest], with the normal distribution.
    SIGNED_RANK_NORMAL("signed-rank test", 6, "series on which they differ");

    private final String label;
    private final int least;
    private final String unit;

    ComparisonMethod(String label, int least, String unit) {
        this.label = label;
        this.least = least;
        this.unit = unit;
    }

    /// The name for readers: `Diebold-Mariano test`.
    public String label() {
        return label;
    }

    /// Whether each series counts as a witness of its own, and not each stretch of time.
    public boolean isOverSeries() {
        return this == SIGNED_RANK_EXACT || this == SIGNED_RANK_NORMAL;
    }

    /// How many independent differences it needs before it says anything.
    public int least() {
        return least;
    }

    /// What these are: `windows that do not overlap`.
    String unit() {
        return unit;
    }
}
