package org.lstm4j.train;

import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

/// Which samples come in which batch, without end: after the last sample they begin anew, in a new order where they are
/// shuffled.
final class BatchOrder {

    private final int[] order;
    private final int batchSize;
    private final boolean shuffle;
    private final RandomStream random;
    private int from;
    private int to;

    /// Before the first batch.
    ///
    /// @param count samples, at least 1
    BatchOrder(int count, Batching batching) {
        order = new int[count];
        for (int index = 0; index < count; index++) {
            order[index] = index;
        }
        batchSize = Math.min(batching.size(), count);
        shuffle = batching.shuffle();
        random = new RandomStreams(batching.seed()).stream("shuffle");
        to = count;
    }

    /// Samples in a full batch.
    int batchSize() {
        return batchSize;
    }

    /// Batches from the first sample to the last.
    int batchesPerPass() {
        return Math.ceilDiv(order.length, batchSize);
    }

    /// Moves to the next batch.
    void advance() {
        if (to == order.length) {
            beginPass();
        }
        from = to;
        to = Math.min(order.length, from + batchSize);
    }

    /// Whether this batch has the first samples of an order.
    boolean beginsAnew() {
        return from == 0;
    }

    private void beginPass() {
        if (shuffle) {
            random.shuffle(order, order.length);
        }
        to = 0;
    }

    /// Samples in this batch.
    int size() {
        return to - from;
    }

    /// Fills a batch of [#size] samples.
    void gather(Samples samples, Batch batch) {
        batch.gather(samples, order, from);
    }
}
