package org.lstm4j.nn.recurrent;

import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Hidden and cell state of a batch; also their gradients. Mutable: passes write into it.
///
/// The sizes are those of the layer: a hidden state has as many numbers as the layer gives out, which a projection makes fewer
/// than units; cells that keep no cell state ([GruSpec], [SimpleRnnSpec]) have one of no numbers.
///
/// @param hidden h, [batch, outputs]
/// @param cell c, [batch, units], or [batch, 0]
public record RecurrentState(Tensor hidden, Tensor cell) {

    public RecurrentState {
        if (hidden.shape().rank() != 2 || cell.shape().rank() != 2 || hidden.batch() != cell.batch()) {
            throw new IllegalArgumentException(
                    "hidden and cell state must be [batch, outputs] and [batch, units] of the"
                            + " same batch, but are " + hidden.shape() + " and " + cell.shape());
        }
    }

    /// All zeros, the state before the first step, of an LSTM without projection.
    public static RecurrentState zeros(int batch, int units) {
        return zeros(batch, units, units);
    }

    /// All zeros: the state before the first step.
    ///
    /// @param outputs numbers of a hidden state
    /// @param cellUnits numbers of a cell state
    public static RecurrentState zeros(int batch, int outputs, int cellUnits) {
        return new RecurrentState(
                Tensor.zeros(Shape.of(Axis.batch(batch), new Axis("outputs", outputs))),
                Tensor.zeros(Shape.of(Axis.batch(batch), new Axis("units", cellUnits))));
    }

    public RecurrentState copy() {
        return new RecurrentState(hidden.copy(), cell.copy());
    }

    /// @throws IllegalArgumentException when its sizes are others, naming both
    void requireShape(int batch, int outputs, int cellUnits) {
        if (hidden.batch() != batch || hidden.shape().last() != outputs || cell.shape().last() != cellUnits) {
            throw new IllegalArgumentException("the state is " + hidden.shape() + " and " + cell.shape()
                    + ", but the pass needs a hidden state [batch " + batch + ", outputs " + outputs
                    + "] and a cell state [batch " + batch + ", units " + cellUnits
                    + "]; take RecurrentPass.newState()");
        }
    }
}
