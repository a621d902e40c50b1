/// The kernels with the Vector API: other loops, the same bytes.
@NullMarked
package org.lstm4j.kernels.vector;

import org.jspecify.annotations.NullMarked;
