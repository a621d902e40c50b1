package org.lstm4j.interop.onnx;

import java.util.List;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.model.FileFaults;
import org.lstm4j.model.Quoted;
import org.lstm4j.model.TensorType;

/// A tensor whose numbers are in memory: listed one by one in the file, or computed from others.
final class ListedTensor implements StoredTensor {

    private final String name;
    private final TensorType type;
    private final List<Long> shape;
    private final double[] numbers;

    /// @param numbers shared
    /// @throws org.lstm4j.ModelFileException when there are not as many as the shape needs
    ListedTensor(String name, TensorType type, List<Long> shape, double[] numbers, FileFaults faults) {
        this.name = name;
        this.type = type;
        this.shape = List.copyOf(shape);
        this.numbers = numbers;
        if (product(shape) != numbers.length) {
            throw faults.damaged("tensor " + Quoted.of(name) + " has another number of elements than its shape needs",
                    "shape " + shape, numbers.length + " elements");
        }
    }

    /// −1 for what no array can have.
    private static long product(List<Long> shape) {
        long product = 1;
        for (long size : shape) {
            if (size < 0 || size > Integer.MAX_VALUE || product > Integer.MAX_VALUE) {
                return -1;
            }
            product *= size;
        }
        return product;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public TensorType type() {
        return type;
    }

    @Override
    public List<Long> shape() {
        return shape;
    }

    @Override
    public void read(float[] target) {
        for (int index = 0; index < target.length; index++) {
            target[index] = (float) numbers[index];
        }
    }

    @Override
    public void read(double[] target) {
        System.arraycopy(numbers, 0, target, 0, target.length);
    }
}
