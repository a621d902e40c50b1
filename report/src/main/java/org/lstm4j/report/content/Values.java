package org.lstm4j.report.content;

import java.util.Arrays;

/// An immutable row of numbers, one a step, NaN where missing.
public final class Values {

    private static final Values EMPTY = new Values(new double[0]);

    private final double[] values;

    private Values(double[] values) {
        this.values = values;
    }

    /// Copies the numbers.
    public static Values of(double... values) {
        return new Values(values.clone());
    }

    public static Values empty() {
        return EMPTY;
    }

    public int size() {
        return values.length;
    }

    public double at(int index) {
        return values[index];
    }

    /// Whether there is a number at this step.
    public boolean observed(int index) {
        return !Double.isNaN(values[index]);
    }

    /// Whether there is any number at all.
    public boolean anyObserved() {
        return Arrays.stream(values).anyMatch(value -> !Double.isNaN(value));
    }

    /// A copy.
    public double[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
