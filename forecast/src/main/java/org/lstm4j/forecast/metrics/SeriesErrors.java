package org.lstm4j.forecast.metrics;

/// The point errors of one series over all its windows; NaN where undefined, as in [Metrics].
///
/// @param series its name
/// @param points actual values that counted
/// @param mae mean absolute error
/// @param rmse root of the mean squared error
/// @param mase mean absolute scaled error
/// @param smape symmetric mean absolute percentage error, in percent from 0 to 200
public record SeriesErrors(String series, long points, double mae, double rmse, double mase, double smape) {}
