package org.lstm4j.forecast.global;

/// Where a target is to be foretold from.
///
/// @param origin the first step foretold: values from it on are not looked at
record TargetOrigin(TargetSeries target, int origin) {}
