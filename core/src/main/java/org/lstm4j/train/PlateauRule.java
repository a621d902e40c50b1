package org.lstm4j.train;

import java.util.Objects;

/// When [ReduceLearningRateOnPlateau] lowers the learning rate, and how far.
///
/// @param factor in (0, 1)
/// @param patience epochs without improvement, at least 1
/// @param cooldown epochs that are not counted afterwards, at least 0
/// @param least the lowest learning rate, at least 0
record PlateauRule(Monitor monitor, double factor, int patience, int cooldown, double least) {

    PlateauRule {
        Objects.requireNonNull(monitor, "monitor");
        if (!(factor > 0 && factor < 1)) {
            throw new IllegalArgumentException("the factor of a plateau must be in (0, 1), but was " + factor);
        }
        Settings.requireAtLeast("patience of a plateau", 1, patience);
        Settings.requireAtLeast("cooldown of a plateau", 0, cooldown);
        if (!(least >= 0)) {
            throw new IllegalArgumentException("the least learning rate must be at least 0, but was " + least);
        }
    }

    PlateauRule withFactor(double other) {
        return new PlateauRule(monitor, other, patience, cooldown, least);
    }

    PlateauRule withPatience(int other) {
        return new PlateauRule(monitor, factor, other, cooldown, least);
    }

    PlateauRule withCooldown(int other) {
        return new PlateauRule(monitor, factor, patience, other, least);
    }

    PlateauRule withLeast(double other) {
        return new PlateauRule(monitor, factor, patience, cooldown, other);
    }

    double lowered(double rate) {
        return Math.max(rate * factor, least);
    }
}
