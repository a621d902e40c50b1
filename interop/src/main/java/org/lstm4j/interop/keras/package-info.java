/// Keras' models in and out: `.keras`, `.weights.h5` and the older `.h5`. A configuration is read as data; no class is looked up by the name
/// it gives.
@NullMarked
package org.lstm4j.interop.keras;

import org.jspecify.annotations.NullMarked;
