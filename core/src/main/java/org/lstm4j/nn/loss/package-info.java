/// What training minimises.
@NullMarked
package org.lstm4j.nn.loss;

import org.jspecify.annotations.NullMarked;
