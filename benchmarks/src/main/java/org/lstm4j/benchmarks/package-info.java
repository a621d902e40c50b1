/// The benchmark command: times of training, inference and whole processes as CSV lines, beside the machine's own ceiling.
@NullMarked
package org.lstm4j.benchmarks;

import org.jspecify.annotations.NullMarked;
