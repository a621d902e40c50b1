/// Goes on training a forecaster on rows that came later, and keeps the result only where it is no worse.
@NullMarked
package org.lstm4j.forecast.update;

import org.jspecify.annotations.NullMarked;
