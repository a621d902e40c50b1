package org.lstm4j.reference;

import java.util.List;

/// Clipping by norm, as PyTorch does it: when the norm ‖dw‖ of all gradients together exceeds a maximum m, all are scaled by
/// m / (‖dw‖ + 1e-6).
final class ReferenceClipping {

    private ReferenceClipping() {}

    /// @return the norm before clipping
    static double clip(List<double[]> gradients, double maximum) {
        double sum = 0;
        for (double[] row : gradients) {
            for (double value : row) {
                sum += value * value;
            }
        }
        double norm = Math.sqrt(sum);
        double scale = Math.min(1, maximum / (norm + 1e-6));
        for (double[] row : gradients) {
            for (int index = 0; index < row.length; index++) {
                row[index] *= scale;
            }
        }
        return norm;
    }
}
