package org.lstm4j.forecast.metrics;

/// The intervals of one series over all its windows.
///
/// @param series its name
/// @param coverage how often they held, and how wide they were
public record SeriesCoverage(String series, IntervalCoverage coverage) {}
