package org.lstm4j.kernels;

/// Sigmoid and tanh of many numbers, for cells that put other formulas around them than [LstmGates].
///
/// An implementation gives for every number the bytes of [Activations]; it holds no state and may be called from any thread on
/// disjoint numbers.
public interface GateActivations {

    /// σ of each number, in place.
    ///
    /// @param count a multiple of [GatePanels#UNITS]
    void sigmoid(int count, float[] values, int offset);

    /// tanh of each number, in place.
    ///
    /// @param count a multiple of [GatePanels#UNITS]
    void tanh(int count, float[] values, int offset);
}
