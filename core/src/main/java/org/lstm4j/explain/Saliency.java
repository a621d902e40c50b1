package org.lstm4j.explain;

import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Sequential;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Which numbers of a sample a network looks at, by its slope there.
///
/// | map | formula | unit |
/// |---|---|---|
/// | saliency | abs(∂f/∂x) | output per input |
/// | gradient × input | x · ∂f/∂x | output |
///
/// The first is from Simonyan, Vedaldi and Zisserman, Deep inside convolutional networks, 2013; the second from Shrikumar et al.,
/// Not just a black box, 2016. A slope says what a small change would do. Where a gate is shut or an activation is at its bound it
/// is 0, however much the input matters: [IntegratedGradients] sees that. Cost: a forward and a backward. Not thread-safe.
public final class Saliency {

    private final InputGradients gradients;

    public Saliency(Sequential network, Compute compute) {
        this.gradients = new InputGradients(network, compute);
    }

    /// abs(∂f/∂x) of each sample, in the shape of the samples.
    ///
    /// @throws IllegalArgumentException as [InputGradients#of]
    public Tensor of(Tensor samples, OutputSum output) {
        Tensor slopes = gradients.of(samples, output);
        for (int index = 0; index < slopes.data().length; index++) {
            slopes.data()[index] = Math.abs(slopes.data()[index]);
        }
        return slopes;
    }

    /// x · ∂f/∂x of each sample, in the shape of the samples; with signs.
    ///
    /// @throws IllegalArgumentException as [InputGradients#of]
    public Tensor timesInput(Tensor samples, OutputSum output) {
        Tensor slopes = gradients.of(samples, output);
        for (int index = 0; index < slopes.data().length; index++) {
            slopes.data()[index] *= samples.data()[index];
        }
        return slopes;
    }

    /// The mean magnitude over samples: signs that differ from sample to sample do not cancel.
    ///
    /// @param ofSamples [batch, …]
    /// @return in the shape of one sample
    public static Tensor meanMagnitude(Tensor ofSamples) {
        Shape sample = ofSamples.shape().withoutBatch();
        Tensor means = Tensor.zeros(sample);
        int size = sample.elements();
        for (int index = 0; index < size; index++) {
            double sum = 0;
            for (int row = 0; row < ofSamples.batch(); row++) {
                sum += Math.abs(ofSamples.data()[row * size + index]);
            }
            means.data()[index] = (float) (sum / Math.max(1, ofSamples.batch()));
        }
        return means;
    }
}
