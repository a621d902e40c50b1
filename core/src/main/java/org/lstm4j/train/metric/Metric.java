package org.lstm4j.train.metric;

/// A number that says how good predictions are: `mae`, `rmse`, `accuracy`. Unlike a loss it needs no gradient. Implementations are
/// immutable; what is gathered over batches stands in an accumulator of each evaluation's own.
///
/// A metric is exact over all samples, not a mean of the batches' means, so it does not depend on the size of batches. With
/// weights it divides by their sum, as Keras' weighted metrics do: a sample of weight 2 counts as if it were there twice.
///
/// For a metric of your own implement the smallest of these that fits:
///
/// | interface | the metric looks at | examples |
/// |---|---|---|
/// | [ElementwiseMetric] | one prediction and its target, and takes the mean | [ErrorMetric], [BinaryAccuracy] |
/// | [RowMetric] | all outputs of one sample at one step, and takes the mean | [CategoricalAccuracy] |
/// | [Metric] | whatever it gathers | [MaxError], [AgreementMetric] |
///
/// Any loss is a metric as [LossMetric].
public interface Metric {

    /// Its name in logs: `rmse`.
    String name();

    /// Begins an evaluation.
    MetricAccumulator newAccumulator();

    /// Whether a larger value is the better one.
    default boolean largerIsBetter() {
        return false;
    }
}
