/// Randomness from one seed, through named streams.
@NullMarked
package org.lstm4j.random;

import org.jspecify.annotations.NullMarked;
