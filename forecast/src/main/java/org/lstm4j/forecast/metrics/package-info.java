/// How far forecasts are from what came true: one number, quantiles, intervals, sample paths.
@NullMarked
package org.lstm4j.forecast.metrics;

import org.jspecify.annotations.NullMarked;
