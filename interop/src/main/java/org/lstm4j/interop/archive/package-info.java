/// Reads zip archives without trusting a length, a name or a ratio in them.
@NullMarked
package org.lstm4j.interop.archive;

import org.jspecify.annotations.NullMarked;
