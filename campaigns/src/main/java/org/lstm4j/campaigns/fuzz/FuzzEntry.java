package org.lstm4j.campaigns.fuzz;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.Lstm4jException;

/// What Jazzer calls: any error but our own is a finding.
public final class FuzzEntry {

    private static @Nullable FuzzTarget target;

    private FuzzEntry() {}

    /// Called by Jazzer once.
    ///
    /// @param arguments the label of a [FuzzTarget]
    public static void fuzzerInitialize(String[] arguments) {
        target = FuzzTarget.of(arguments[0]);
    }

    /// Called by Jazzer with each input.
    public static void fuzzerTestOneInput(byte[] data) {
        try {
            Objects.requireNonNull(target).read(data);
        } catch (Lstm4jException _) {
            // refused, as it should be
        }
    }
}
