package org.lstm4j.tensor;

import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;

/// The length of an array that a pass works in. Batch, steps and units multiply, so it may be more than an array can have; as
/// an int it would wrap round to a wrong length.
public final class ArrayLength {

    private static final long MOST = Integer.MAX_VALUE - 8;

    private ArrayLength() {}

    /// The product of the factors, none below 0.
    ///
    /// @throws ConfigurationException when it is more than an array can have
    public static int of(int... factors) {
        long length = 1;
        for (int factor : factors) {
            length = Math.multiplyExact(length, (long) factor);
            if (length > MOST) {
                throw new ConfigurationException(new Problem("an LSTM's work on one batch does not fit into an array",
                        "at most " + MOST + " numbers", length + " or more",
                        "use smaller batches, fewer steps or fewer units"));
            }
        }
        return (int) length;
    }
}
