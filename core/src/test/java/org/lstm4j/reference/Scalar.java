package org.lstm4j.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// A number that remembers how it was computed, so that the derivative of a result by it can be told: reverse-mode automatic
/// differentiation, a scalar at a time, in double. Formulas written with it are textbook formulas, and no derivative of theirs is
/// written by hand.
final class Scalar {

    private final List<Scalar> sources;
    private final double[] slopes;
    final double value;
    private double gradient;
    private int uses;

    private Scalar(double value, List<Scalar> sources, double... slopes) {
        this.value = value;
        this.sources = sources;
        this.slopes = slopes;
    }

    /// A number that was not computed.
    static Scalar of(double value) {
        return new Scalar(value, List.of());
    }

    /// Numbers that were not computed.
    static Scalar[] of(float[] values) {
        Scalar[] scalars = new Scalar[values.length];
        for (int index = 0; index < values.length; index++) {
            scalars[index] = of(values[index]);
        }
        return scalars;
    }

    /// Numbers that were not computed.
    static Scalar[] of(double[] values) {
        Scalar[] scalars = new Scalar[values.length];
        Arrays.setAll(scalars, index -> of(values[index]));
        return scalars;
    }

    /// Numbers of the same values, whose gradients go no further.
    static Scalar[] constants(Scalar[] values) {
        Scalar[] constants = values.clone();
        Arrays.setAll(constants, index -> values[index].constant());
        return constants;
    }

    /// Numbers of the same values, whose gradients go to others.
    static Scalar[] blaming(Scalar[] values, Scalar[] others) {
        Scalar[] blaming = values.clone();
        Arrays.setAll(blaming, index -> values[index].blaming(others[index]));
        return blaming;
    }

    /// A number of the same value, whose gradient goes no further.
    Scalar constant() {
        return of(value);
    }

    /// A number of the same value, whose gradient goes to another one: what a wrong backward does.
    Scalar blaming(Scalar other) {
        return new Scalar(value, List.of(other), 1);
    }

    Scalar plus(Scalar other) {
        return new Scalar(value + other.value, List.of(this, other), 1, 1);
    }

    Scalar minus(Scalar other) {
        return new Scalar(value - other.value, List.of(this, other), 1, -1);
    }

    Scalar times(Scalar other) {
        return new Scalar(value * other.value, List.of(this, other), other.value, value);
    }

    Scalar times(double factor) {
        return new Scalar(value * factor, List.of(this), factor);
    }

    Scalar plus(double summand) {
        return new Scalar(value + summand, List.of(this), 1);
    }

    Scalar reciprocal() {
        return new Scalar(1 / value, List.of(this), -1 / (value * value));
    }

    Scalar squareRoot() {
        double root = Math.sqrt(value);
        return new Scalar(root, List.of(this), 0.5 / root);
    }

    /// A function of this number.
    Scalar map(DoubleUnaryOperator function, DoubleUnaryOperator slope) {
        return new Scalar(function.applyAsDouble(value), List.of(this), slope.applyAsDouble(value));
    }

    Scalar sigmoid() {
        double y = 1 / (1 + StrictMath.exp(-value));
        return new Scalar(y, List.of(this), y * (1 - y));
    }

    Scalar tanh() {
        double y = StrictMath.tanh(value);
        return new Scalar(y, List.of(this), 1 - y * y);
    }

    /// After [#differentiate]: the derivative of that result by this number.
    double gradient() {
        return gradient;
    }

    /// Works out the derivatives of this result by all that it was computed from.
    void differentiate() {
        for (Scalar scalar : inOrder()) {
            for (int index = 0; index < scalar.slopes.length; index++) {
                scalar.sources.get(index).gradient += scalar.slopes[index] * scalar.gradient;
            }
        }
    }

    /// This result and all it was computed from, each before its sources.
    private List<Scalar> inOrder() {
        List<Scalar> open = new ArrayList<>(List.of(this));
        while (!open.isEmpty()) {
            for (Scalar source : open.removeLast().sources) {
                if (source.uses++ == 0) {
                    open.add(source);
                }
            }
        }
        gradient = 1;
        List<Scalar> ordered = new ArrayList<>();
        open.add(this);
        while (!open.isEmpty()) {
            Scalar scalar = open.removeLast();
            ordered.add(scalar);
            for (Scalar source : scalar.sources) {
                if (--source.uses == 0) {
                    open.add(source);
                }
            }
        }
        return ordered;
    }
}
