/// A time series and where its steps are in time: what every other part of
/// forecasting works on.
@NullMarked
package org.lstm4j.forecast;

import org.jspecify.annotations.NullMarked;
