package org.lstm4j.train.metric;

/// Running weighted means of the predictions and targets of one output, and the sums of their squared deviations and products. After
/// each pair they are those of all pairs so far (Welford, 1962; West, 1979, for weights): unlike Σy² − (Σy)²/n nothing cancels,
/// and for a constant they are exactly 0.
final class Moments {

    private double weight;
    private double meanPrediction;
    private double meanTarget;
    private double predictionDeviation;
    private double targetDeviation;
    private double product;
    private double squaredError;

    void add(double prediction, double target, double ofPair) {
        weight += ofPair;
        double share = ofPair / weight;
        double predictionBefore = prediction - meanPrediction;
        double targetBefore = target - meanTarget;
        meanPrediction += share * predictionBefore;
        meanTarget += share * targetBefore;
        predictionDeviation += ofPair * predictionBefore * (prediction - meanPrediction);
        targetDeviation += ofPair * targetBefore * (target - meanTarget);
        product += ofPair * predictionBefore * (target - meanTarget);
        squaredError += ofPair * (prediction - target) * (prediction - target);
    }

    /// 1 − Σ(y − f)² / Σ(y − ȳ)²; NaN when targets do not vary.
    double rSquared() {
        return targetDeviation > 0 ? 1 - squaredError / targetDeviation : Double.NaN;
    }

    /// Σ(f − f̄)(y − ȳ) / √(Σ(f − f̄)²·Σ(y − ȳ)²); NaN when predictions or targets do not vary.
    double correlation() {
        double scale = Math.sqrt(predictionDeviation * targetDeviation);
        return scale > 0 ? Math.clamp(product / scale, -1.0, 1.0) : Double.NaN;
    }

    /// 2·Σ(f − f̄)(y − ȳ) / (Σ(f − f̄)² + Σ(y − ȳ)² + n·(f̄ − ȳ)²); NaN when that is 0.
    double concordance() {
        double shift = meanPrediction - meanTarget;
        double scale = predictionDeviation + targetDeviation + weight * shift * shift;
        return scale > 0 ? 2 * product / scale : Double.NaN;
    }
}
