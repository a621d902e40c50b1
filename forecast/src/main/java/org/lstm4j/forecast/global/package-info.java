/// Global models as commands use them: one network that all series share, which foretells each target of each series by itself from
/// its whole past. [GlobalForecaster] wraps an ES-RNN or a DeepAR.
@NullMarked
package org.lstm4j.forecast.global;

import org.jspecify.annotations.NullMarked;
