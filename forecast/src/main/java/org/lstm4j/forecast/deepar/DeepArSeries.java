package org.lstm4j.forecast.deepar;

import java.util.Objects;

/// A series as DeepAR reads it: what is to be foretold, and what is known beside it. Arrays are shared, not copied.
///
/// @param name tells it from others, in messages and in what is drawn
/// @param target a value a step; NaN where none was observed
/// @param known numbers that are known ahead, [features][steps]: at least as many steps as the target has, and for a forecast
///        those up to its end; finite
/// @param categories one for each kind of category, such as the shop's number; the same in all steps
/// @param statics numbers that are the same in all steps; finite
@SuppressWarnings("ArrayRecordComponent") // a carrier of values, never compared
public record DeepArSeries(
        String name, double[] target, double[][] known, int[] categories, double[] statics) {

    public DeepArSeries {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(known, "known");
        Objects.requireNonNull(categories, "categories");
        Objects.requireNonNull(statics, "statics");
    }

    /// A series of which nothing else is known.
    public static DeepArSeries of(String name, double... target) {
        return new DeepArSeries(name, target, new double[0][], new int[0], new double[0]);
    }

    public DeepArSeries withKnown(double[]... features) {
        return new DeepArSeries(name, target, features, categories, statics);
    }

    public DeepArSeries withCategories(int... other) {
        return new DeepArSeries(name, target, known, other, statics);
    }

    public DeepArSeries withStatics(double... other) {
        return new DeepArSeries(name, target, known, categories, other);
    }

    /// Steps of the target.
    public int steps() {
        return target.length;
    }

    /// The first step with a value; the number of steps where there is none.
    int firstObserved() {
        int step = 0;
        while (step < target.length && Double.isNaN(target[step])) {
            step++;
        }
        return step;
    }
}
