/// How the learning rate moves during training: schedules to choose from.
///
/// Each is a function of the step alone, a step being one update of the weights; a schedule that PyTorch counts in epochs is had
/// by multiplying with the batches of an epoch.
@NullMarked
package org.lstm4j.optim.schedule;

import org.jspecify.annotations.NullMarked;
