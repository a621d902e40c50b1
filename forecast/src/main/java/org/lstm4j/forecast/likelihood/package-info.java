/// Distributions of what is foretold: what a network says of a target beyond one number.
@NullMarked
package org.lstm4j.forecast.likelihood;

import org.jspecify.annotations.NullMarked;
