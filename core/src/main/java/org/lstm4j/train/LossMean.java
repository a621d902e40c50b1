package org.lstm4j.train;

import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.tensor.Tensor;

/// The mean loss over batches: that of all their samples in one batch.
///
/// The loss of a batch is a mean over what a mask leaves of it, so batches weigh by that: see [LossWeights]. Weights of samples are no part
/// of it, as the mean is over samples whatever they weigh. Penalties are of whole batches and weigh by samples.
final class LossMean {

    private double losses;
    private long counted;
    private double penalties;
    private long samples;

    void reset() {
        losses = 0;
        counted = 0;
        penalties = 0;
        samples = 0;
    }

    /// Adds a batch, or a piece of one.
    ///
    /// @param loss its mean loss, without penalties
    /// @param prediction `[batch, …]`
    void add(double loss, Tensor prediction, LossWeights weights, double penalty) {
        int rows = counted(prediction, weights);
        losses += loss * rows;
        counted += rows;
        penalties += penalty * prediction.batch();
        samples += prediction.batch();
    }

    /// The mean with penalties; where masks have left nothing, the penalties alone.
    double value() {
        return (counted == 0 ? 0 : losses / counted) + penalties / samples;
    }

    /// How many rows the mean of a batch is over: samples, or steps of samples that are not masked.
    private static int counted(Tensor prediction, LossWeights weights) {
        return weights.mask() == null
                ? LossWeights.rows(prediction.shape())
                : weights.counted(prediction.shape());
    }

    /// How much a batch counts beside a full one: its share of the rows that would be there without masks.
    ///
    /// @param full samples of a full batch
    static float share(Tensor prediction, LossWeights weights, int full) {
        double rowsOfSample = (double) LossWeights.rows(prediction.shape()) / prediction.batch();
        return (float) (counted(prediction, weights) / (rowsOfSample * full));
    }
}
