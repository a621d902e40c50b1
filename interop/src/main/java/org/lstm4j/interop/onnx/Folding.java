package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.model.FileFaults;
import org.lstm4j.model.Quoted;
import org.lstm4j.model.TensorType;

/// Computes what nodes make of constants: exporters leave the reordering of weights to whoever runs the model.
///
/// All that is computed for one model together has at most a few times as many numbers as the file has bytes, so that a small file cannot
/// double its constants until memory is full.
final class Folding {

    private static final long FREE = 1 << 16;
    private static final int MOST_AXES = 32;

    private final FileFaults faults;
    private long left;

    /// @param bytes of the file
    Folding(FileFaults faults, long bytes) {
        this.faults = faults;
        left = FREE + 2 * bytes;
    }

    /// The numbers of a tensor, in an array of their own.
    double[] numbers(StoredTensor tensor) {
        take(tensor.elements());
        return tensor.doubles();
    }

    /// A tensor of numbers that were taken from the allowance.
    StoredTensor tensor(String name, TensorType type, List<Long> shape, double[] numbers) {
        return new ListedTensor(name, type, shape, numbers, faults);
    }

    /// The same numbers in another shape.
    StoredTensor reshape(StoredTensor tensor, List<Long> shape) {
        return tensor(tensor.name(), tensor.type(), shape, numbers(tensor));
    }

    StoredTensor transpose(StoredTensor tensor, int[] order) {
        List<Long> shape = new ArrayList<>();
        long[] strides = new long[order.length];
        for (int axis = 0; axis < order.length; axis++) {
            shape.add(tensor.shape().get(order[axis]));
            strides[axis] = stride(tensor, order[axis]);
        }
        return picked(tensor, shape, strides, 0);
    }

    /// A part of one axis.
    ///
    /// @param from within the axis
    StoredTensor slice(StoredTensor tensor, int axis, long from, long count) {
        List<Long> shape = new ArrayList<>(tensor.shape());
        shape.set(axis, count);
        long[] strides = new long[shape.size()];
        for (int place = 0; place < strides.length; place++) {
            strides[place] = stride(tensor, place);
        }
        return picked(tensor, shape, strides, from * stride(tensor, axis));
    }

    /// Tensors of the same other sizes, one after the other along an axis.
    StoredTensor concat(List<StoredTensor> tensors, int axis) {
        StoredTensor first = tensors.getFirst();
        long[] sizes = new long[tensors.size()];
        double[][] parts = new double[tensors.size()][];
        long total = 0;
        for (int part = 0; part < parts.length; part++) {
            sizes[part] = tensors.get(part).shape().get(axis);
            requireFits(first, tensors.get(part), axis);
            parts[part] = numbers(tensors.get(part));
            total += parts[part].length;
        }
        take(total);
        List<Long> shape = new ArrayList<>(first.shape());
        shape.set(axis, Arrays.stream(sizes).sum());
        return tensor(first.name(), first.type(), shape,
                interleaved(parts, sizes, (int) stride(first, axis), (int) total));
    }

    private static double[] interleaved(double[][] parts, long[] sizes, int inner, int total) {
        double[] numbers = new double[total];
        int[] read = new int[parts.length];
        int at = 0;
        while (at < total) {
            for (int part = 0; part < parts.length; part++) {
                int block = (int) sizes[part] * inner;
                System.arraycopy(parts[part], read[part], numbers, at, block);
                read[part] += block;
                at += block;
            }
        }
        return numbers;
    }

    private void requireFits(StoredTensor first, StoredTensor other, int axis) {
        List<Long> one = new ArrayList<>(first.shape());
        List<Long> two = new ArrayList<>(other.shape());
        boolean sameRank = one.size() == two.size();
        if (sameRank) {
            one.remove(axis);
            two.remove(axis);
        }
        if (!sameRank || !one.equals(two)) {
            throw faults.damaged("constants of different shapes are put together", first.shape().toString(),
                    other.shape().toString());
        }
    }

    private StoredTensor picked(StoredTensor tensor, List<Long> shape, long[] strides, long from) {
        double[] source = numbers(tensor);
        int count = (int) shape.stream().reduce(1L, Math::multiplyExact).longValue();
        take(count);
        double[] numbers = new double[count];
        int[] index = new int[shape.size()];
        for (int at = 0; at < count; at++) {
            long place = from;
            for (int axis = 0; axis < index.length; axis++) {
                place += index[axis] * strides[axis];
            }
            numbers[at] = source[(int) place];
            for (int axis = index.length - 1; axis >= 0 && ++index[axis] == shape.get(axis); axis--) {
                index[axis] = 0;
            }
        }
        return tensor(tensor.name(), tensor.type(), shape, numbers);
    }

    private long stride(StoredTensor tensor, int axis) {
        List<Long> shape = tensor.shape();
        if (shape.size() > MOST_AXES) {
            throw faults.damaged("tensor " + Quoted.of(tensor.name()) + " has too many axes", "at most " + MOST_AXES,
                    Integer.toString(shape.size()));
        }
        return shape.subList(axis + 1, shape.size()).stream().reduce(1L, Math::multiplyExact);
    }

    private void take(long elements) {
        left -= elements;
        if (left < 0) {
            throw faults.unusable("nodes make far more of the constants than the file holds", "weights as they are",
                    "weights that are computed", "export the model with constants folded");
        }
    }
}
