/// How far point forecasts are from what came true.
@NullMarked
package org.lstm4j.forecast.metrics;

import org.jspecify.annotations.NullMarked;
