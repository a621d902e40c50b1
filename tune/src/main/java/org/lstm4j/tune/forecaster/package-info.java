/// Tuning of forecasters: their search space, and their error by rolling validation.
@NullMarked
package org.lstm4j.tune.forecaster;

import org.jspecify.annotations.NullMarked;
