/// The specification: what an LSTM and a dense layer compute, as plain loops
/// over `float[]`.
///
/// Everything here is exact about order: each output element is one fixed
/// sequence of float32 operations, so that any other
/// implementation of these interfaces can be held to the same bytes.
@NullMarked
package org.lstm4j.kernels;

import org.jspecify.annotations.NullMarked;
