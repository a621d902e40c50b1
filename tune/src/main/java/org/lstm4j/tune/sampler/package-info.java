/// How the next trial's values are chosen.
@NullMarked
package org.lstm4j.tune.sampler;

import org.jspecify.annotations.NullMarked;
