/// Compares what a network says with what another framework said.
@NullMarked
package org.lstm4j.interop.verify;

import org.jspecify.annotations.NullMarked;
