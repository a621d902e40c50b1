package org.lstm4j.reference;

/// What one LSTM layer carries from step to step, or the loss's gradient with respect to it.
final class ReferenceState {

    /// h, [B, H].
    final double[][] hidden;

    /// c, [B, H].
    final double[][] cell;

    ReferenceState(double[][] hidden, double[][] cell) {
        this.hidden = hidden;
        this.cell = cell;
    }

    /// Zeros.
    ReferenceState(int batch, int units) {
        this(new double[batch][units], new double[batch][units]);
    }
}
