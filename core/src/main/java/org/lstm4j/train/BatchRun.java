package org.lstm4j.train;

/// Training on batches of one size, each in one or more pieces, which make an update each unless gradients are accumulated.
interface BatchRun {

    /// Fills the batch with the samples that the order has come to.
    void gather(BatchOrder order);

    /// How many pieces a batch has.
    int pieces();

    /// Adds the gradient of one piece to those that wait for an update; pieces come in order.
    ///
    /// @param piece from 0
    /// @param beside samples of a full batch beside which it counts, or [TrainingStep#ALONE]
    /// @return its loss with penalties; when that is NaN or infinite nothing was added
    double add(int piece, int beside);

    /// Adds what was seen in the last piece, before any update by it.
    void measure(Measures measures, LossMean mean);

    /// The next batch goes on from no batch before it, in layers that keep their state.
    void resetState();

    /// The largest magnitude in the data of the batch; NaN when there is one.
    float largest();
}
