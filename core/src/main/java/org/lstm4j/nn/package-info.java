/// Layers: their settings (specs), their weights, and the passes that run them
/// forward and backward.
@NullMarked
package org.lstm4j.nn;

import org.jspecify.annotations.NullMarked;
