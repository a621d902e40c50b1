package org.lstm4j.train.metric;

/// Pearson's correlation of predictions and targets, −1 to 1: whether they rise and fall together, whatever their level and scale.
///
/// Each output is judged by itself, over all samples and steps, and then the mean over outputs is taken. Outputs whose predictions or
/// targets do not vary are left out; NaN when there is no other. (Keras' `PearsonCorrelation` takes it within each row instead.)
public record PearsonCorrelation() implements Metric {

    @Override
    public String name() {
        return "pearson";
    }

    @Override
    public boolean largerIsBetter() {
        return true;
    }

    @Override
    public MetricAccumulator newAccumulator() {
        return new OutputMoments(Moments::correlation);
    }
}
