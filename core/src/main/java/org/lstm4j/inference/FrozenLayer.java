package org.lstm4j.inference;

import org.lstm4j.compute.Compute;
import org.lstm4j.nn.StepUse;
import org.lstm4j.tensor.Shape;

/// A layer whose weights no longer change: immutable, shared by all callers of a [Predictor].
interface FrozenLayer {

    /// A workspace for batches of that shape.
    ///
    /// @param batchShape `[batch, …]`
    /// @param keepsState whether a forward goes on from the state that the one before left, as in a stream
    FrozenPass newPass(Shape batchShape, boolean keepsState, Compute compute);

    /// What it makes of the steps of a sequence; decides whether it can run in a stream.
    StepUse stepUse();

    /// Its place and kind in the network, for messages.
    String name();

    /// The shape of one sample that comes out.
    Shape outputShape(Shape sample);
}
