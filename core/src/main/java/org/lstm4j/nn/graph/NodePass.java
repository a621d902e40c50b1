package org.lstm4j.nn.graph;

/// A node at work: reads flows, writes one.
interface NodePass {

    void forward();

    /// Adds to the gradients of what the node reads, given all of the gradient of what it gave.
    ///
    /// @param share how much the batch counts beside others, for penalties of layers
    void backward(float share);

    /// What a layer itself adds to the loss.
    double penalty();

    /// Forgets the state that earlier batches left.
    void resetState();
}
