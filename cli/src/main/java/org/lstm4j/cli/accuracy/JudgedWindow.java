package org.lstm4j.cli.accuracy;

/// A window that every method foretells.
///
/// @param series number of the series in its task
/// @param target number of the column among the targets
/// @param origin the step of the first value foretold; a forecast reads targets of the steps before it alone
public record JudgedWindow(int series, int target, int origin) {}
