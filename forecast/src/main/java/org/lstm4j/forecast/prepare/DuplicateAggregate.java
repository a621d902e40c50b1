package org.lstm4j.forecast.prepare;

/// What several rows of the same time become. Missing values are left out of
/// all three; where every value is missing, so is the result.
public enum DuplicateAggregate {

    /// Their mean: the sum in row order, divided by the count.
    MEAN,

    /// Their sum in row order.
    SUM,

    /// The value of the last row that has one.
    LAST
}
