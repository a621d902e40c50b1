package org.lstm4j.explain;

import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// How strongly what comes out feels each time step: the Euclidean norm of ∂f/∂x_t, mean over samples.
///
/// Where it falls by the same factor from step to step, nothing that lies far back can be learnt: the vanishing gradient of
/// Hochreiter, Untersuchungen zu dynamischen neuronalen Netzen, 1991, and of Bengio, Simard and Frasconi, 1994. Where it grows,
/// the gradient explodes. Not thread-safe.
public final class GradientBySteps {

    private final InputGradients gradients;

    public GradientBySteps(Sequential network, Compute compute) {
        this.gradients = new InputGradients(network, compute);
    }

    /// Of what the network says.
    ///
    /// @param samples [batch, steps, features]
    /// @return [steps], in the order of time
    /// @throws IllegalArgumentException when samples are no sequences, or the network has no such output
    public double[] of(Tensor samples, OutputSum output) {
        requireSequences(samples);
        return norms(gradients.of(samples, output), 1);
    }

    /// Of the loss of each sample.
    ///
    /// @param samples [batch, steps, features]
    /// @param targets as the loss takes them
    /// @return [steps], in the order of time
    /// @throws IllegalArgumentException when samples are no sequences, or samples or targets do not fit
    public double[] ofLoss(Tensor samples, Tensor targets, Loss loss) {
        requireSequences(samples);
        return norms(gradients.ofLoss(samples, targets, loss), samples.batch());
    }

    private static double[] norms(Tensor gradient, double factor) {
        Shape shape = gradient.shape();
        int steps = shape.size(1);
        int features = shape.size(2);
        double[] norms = new double[steps];
        for (int row = 0; row < shape.size(0); row++) {
            for (int step = 0; step < steps; step++) {
                double squares = 0;
                for (int feature = 0; feature < features; feature++) {
                    double value = gradient.data()[(row * steps + step) * features + feature];
                    squares += value * value;
                }
                norms[step] += factor * Math.sqrt(squares) / shape.size(0);
            }
        }
        return norms;
    }

    private static void requireSequences(Tensor samples) {
        if (samples.shape().rank() != 3) {
            throw new IllegalArgumentException(
                    "gradients by steps need sequences [batch, steps, features], but samples are "
                            + samples.shape() + "; reshape them");
        }
    }
}
