/// Reads arrays of NumPy: npy and npz.
@NullMarked
package org.lstm4j.interop.numpy;

import org.jspecify.annotations.NullMarked;
