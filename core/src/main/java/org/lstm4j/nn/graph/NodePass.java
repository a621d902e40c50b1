package org.lstm4j.nn.graph;

/// A node at work: reads flows, writes one.
interface NodePass {

    void forward();

    /// Adds to the gradients of what the node reads, given all of the gradient of what it gave.
    void backward();

    /// Forgets the state that earlier batches left.
    void resetState();
}
