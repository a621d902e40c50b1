package org.lstm4j.model;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Takes the F32 tensors of a file one after the other, up to its checksum. Allocates a tensor only when it is the one that was to
/// come.
final class TensorsInOrder {

    private final SafetensorsReader reader;
    private final List<TensorEntry> entries;
    private int next;

    /// @param reader of a file whose last tensor is the checksum
    TensorsInOrder(SafetensorsReader reader) {
        this.reader = reader;
        List<TensorEntry> all = reader.header().tensors();
        entries = all.subList(0, all.size() - 1);
    }

    /// @throws IllegalArgumentException when the next tensor is another one
    Tensor take(String name) {
        if (next == entries.size()) {
            throw new IllegalArgumentException("the tensor " + Quoted.of(name) + " is missing");
        }
        TensorEntry entry = entries.get(next++);
        if (!entry.name().equals(name) || entry.type() != TensorType.F32) {
            throw new IllegalArgumentException("tensor " + next + " was expected to be " + Quoted.of(name)
                    + " of type F32, but is " + Quoted.of(entry.name()) + " of type " + entry.type());
        }
        Tensor tensor = Tensor.zeros(shape(entry));
        reader.read(entry, tensor.data());
        return tensor;
    }

    /// @throws IllegalArgumentException when there is a tensor that nobody took
    void requireAllTaken() {
        if (next < entries.size()) {
            throw new IllegalArgumentException(
                    "the tensor " + Quoted.of(entries.get(next).name()) + " belongs to nothing");
        }
    }

    /// With made-up names of axes, which files do not keep.
    private static Shape shape(TensorEntry entry) {
        if (entry.elements() > Integer.MAX_VALUE - Long.BYTES || entry.elements() == 0) {
            throw new IllegalArgumentException("tensor " + Quoted.of(entry.name()) + " has " + entry.elements()
                    + " elements; an array of training has 1 to " + (Integer.MAX_VALUE - Long.BYTES));
        }
        List<Axis> axes = new ArrayList<>();
        for (long size : entry.shape()) {
            axes.add(new Axis("axis" + axes.size(), (int) size));
        }
        return new Shape(axes);
    }
}
