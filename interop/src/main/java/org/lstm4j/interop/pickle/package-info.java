/// Reads the few things of Python's pickle format that a state_dict needs, and runs nothing.
@NullMarked
package org.lstm4j.interop.pickle;

import org.jspecify.annotations.NullMarked;
