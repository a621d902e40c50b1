/// Why a forecaster says what it says, by column and lag, in the target's unit.
@NullMarked
package org.lstm4j.forecast.explain;

import org.jspecify.annotations.NullMarked;
