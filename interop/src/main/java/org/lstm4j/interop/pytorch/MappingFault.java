package org.lstm4j.interop.pytorch;

import java.util.function.Function;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.model.FileFaults;

/// Turns what is wrong with a mapping into words for the one who wrote it.
final class MappingFault {

    private MappingFault() {}

    /// @throws ConfigurationException when the mapping cannot be understood
    static <T, R> R of(FileFaults faults, T mapping, Function<T, R> reading) {
        try {
            return reading.apply(mapping);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(new Problem("the mapping for " + faults.file() + ": " + e.getMessage(), "",
                    "", "correct the mapping"), e);
        }
    }
}
