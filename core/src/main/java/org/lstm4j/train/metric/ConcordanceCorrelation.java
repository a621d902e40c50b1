package org.lstm4j.train.metric;

/// The concordance correlation of predictions and targets, −1 to 1: 1 only when they are equal, so unlike [PearsonCorrelation] it
/// also sees a wrong level or scale.
///
/// ```
/// 2·Σ(f − f̄)(y − ȳ) / (Σ(f − f̄)² + Σ(y − ȳ)² + n·(f̄ − ȳ)²)
/// ```
///
/// Source: Lin, A Concordance Correlation Coefficient to Evaluate Reproducibility, 1989. Each output is judged by itself, over all
/// samples and steps, and then the mean over outputs is taken. An output whose predictions and targets are one and the same
/// constant is left out; NaN when there is no other. (Keras' `ConcordanceCorrelation` takes it within each row instead.)
public record ConcordanceCorrelation() implements Metric {

    @Override
    public String name() {
        return "concordance";
    }

    @Override
    public boolean largerIsBetter() {
        return true;
    }

    @Override
    public MetricAccumulator newAccumulator() {
        return new OutputMoments(Moments::concordance);
    }
}
