package org.lstm4j.interop.network;

import org.lstm4j.Lstm4jException;

/// Makes the error for layers and weights that do not go together: a fault of the file that has both, or a mistake in the mapping that
/// put them together.
public interface Misfit {
    Lstm4jException error(String what, String expected, String received);
}
