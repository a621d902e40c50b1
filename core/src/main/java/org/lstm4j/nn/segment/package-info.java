/// The segment LSTM: a long past read as a few segments, all segments of the future told at once.
@NullMarked
package org.lstm4j.nn.segment;

import org.jspecify.annotations.NullMarked;
