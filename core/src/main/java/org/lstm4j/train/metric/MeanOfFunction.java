package org.lstm4j.train.metric;

import java.util.Objects;
import java.util.function.DoubleBinaryOperator;

/// The mean of a function of (prediction, target).
record MeanOfFunction(String name, DoubleBinaryOperator function) implements ElementwiseMetric {

    MeanOfFunction {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(function, "function");
    }

    @Override
    public double of(double prediction, double target) {
        return function.applyAsDouble(prediction, target);
    }

    @Override
    public String toString() {
        return name;
    }
}
