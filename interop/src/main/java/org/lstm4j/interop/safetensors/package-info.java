/// Tensors of safetensors files that others wrote.
@NullMarked
package org.lstm4j.interop.safetensors;

import org.jspecify.annotations.NullMarked;
