/// JSON as a small tree of immutable values, read and written in order and
/// without reflection.
@NullMarked
package org.lstm4j.json;

import org.jspecify.annotations.NullMarked;
