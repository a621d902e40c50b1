package org.lstm4j.interop.network;

import java.util.List;
import org.lstm4j.interop.tensor.StoredTensor;

/// Where a parameter of a layer comes from: tensors of a foreign file, turned into our orientation and gate order.
///
/// @param origin the names of the tensors, for messages: `lstm.weight_ih_l0`
/// @param shape sizes of the parameter, as the file has it: compared with what the layer needs
/// @param filling puts the numbers, row-major, into the parameter
public record ForeignWeight(String origin, List<Long> shape, Filling filling) {

    public ForeignWeight {
        shape = List.copyOf(shape);
    }

    /// How many numbers the parameter has.
    ///
    /// @throws ArithmeticException when they cannot be counted
    long numbers() {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }

    /// A tensor that is as we have it.
    public static ForeignWeight of(StoredTensor tensor) {
        return new ForeignWeight(tensor.name(), tensor.shape(), tensor::read);
    }

    /// A matrix whose rows are our columns.
    ///
    /// @throws IllegalArgumentException when it is no matrix
    public static ForeignWeight transposed(StoredTensor tensor) {
        if (tensor.shape().size() != 2) {
            throw new IllegalArgumentException(
                    "'" + tensor.name() + "' should be a matrix, but has the shape " + tensor.shape());
        }
        return new ForeignWeight(tensor.name(), tensor.shape().reversed(), target -> WeightArrays.transpose(
                tensor.floats(), Math.toIntExact(tensor.shape().getFirst()), target));
    }

    /// The sum of vectors of one length, rounded once.
    public static ForeignWeight sum(StoredTensor first, StoredTensor second) {
        return new ForeignWeight(first.name() + " + " + second.name(), first.shape(), target -> {
            double[] a = first.doubles();
            double[] b = second.doubles();
            for (int index = 0; index < target.length; index++) {
                target[index] = (float) (a[index] + b[index]);
            }
        });
    }

    /// Puts the numbers of a parameter where they belong.
    public interface Filling {

        /// @param target row-major; of as many elements as [#shape] has
        void fill(float[] target);
    }
}
