/// Where the time of a step goes: kernels that keep time, and a table by phase.
@NullMarked
package org.lstm4j.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
