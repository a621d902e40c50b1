/// DeepAR: one autoregressive LSTM for many series, which foretells by drawing paths.
@NullMarked
package org.lstm4j.forecast.deepar;

import org.jspecify.annotations.NullMarked;
