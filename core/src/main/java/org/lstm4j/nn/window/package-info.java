/// Layers that know what a window of a time series is: steps looked back on, steps to foretell.
@NullMarked
package org.lstm4j.nn.window;

import org.jspecify.annotations.NullMarked;
