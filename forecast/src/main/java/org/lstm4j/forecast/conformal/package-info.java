/// Quantile forecasts corrected by what came true of earlier ones: intervals that cover as often as they say. They know nothing but
/// the arrays handed in.
@NullMarked
package org.lstm4j.forecast.conformal;

import org.jspecify.annotations.NullMarked;
