/// How weights follow their gradients.
@NullMarked
package org.lstm4j.optim;

import org.jspecify.annotations.NullMarked;
