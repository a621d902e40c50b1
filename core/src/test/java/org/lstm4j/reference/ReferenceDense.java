package org.lstm4j.reference;

/// A linear layer, y = b + W·x, applied to every step of every sample.
final class ReferenceDense {

    /// W, [Y, H].
    final double[][] weights;

    /// b, [Y].
    final double[] bias;

    ReferenceDense(double[][] weights, double[] bias) {
        this.weights = weights;
        this.bias = bias;
    }

    /// Gradients shaped as what they belong to: dx [B, T, H], dW, db.
    static final class Gradients {

        final double[][][] input;
        final double[][] weights;
        final double[] bias;

        Gradients(int batch, int steps, ReferenceDense dense) {
            this.input = new double[batch][steps][dense.weights[0].length];
            this.weights = new double[dense.weights.length][dense.weights[0].length];
            this.bias = new double[dense.bias.length];
        }
    }

    /// @param input x, [B, T, H]
    /// @return y, [B, T, Y]
    double[][][] forward(double[][][] input) {
        double[][][] output = new double[input.length][input[0].length][];
        for (int sample = 0; sample < input.length; sample++) {
            for (int step = 0; step < input[0].length; step++) {
                double[] y = bias.clone();
                for (int row = 0; row < y.length; row++) {
                    for (int column = 0; column < weights[0].length; column++) {
                        y[row] += weights[row][column] * input[sample][step][column];
                    }
                }
                output[sample][step] = y;
            }
        }
        return output;
    }

    /// @param input what [#forward] was given
    /// @param outputGradient dy, [B, T, Y]
    Gradients backward(double[][][] input, double[][][] outputGradient) {
        Gradients gradients = new Gradients(input.length, input[0].length, this);
        for (int sample = 0; sample < input.length; sample++) {
            for (int step = 0; step < input[0].length; step++) {
                for (int row = 0; row < weights.length; row++) {
                    double dy = outputGradient[sample][step][row];
                    for (int column = 0; column < weights[0].length; column++) {
                        // dW += dy·xᵀ,  dx = Wᵀ·dy
                        gradients.weights[row][column] += dy * input[sample][step][column];
                        gradients.input[sample][step][column] += dy * weights[row][column];
                    }
                    // db += dy
                    gradients.bias[row] += dy;
                }
            }
        }
        return gradients;
    }
}
