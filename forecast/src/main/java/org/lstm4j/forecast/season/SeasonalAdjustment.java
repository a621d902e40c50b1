package org.lstm4j.forecast.season;

import java.util.Arrays;
import java.util.Optional;

/// A history with its season taken out where [SeasonalityTest] finds one, as the benchmarks of the M4 competition do it.
///
/// The season is multiplicative. Where a value is not positive, which no series of the competition had, it is additive. Gaps
/// are filled as [SeasonalGaps] says, after the test, which sees only what was observed.
///
/// Immutable.
public final class SeasonalAdjustment {

    private final double[] adjusted;
    private final Optional<ClassicalDecomposition> decomposition;

    private SeasonalAdjustment(double[] adjusted, Optional<ClassicalDecomposition> decomposition) {
        this.adjusted = adjusted;
        this.decomposition = decomposition;
    }

    /// Adjusts a history.
    ///
    /// @param values the history, and possibly later values, which are not looked at; NaN where missing
    /// @param steps how many values are history
    /// @param season steps in a season, 1 when there is none
    public static SeasonalAdjustment of(double[] values, int steps, int season) {
        double[] observed = Arrays.copyOfRange(values, SeasonalGaps.firstObserved(values, steps), steps);
        if (!SeasonalityTest.isSeasonal(observed, season)) {
            return new SeasonalAdjustment(SeasonalGaps.filled(observed, observed.length, 1), Optional.empty());
        }
        double[] filled = SeasonalGaps.filled(observed, observed.length, season);
        SeasonKind kind = allPositive(filled) ? SeasonKind.MULTIPLICATIVE : SeasonKind.ADDITIVE;
        ClassicalDecomposition decomposition = ClassicalDecomposition.of(filled, season, kind);
        return new SeasonalAdjustment(decomposition.adjust(filled), Optional.of(decomposition));
    }

    /// The history from its first observed value on, without gaps and without season; empty when nothing was observed.
    public double[] adjusted() {
        return adjusted.clone();
    }

    /// Whether a season was found and taken out.
    public boolean isSeasonal() {
        return decomposition.isPresent();
    }

    /// Puts the season back into a forecast of the adjusted history.
    ///
    /// @param forecast of the steps right after the history, `[horizon]`; changed in place
    public void restore(double[] forecast) {
        decomposition.ifPresent(season -> {
            for (int step = 0; step < forecast.length; step++) {
                forecast[step] = season.kind().with(forecast[step], season.index(adjusted.length + step));
            }
        });
    }

    private static boolean allPositive(double[] values) {
        for (double value : values) {
            if (!(value > 0)) {
                return false;
            }
        }
        return true;
    }
}
