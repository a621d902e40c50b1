package org.lstm4j.forecast.backtest;

import org.lstm4j.forecast.Evaluation;

/// One window of a [Backtest], of all series together.
///
/// @param number from 1, the oldest
/// @param origin the time of the first step foretold, in the first series; without time, its number
/// @param evaluation the model's errors beside those of the baselines
public record BacktestWindow(int number, String origin, Evaluation evaluation) {}
