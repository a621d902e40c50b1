package org.lstm4j.tensor;

/// A row-major float32 array with a shape.
///
/// The array is shared, not copied: whoever holds the tensor may read and write [#data]. What a pass returns belongs to the
/// pass and is overwritten by its next call; take a [#copy] to keep it.
public final class Tensor {

    /// Elements in a text.
    private static final int SHOWN = 8;

    private final Shape shape;
    private final float[] data;

    private Tensor(Shape shape, float[] data) {
        this.shape = shape;
        this.data = data;
    }

    /// Zeros of that shape.
    public static Tensor zeros(Shape shape) {
        return new Tensor(shape, new float[shape.elements()]);
    }

    /// Wraps an array without copying it.
    ///
    /// @throws IllegalArgumentException when the array has not exactly the elements of the shape
    public static Tensor of(Shape shape, float... data) {
        if (data.length != shape.elements()) {
            throw new IllegalArgumentException(
                    "shape " + shape + " needs " + shape.elements() + " values, but the array has " + data.length);
        }
        return new Tensor(shape, data);
    }

    /// Sequences as [batch, steps, features].
    ///
    /// @throws IllegalArgumentException when the sequences differ in steps or features
    public static Tensor sequences(float[][][] values) {
        int steps = values.length == 0 ? 0 : values[0].length;
        int features = steps == 0 ? 0 : values[0][0].length;
        Tensor tensor = zeros(Shape.sequence(steps, features).withBatch(values.length));
        int at = 0;
        for (float[][] sequence : values) {
            requireLength("steps", steps, sequence.length);
            for (float[] step : sequence) {
                requireLength("features", features, step.length);
                System.arraycopy(step, 0, tensor.data, at, features);
                at += features;
            }
        }
        return tensor;
    }

    /// Vectors as [batch, features].
    ///
    /// @throws IllegalArgumentException when the vectors differ in length
    public static Tensor vectors(float[][] values) {
        int features = values.length == 0 ? 0 : values[0].length;
        Tensor tensor = zeros(Shape.vector(features).withBatch(values.length));
        for (int row = 0; row < values.length; row++) {
            requireLength("features", features, values[row].length);
            System.arraycopy(values[row], 0, tensor.data, row * features, features);
        }
        return tensor;
    }

    public Shape shape() {
        return shape;
    }

    /// The elements, row-major; shared.
    public float[] data() {
        return data;
    }

    /// The first axis: how many samples.
    public int batch() {
        return shape.size(0);
    }

    /// The element at one index for each axis.
    ///
    /// @throws IndexOutOfBoundsException when an index is not below the size of its axis
    public float get(int... indices) {
        return data[index(indices)];
    }

    /// Changes the element at one index for each axis.
    ///
    /// @throws IndexOutOfBoundsException when an index is not below the size of its axis
    public void set(float value, int... indices) {
        data[index(indices)] = value;
    }

    /// The same elements, shared, in another shape: only brackets move. It does not swap axes.
    ///
    /// @throws IllegalArgumentException when that shape has another number of elements
    public Tensor reshape(Shape other) {
        return of(other, data);
    }

    public Tensor copy() {
        return new Tensor(shape, data.clone());
    }

    /// Samples `from` (inclusive) to `to` (exclusive) of the first axis, copied.
    ///
    /// @throws IndexOutOfBoundsException when there are not that many
    public Tensor rows(int from, int to) {
        if (from < 0 || to < from || to > batch()) {
            throw new IndexOutOfBoundsException(
                    "rows " + from + " to " + to + " (exclusive) were asked for, but the tensor is " + shape);
        }
        Shape sample = shape.withoutBatch();
        Tensor part = zeros(sample.withBatch(to - from));
        int size = sample.elements();
        System.arraycopy(data, from * size, part.data, 0, part.data.length);
        return part;
    }

    /// The shape and the first elements.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(shape.toString());
        for (int index = 0; index < Math.min(data.length, SHOWN); index++) {
            text.append(' ').append(data[index]);
        }
        return text.append(data.length > SHOWN ? " …" : "").toString();
    }

    private int index(int... indices) {
        if (indices.length != shape.rank()) {
            throw new IllegalArgumentException(
                    "shape " + shape + " needs " + shape.rank() + " indices, got " + indices.length);
        }
        int index = 0;
        for (int axis = 0; axis < indices.length; axis++) {
            index = index * shape.size(axis) + java.util.Objects.checkIndex(indices[axis], shape.size(axis));
        }
        return index;
    }

    private static void requireLength(String axis, int expected, int received) {
        if (expected != received) {
            throw new IllegalArgumentException(
                    "all samples need the same number of " + axis + ": expected " + expected + ", received "
                            + received);
        }
    }
}
