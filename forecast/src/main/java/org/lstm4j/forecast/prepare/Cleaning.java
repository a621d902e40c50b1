package org.lstm4j.forecast.prepare;

import org.jspecify.annotations.Nullable;
import org.lstm4j.forecast.Frequency;

/// How raw rows become a regular series.
///
/// @param fill how missing values are filled
/// @param aggregate what rows of the same time become
/// @param frequency distance of the steps; null when it is to be found in the times
/// @param season steps of one season, for the seasonal fill; 0 when the frequency's own season is meant
public record Cleaning(FillMethod fill, DuplicateAggregate aggregate, @Nullable Frequency frequency, int season) {

    public Cleaning {
        if (season < 0) {
            throw new IllegalArgumentException("a season must be at least 1 step, but was " + season);
        }
    }

    /// Nothing is filled, duplicates are averaged, the frequency is found.
    public static Cleaning defaults() {
        return new Cleaning(FillMethod.NONE, DuplicateAggregate.MEAN, null, 0);
    }

    public Cleaning withFill(FillMethod newFill) {
        return new Cleaning(newFill, aggregate, frequency, season);
    }

    public Cleaning withAggregate(DuplicateAggregate newAggregate) {
        return new Cleaning(fill, newAggregate, frequency, season);
    }

    public Cleaning withFrequency(@Nullable Frequency newFrequency) {
        return new Cleaning(fill, aggregate, newFrequency, season);
    }

    public Cleaning withSeason(int newSeason) {
        return new Cleaning(fill, aggregate, frequency, newSeason);
    }

    /// Steps of one season: the one that was asked for, or the frequency's own.
    public int seasonFor(Frequency found) {
        return season > 0 ? season : found.defaultSeason();
    }
}
