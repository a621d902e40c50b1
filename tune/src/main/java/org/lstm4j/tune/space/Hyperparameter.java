package org.lstm4j.tune.space;

import org.lstm4j.json.JsonValue;

/// A setting that is searched, and the values it may have.
///
/// Every value has a place between 0 and 1, its point, so that samplers need not know what a setting is about. Values that are to be chosen
/// equally often take up equal parts of that line.
public sealed interface Hyperparameter permits IntegerRange, RealRange, Choice {

    /// What a [Configuration] calls it.
    String name();

    /// The value at a point; every point has one.
    ///
    /// @param point from 0 to 1
    JsonValue valueAt(double point);

    /// The point of a value: the middle of the part that has this value.
    ///
    /// @throws org.lstm4j.ConfigurationException when the value is none of this hyperparameter's
    double pointOf(JsonValue value);

    /// Makes sure that the value is one of this hyperparameter's.
    ///
    /// @throws org.lstm4j.ConfigurationException when it is not
    void check(JsonValue value);
}
