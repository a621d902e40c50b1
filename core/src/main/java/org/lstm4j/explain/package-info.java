/// Why a network says what it says: gradients, attributions, and what its gates do.
@NullMarked
package org.lstm4j.explain;

import org.jspecify.annotations.NullMarked;
