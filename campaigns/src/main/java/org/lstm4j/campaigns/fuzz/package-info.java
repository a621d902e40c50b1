/// Fuzzing of everything that reads foreign files, with Jazzer: whatever the bytes, a reader reads them or refuses them by an error of ours,
/// in bounded time and memory.
@NullMarked
package org.lstm4j.campaigns.fuzz;

import org.jspecify.annotations.NullMarked;
