package org.lstm4j.nn;

import org.lstm4j.compute.Compute;

/// The products of a dense layer over some rows, whose weights [outputs, inputs] are read anew each time. Every way of working gives the
/// bytes of [org.lstm4j.kernels.DenseProducts].
interface DenseWork {

    /// y = x·Wᵀ + b.
    ///
    /// @param x [rows, inputs]
    /// @param y out, [rows, outputs]
    void forward(float[] x, float[] y);

    /// Adds to the gradients of weights and bias.
    ///
    /// @param x [rows, inputs], of the last forward
    /// @param dy [rows, outputs]
    void addWeightGradients(float[] x, float[] dy);

    /// dx = dy·W.
    ///
    /// @param dx out, [rows, inputs]
    void inputGradient(float[] dy, float[] dx);

    /// Panels where there is enough to do: with few rows packing the weights costs more than it saves, with few inputs or outputs most
    /// of a panel is empty.
    static DenseWork of(Dense layer, int rows, PassMode mode, Compute compute) {
        int inputs = layer.weights().shape().last();
        int outputs = layer.spec().units();
        boolean packs = rows >= 32 && inputs >= 8 && outputs >= 8;
        return packs ? new PanelDenseWork(layer, rows, mode, compute) : new PlainDenseWork(layer, rows, mode);
    }
}
