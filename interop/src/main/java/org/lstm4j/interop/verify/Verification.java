package org.lstm4j.interop.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lstm4j.compute.Compute;
import org.lstm4j.inference.Predictor;
import org.lstm4j.inference.WeightFormat;
import org.lstm4j.nn.Sequential;
import org.lstm4j.tensor.Tensor;

/// Compares what a network says with what another framework said to the same inputs.
///
/// Differences are told in units of the standard deviation of the reference: a difference of 10⁻⁵ of it is what float32 arithmetic in another
/// order makes of a sequence of a hundred steps, and swapped gates or a bias left out are thousands of times as far off.
public final class Verification {

    private Verification() {}

    /// Runs the network on the inputs of a reference.
    ///
    /// @throws org.lstm4j.ModelFileException when the network cannot take the inputs, or gives outputs of another shape
    public static Comparison compare(Sequential network, Reference reference, Compute compute) {
        Tensor outputs = predict(network, reference, compute);
        List<Long> sizes = outputs.shape().axes().stream().map(axis -> (long) axis.size()).toList();
        if (!sizes.equals(reference.outputs()) && !withoutOnes(sizes).equals(withoutOnes(reference.outputs()))) {
            throw reference.faults().unusable("the network gives outputs of another shape",
                    reference.outputs().toString(),
                    sizes.toString(), "check which steps of the last recurrent layer go on, or name other outputs");
        }
        return compare(reference, outputs.data());
    }

    private static Tensor predict(Sequential network, Reference reference, Compute compute) {
        try {
            return Predictor.of(network, WeightFormat.FLOAT32, compute).predict(reference.inputs());
        } catch (IllegalArgumentException e) {
            throw reference.faults().unusable("the network cannot take these inputs: " + e.getMessage(),
                    "[batch, …] of samples " + network.inputShape(), reference.inputs().shape().toString(),
                    "write inputs of that shape, batch first");
        }
    }

    /// [samples, 1] and [samples] are the same numbers.
    private static List<Long> withoutOnes(List<Long> sizes) {
        return sizes.stream().filter(size -> size != 1).toList();
    }

    /// Compares outputs that are there already.
    ///
    /// @param received row-major, as many as the reference has
    public static Comparison compare(Reference reference, float[] received) {
        if (received.length != reference.expected().length) {
            throw new IllegalArgumentException("the reference has " + reference.expected().length
                    + " numbers, but there are " + received.length);
        }
        double[] expected = reference.expected();
        double unit = standardDeviation(expected);
        int worst = 0;
        double largest = 0;
        for (int index = 0; index < expected.length; index++) {
            double difference = Math.abs(received[index] - expected[index]) / unit;
            if (!(difference <= largest)) { // NaN is the worst of all
                largest = difference;
                worst = index;
                if (Double.isNaN(difference)) {
                    break;
                }
            }
        }
        return new Comparison(largest, index(worst, reference.outputs()), expected[worst], received[worst], unit,
                expected.length);
    }

    private static double standardDeviation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean) / values.length;
        }
        return squares > 0 ? Math.sqrt(squares) : 1;
    }

    private static List<Integer> index(int element, List<Long> shape) {
        List<Integer> indices = new ArrayList<>();
        int left = element;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            indices.add((int) (left % shape.get(axis)));
            left /= shape.get(axis).intValue();
        }
        return IntStream.range(0, indices.size()).mapToObj(axis -> indices.get(indices.size() - 1 - axis)).toList();
    }
}
