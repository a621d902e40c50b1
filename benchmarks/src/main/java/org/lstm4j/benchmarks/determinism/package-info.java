/// The check of the promise that the same seed gives the same bytes, whatever computes.
@NullMarked
package org.lstm4j.benchmarks.determinism;

import org.jspecify.annotations.NullMarked;
