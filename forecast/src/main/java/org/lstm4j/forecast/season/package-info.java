/// Seasons: whether a series repeats itself, after how many steps, and by what pattern.
@NullMarked
package org.lstm4j.forecast.season;

import org.jspecify.annotations.NullMarked;
