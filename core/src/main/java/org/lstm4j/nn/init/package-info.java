/// How initial weights are drawn, one weight array at a time.
@NullMarked
package org.lstm4j.nn.init;

import org.jspecify.annotations.NullMarked;
