/// What the outputs of a forecaster's network mean: one number, quantiles, or the parameters of a distribution.
@NullMarked
package org.lstm4j.forecast.head;

import org.jspecify.annotations.NullMarked;
