/// What is searched: hyperparameters, their ranges, and one choice of values for all of them.
@NullMarked
package org.lstm4j.tune.space;

import org.jspecify.annotations.NullMarked;
