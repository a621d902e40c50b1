package org.lstm4j.cli.accuracy;

/// One thing to foretell.
///
/// @param series number of the series in its task
/// @param target number of the column among the targets
record TargetOfSeries(int series, int target) {}
