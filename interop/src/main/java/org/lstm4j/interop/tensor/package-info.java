/// Tensors of foreign files, whatever their element type and layout.
@NullMarked
package org.lstm4j.interop.tensor;

import org.jspecify.annotations.NullMarked;
