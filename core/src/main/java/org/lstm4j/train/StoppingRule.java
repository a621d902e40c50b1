package org.lstm4j.train;

import java.util.Objects;

/// When [EarlyStopping] stops.
///
/// @param monitor what it watches
/// @param patience epochs without improvement, at least 1
/// @param baseline what a value must beat to count; NaN for none
/// @param restores whether the best weights are restored
/// @param firstEpoch the first epoch it looks at, from 1
record StoppingRule(Monitor monitor, int patience, double baseline, boolean restores, int firstEpoch) {

    StoppingRule {
        Objects.requireNonNull(monitor, "monitor");
        Settings.requireAtLeast("early-stopping patience", 1, patience);
        Settings.requireAtLeast("first epoch of early stopping", 1, firstEpoch);
    }

    StoppingRule withBaseline(double other) {
        return new StoppingRule(monitor, patience, other, restores, firstEpoch);
    }

    StoppingRule withRestoring(boolean other) {
        return new StoppingRule(monitor, patience, baseline, other, firstEpoch);
    }

    StoppingRule withFirstEpoch(int other) {
        return new StoppingRule(monitor, patience, baseline, restores, other);
    }

    boolean beatsBaseline(double value) {
        return Double.isNaN(baseline) || monitor.isBetter(value, baseline);
    }
}
