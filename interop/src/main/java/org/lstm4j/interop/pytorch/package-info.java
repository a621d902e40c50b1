/// State dicts of PyTorch in and out: whose tensors they are is told from names and shapes.
@NullMarked
package org.lstm4j.interop.pytorch;

import org.jspecify.annotations.NullMarked;
