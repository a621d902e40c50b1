/// What `train` comes to on many files when it is told a target and a horizon and no more.
@NullMarked
package org.lstm4j.benchmarks.defaults;

import org.jspecify.annotations.NullMarked;
