package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// Keeps a step from exploding.
///
/// Source: Pascanu, Mikolov and Bengio, On the difficulty of training recurrent neural networks, 2013.
public final class GradientClipping {

    /// Keeps the factor finite, as in PyTorch's clip_grad_norm_.
    private static final double TINY = 1e-6;

    private GradientClipping() {}

    /// Scales all gradients together so that their joint L2 norm is at most `maximum`; the direction of the step stays. PyTorch's
    /// clip_grad_norm_, Keras' global_clipnorm.
    ///
    /// @param maximum above 0; with infinity nothing is scaled
    /// @return the norm before, NaN or infinite when a gradient is
    /// @throws IllegalArgumentException when the maximum is not above 0
    public static double byNorm(List<Parameter> parameters, double maximum) {
        requireMaximum("norm", maximum);
        double norm = norm(parameters);
        double factor = maximum / (norm + TINY);
        if (factor < 1) {
            scale(parameters, (float) factor);
        }
        return norm;
    }

    /// Scales the gradient of each parameter by itself so that its L2 norm is at most `maximum`. Keras' clipnorm.
    ///
    /// @param maximum above 0; with infinity nothing is scaled
    /// @throws IllegalArgumentException when the maximum is not above 0
    public static void byNormOfEach(List<Parameter> parameters, double maximum) {
        requireMaximum("norm", maximum);
        for (int index = 0; index < parameters.size(); index++) {
            float[] gradient = parameters.get(index).gradient();
            double factor = maximum / (Math.sqrt(sumOfSquares(gradient)) + TINY);
            if (factor < 1) {
                scale(gradient, (float) factor);
            }
        }
    }

    /// Brings every element of every gradient into [−maximum, maximum]; the direction of the step may change. NaN stays NaN. PyTorch's
    /// clip_grad_value_, Keras' clipvalue.
    ///
    /// @param maximum above 0; with infinity nothing changes
    /// @throws IllegalArgumentException when the maximum is not above 0
    public static void byValue(List<Parameter> parameters, double maximum) {
        requireMaximum("value", maximum);
        for (int index = 0; index < parameters.size(); index++) {
            clamp(parameters.get(index).gradient(), (float) maximum);
        }
    }

    /// The joint L2 norm of all gradients, summed in index order.
    public static double norm(List<Parameter> parameters) {
        double sum = 0;
        for (int index = 0; index < parameters.size(); index++) {
            sum += sumOfSquares(parameters.get(index).gradient());
        }
        return Math.sqrt(sum);
    }

    /// Four sums over every fourth element, added in a fixed tree: the same bytes everywhere, and additions need not wait for
    /// each other.
    private static double sumOfSquares(float[] values) {
        int count = values.length;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int index = 0;
        for (; index + 3 < count; index += 4) {
            a += (double) values[index] * values[index];
            b += (double) values[index + 1] * values[index + 1];
            c += (double) values[index + 2] * values[index + 2];
            d += (double) values[index + 3] * values[index + 3];
        }
        for (; index < count; index++) {
            a += (double) values[index] * values[index];
        }
        return (a + b) + (c + d);
    }

    private static void scale(List<Parameter> parameters, float factor) {
        for (int index = 0; index < parameters.size(); index++) {
            scale(parameters.get(index).gradient(), factor);
        }
    }

    private static void scale(float[] gradient, float factor) {
        for (int element = 0; element < gradient.length; element++) {
            gradient[element] *= factor;
        }
    }

    private static void clamp(float[] gradient, float maximum) {
        for (int element = 0; element < gradient.length; element++) {
            gradient[element] = Math.max(-maximum, Math.min(maximum, gradient[element]));
        }
    }

    private static void requireMaximum(String what, double maximum) {
        if (!(maximum > 0)) {
            throw new IllegalArgumentException(
                    "the largest " + what + " of a gradient must be above 0, but was " + maximum);
        }
    }
}
