/// Arrays with named axes.
@NullMarked
package org.lstm4j.tensor;

import org.jspecify.annotations.NullMarked;
