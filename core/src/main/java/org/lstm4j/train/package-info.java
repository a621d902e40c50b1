/// Training: compile, fit, evaluate and predict as in Keras, or one step at a time as in PyTorch.
@NullMarked
package org.lstm4j.train;

import org.jspecify.annotations.NullMarked;
