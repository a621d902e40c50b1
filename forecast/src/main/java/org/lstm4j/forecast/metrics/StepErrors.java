package org.lstm4j.forecast.metrics;

/// The errors of one horizon step over many windows; NaN where no actual value
/// of that step was observed.
///
/// @param mae mean absolute error
/// @param rmse root of the mean squared error
public record StepErrors(double mae, double rmse) {}
