package org.lstm4j.nn.recurrent;

import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Hidden and cell state of a batch, each [batch, units]; also their gradients. Mutable: passes write into it.
///
/// @param hidden h
/// @param cell c
public record RecurrentState(Tensor hidden, Tensor cell) {

    public RecurrentState {
        if (!hidden.shape().sameSizes(cell.shape()) || hidden.shape().rank() != 2) {
            throw new IllegalArgumentException(
                    "hidden and cell state must both be [batch, units], but are " + hidden.shape()
                            + " and " + cell.shape());
        }
    }

    /// All zeros: the state before the first step.
    public static RecurrentState zeros(int batch, int units) {
        Shape shape = Shape.of(Axis.batch(batch), new Axis("units", units));
        return new RecurrentState(Tensor.zeros(shape), Tensor.zeros(shape));
    }

    public RecurrentState copy() {
        return new RecurrentState(hidden.copy(), cell.copy());
    }

    void requireShape(int batch, int units) {
        if (hidden.shape().size(0) != batch || hidden.shape().last() != units) {
            throw new IllegalArgumentException("the state is " + hidden.shape() + ", but the pass needs [batch " + batch
                    + ", units " + units + "]");
        }
    }
}
