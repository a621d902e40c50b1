package org.lstm4j.forecast.update;

import java.util.Locale;

/// Which forecaster an update leaves in force.
public enum Kept {
    /// As it was before.
    OLD,
    /// The one that has seen the new rows.
    NEW;

    /// `old`, or `new`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
