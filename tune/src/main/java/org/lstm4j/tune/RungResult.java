package org.lstm4j.tune;

/// What a trial came to on one rung.
///
/// @param trial its number, from 1
/// @param rung how much was spent on it, from 0, the cheapest
/// @param score how good it was there
/// @param seconds of wall-clock time it took; of no account to the study
public record RungResult(int trial, int rung, Score score, double seconds) {}
