/// From raw rows to a regular series: order, duplicates, frequency, gaps, fills,
/// and a report of all that was found.
@NullMarked
package org.lstm4j.forecast.prepare;

import org.jspecify.annotations.NullMarked;
