/// Backtests: how a forecaster would have done at several moments of the past, beside every baseline.
@NullMarked
package org.lstm4j.forecast.backtest;

import org.jspecify.annotations.NullMarked;
