package org.lstm4j.forecast.metrics;

/// How often actual values lay inside the intervals, and how wide those were; NaN where none counted.
///
/// @param points actual values that counted
/// @param coverage80 share of them inside the 80 % interval, 0 to 1
/// @param coverage95 share of them inside the 95 % interval, 0 to 1
/// @param width80 mean width of the 80 % interval, in the target's unit
/// @param width95 mean width of the 95 % interval, in the target's unit
public record IntervalCoverage(long points, double coverage80, double coverage95, double width80, double width95) {}
