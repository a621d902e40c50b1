package org.lstm4j.reference;

/// The gradients of a loss with respect to everything that goes into one LSTM layer, shaped as what they belong to. Zero
/// when made.
final class ReferenceGradients {

    /// dx, [B, T, F].
    final double[][][] input;

    /// dW, [4H, F].
    final double[][] inputWeights;

    /// dR, [4H, H].
    final double[][] recurrentWeights;

    /// db, [4H].
    final double[] bias;

    /// dh and dc before the first step, [B, H] each.
    final ReferenceState initial;

    ReferenceGradients(int batch, int steps, int features, int units) {
        this.input = new double[batch][steps][features];
        this.inputWeights = new double[4 * units][features];
        this.recurrentWeights = new double[4 * units][units];
        this.bias = new double[4 * units];
        this.initial = new ReferenceState(batch, units);
    }
}
