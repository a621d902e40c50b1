package org.lstm4j.explain;

import java.util.Arrays;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// The one number that is explained of all that a network says about a sample: one output, or a weighted sum of several.
///
/// Outputs are counted over the whole sample, row-major: of [steps 12, targets 2], output 5 is step 2, target 1. Immutable.
public final class OutputSum {

    private final int[] outputs;
    private final float[] weights;

    private OutputSum(int[] outputs, float[] weights) {
        this.outputs = outputs;
        this.weights = weights;
        for (int output : outputs) {
            if (output < 0) {
                throw new IllegalArgumentException("outputs are counted from 0, but one of them was " + output);
            }
        }
    }

    /// One output.
    public static OutputSum of(int output) {
        return weighted(new int[]{output}, 1f);
    }

    /// The mean of some outputs.
    ///
    /// @throws IllegalArgumentException when there is none
    public static OutputSum mean(int... outputs) {
        float[] weights = new float[outputs.length];
        Arrays.fill(weights, 1f / Math.max(1, outputs.length));
        return weighted(outputs, weights);
    }

    /// A weighted sum of some outputs.
    ///
    /// @param weights one for each output
    /// @throws IllegalArgumentException when there is no output, or not as many weights
    public static OutputSum weighted(int[] outputs, float... weights) {
        if (outputs.length == 0 || outputs.length != weights.length) {
            throw new IllegalArgumentException(
                    "a sum of outputs needs at least one output and a weight for each, but got "
                            + outputs.length + " outputs and " + weights.length + " weights");
        }
        return new OutputSum(outputs.clone(), weights.clone());
    }

    /// The number itself.
    ///
    /// @param sample of the batch
    public double value(Tensor batchOutput, int sample) {
        int first = sample * (batchOutput.data().length / batchOutput.batch());
        double sum = 0;
        for (int index = 0; index < outputs.length; index++) {
            sum += (double) weights[index] * batchOutput.data()[first + outputs[index]];
        }
        return sum;
    }

    /// Adds its slope in the outputs of a sample.
    void addSlope(Tensor batchGradient, int sample) {
        int first = sample * (batchGradient.data().length / batchGradient.batch());
        for (int index = 0; index < outputs.length; index++) {
            batchGradient.data()[first + outputs[index]] += weights[index];
        }
    }

    /// @param output of one sample
    void requireFits(Shape output) {
        for (int index : outputs) {
            if (index >= output.elements()) {
                throw new IllegalArgumentException(
                        "output " + index + " is to be explained, but the network says " + output
                                + "; give a number from 0 to " + (output.elements() - 1));
            }
        }
    }
}
