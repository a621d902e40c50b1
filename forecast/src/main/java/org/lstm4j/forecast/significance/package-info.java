/// Whether one forecast is better than another by more than chance: over time, and over many series.
@NullMarked
package org.lstm4j.forecast.significance;

import org.jspecify.annotations.NullMarked;
