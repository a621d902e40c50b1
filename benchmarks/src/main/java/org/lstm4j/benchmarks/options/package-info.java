/// What the options of recurrent layers cost beside the plain layer.
@NullMarked
package org.lstm4j.benchmarks.options;

import org.jspecify.annotations.NullMarked;
