package org.lstm4j.tune;

/// Rungs that a trial is to be evaluated on, one after the other.
///
/// @param trial who climbs
/// @param from the first of these rungs
/// @param to the last of these rungs
record Climb(Trial trial, int from, int to) {}
