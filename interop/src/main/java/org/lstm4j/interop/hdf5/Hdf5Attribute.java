package org.lstm4j.interop.hdf5;

import java.util.List;

/// What is said of a group or a dataset.
public sealed interface Hdf5Attribute {

    /// Texts: one, or an array of them.
    record Texts(List<String> values) implements Hdf5Attribute {

        public Texts {
            values = List.copyOf(values);
        }
    }

    /// Numbers: one, or an array of them.
    record Numbers(List<Double> values) implements Hdf5Attribute {

        public Numbers {
            values = List.copyOf(values);
        }
    }

    /// Something else, which is not read.
    ///
    /// @param what it is
    record Other(String what) implements Hdf5Attribute {}

    /// Its texts; none when it has no values at all.
    ///
    /// @throws IllegalArgumentException when it has values that are no texts
    default List<String> asTexts() {
        return switch (this) {
            case Texts(List<String> values) -> values;
            case Numbers(List<Double> values) when values.isEmpty() -> List.of();
            case Numbers _,Other _ -> throw new IllegalArgumentException("expected texts, but found " + this);
        };
    }
}
