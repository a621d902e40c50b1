/// How good predictions are, in numbers for people to read. What training minimises is a loss.
@NullMarked
package org.lstm4j.train.metric;

import org.jspecify.annotations.NullMarked;
