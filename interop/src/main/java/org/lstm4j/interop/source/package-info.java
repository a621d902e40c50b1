/// Networks as a file of plain Java that needs nothing: weights, and loops that say byte for byte what the network says.
@NullMarked
package org.lstm4j.interop.source;

import org.jspecify.annotations.NullMarked;
