package org.lstm4j.forecast.prepare;

import org.lstm4j.forecast.TimeSeries;

/// A regular series and what was found on the way to it.
public record CleanedSeries(TimeSeries series, CleaningReport report) {}
