/// Exponential smoothing whose coefficients and seasonal indices are trained for every series together with one recurrent network for
/// all of them: ES-RNN.
@NullMarked
package org.lstm4j.forecast.esrnn;

import org.jspecify.annotations.NullMarked;
