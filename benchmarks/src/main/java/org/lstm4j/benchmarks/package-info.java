@NullMarked
package org.lstm4j.benchmarks;

import org.jspecify.annotations.NullMarked;
