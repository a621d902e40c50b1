package org.lstm4j.train.metric;

/// The coefficient of determination, R² = 1 − Σ(y − f)² / Σ(y − ȳ)²: 1 is perfect, 0 no better than the mean of the targets, below 0
/// worse.
///
/// Each output is judged by itself, over all samples and steps, and then the mean over outputs is taken, so that an output of large
/// numbers weighs no more than another: Keras' `R2Score` and scikit-learn's `uniform_average`. Outputs whose targets do not vary
/// are left out; NaN when there is no other.
public record RSquared() implements Metric {

    @Override
    public String name() {
        return "r2";
    }

    @Override
    public boolean largerIsBetter() {
        return true;
    }

    @Override
    public MetricAccumulator newAccumulator() {
        return new OutputMoments(Moments::rSquared);
    }
}
