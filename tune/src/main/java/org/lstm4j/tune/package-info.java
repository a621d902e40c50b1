/// Search for settings: trials, the rungs they climb, and the study they make up.
@NullMarked
package org.lstm4j.tune;

import org.jspecify.annotations.NullMarked;
