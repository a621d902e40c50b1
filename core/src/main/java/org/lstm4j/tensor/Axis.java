package org.lstm4j.tensor;

import java.util.Objects;

/// One axis of a shape: what it counts, and how many there are.
///
/// @param name what the axis counts: `batch`, `steps`, `features`, `units`, `outputs`
/// @param size how many, 0 or more
public record Axis(String name, int size) {

    public Axis {
        Objects.requireNonNull(name, "name");
        if (size < 0) {
            throw new IllegalArgumentException("axis " + name + " must have size 0 or more, but had " + size);
        }
    }

    public static Axis batch(int size) {
        return new Axis("batch", size);
    }

    public static Axis steps(int size) {
        return new Axis("steps", size);
    }

    public static Axis features(int size) {
        return new Axis("features", size);
    }

    @Override
    public String toString() {
        return name + " " + size;
    }
}
