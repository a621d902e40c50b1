package org.lstm4j.forecast.conformal;

/// How fast an adaptive calibration moves.
///
/// @param rate γ: how far a level moves when a value is missed; above 0 and below 1. Larger follows changes faster and wavers more
/// @param memory how many of the latest scores of a step are kept; 1 or more. A level of τ needs about 1/(1 − τ)
public record AdaptiveSettings(double rate, int memory) {

    public AdaptiveSettings {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException(
                    "the rate of an adaptive calibration must be above 0 and below 1, but was "
                            + rate + "; 0.01 is usual");
        }
        if (memory < 1) {
            throw new IllegalArgumentException(
                    "the memory of an adaptive calibration must be 1 or more, but was " + memory
                            + "; 250 is usual");
        }
    }

    /// Rate 0.01 (0.005 in the paper), and a memory of 250.
    public AdaptiveSettings() {
        this(0.01, 250);
    }

    public AdaptiveSettings withRate(double newRate) {
        return new AdaptiveSettings(newRate, memory);
    }

    public AdaptiveSettings withMemory(int newMemory) {
        return new AdaptiveSettings(rate, newMemory);
    }
}
