/// Forecasts that need no training: the bar every model has to clear.
@NullMarked
package org.lstm4j.forecast.baseline;

import org.jspecify.annotations.NullMarked;
