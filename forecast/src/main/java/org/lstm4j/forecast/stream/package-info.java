/// Forecasts of series that arrive row by row.
@NullMarked
package org.lstm4j.forecast.stream;

import org.jspecify.annotations.NullMarked;
