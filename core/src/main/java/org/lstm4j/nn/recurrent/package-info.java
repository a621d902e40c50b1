/// Recurrent layers: LSTM and its relatives, their settings, weights and states, and the loop over time that runs them.
@NullMarked
package org.lstm4j.nn.recurrent;

import org.jspecify.annotations.NullMarked;
