package org.lstm4j.forecast.anomaly;

/// What right and wrong detections count: the three application profiles of the benchmark.
///
/// | profile | true positive | false positive | false negative |
/// |---|---|---|---|
/// | `standard` | 1 | 0.11 | 1 |
/// | `reward_low_FP_rate` | 1 | 0.22 | 1 |
/// | `reward_low_FN_rate` | 1 | 0.11 | 2 |
///
/// True and false positives are further scaled by where they lie, see [NabScorer]. A true negative has the weight 1 in NAB's table, and
/// counts nothing in any score.
public enum NabProfile {
    STANDARD("standard", 1, 0.11, 1), REWARD_LOW_FP("reward_low_FP_rate", 1, 0.22, 1), REWARD_LOW_FN(
            "reward_low_FN_rate", 1, 0.11, 2);

    private final String label;
    private final double truePositive;
    private final double falsePositive;
    private final double falseNegative;

    NabProfile(String label, double truePositive, double falsePositive, double falseNegative) {
        this.label = label;
        this.truePositive = truePositive;
        this.falsePositive = falsePositive;
        this.falseNegative = falseNegative;
    }

    /// Its name in NAB.
    public String label() {
        return label;
    }

    /// What a window counts that is detected at its first row.
    public double truePositive() {
        return truePositive;
    }

    /// What a detection far from any window costs.
    public double falsePositive() {
        return falsePositive;
    }

    /// What a window costs that is not detected.
    public double falseNegative() {
        return falseNegative;
    }

    /// NAB's weight of a row that is rightly left alone: listed, and without effect.
    public double trueNegative() {
        return 1;
    }
}
