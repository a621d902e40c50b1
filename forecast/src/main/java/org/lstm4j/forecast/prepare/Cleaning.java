package org.lstm4j.forecast.prepare;

import org.jspecify.annotations.Nullable;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.Frequency.StepIndex;

/// How raw rows become a regular series.
///
/// @param fill how missing values are filled
/// @param aggregate what rows of the same time become
/// @param frequency distance of the steps; null when it is to be found in the times
/// @param season steps of one season, for the seasonal fill; 0 when the frequency's own season is meant
/// @param resample what the rows of a step become, for rows at any times; null for rows that are a step apart already
public record Cleaning(FillMethod fill, DuplicateAggregate aggregate, @Nullable Frequency frequency, int season,
        @Nullable DuplicateAggregate resample) {

    public Cleaning {
        if (resample != null && (frequency == null || frequency instanceof StepIndex)) {
            throw new IllegalArgumentException("resampling needs the frequency of the steps to come, but was given "
                    + frequency);
        }
        if (season < 0) {
            throw new IllegalArgumentException("a season must be at least 1 step, but was " + season);
        }
    }

    /// Of rows a step apart.
    public Cleaning(FillMethod fill, DuplicateAggregate aggregate, @Nullable Frequency frequency, int season) {
        this(fill, aggregate, frequency, season, null);
    }

    /// Nothing is filled, duplicates are averaged, the frequency is found.
    public static Cleaning defaults() {
        return new Cleaning(FillMethod.NONE, DuplicateAggregate.MEAN, null, 0);
    }

    public Cleaning withFill(FillMethod newFill) {
        return new Cleaning(newFill, aggregate, frequency, season, resample);
    }

    public Cleaning withAggregate(DuplicateAggregate newAggregate) {
        return new Cleaning(fill, newAggregate, frequency, season, resample);
    }

    public Cleaning withFrequency(@Nullable Frequency newFrequency) {
        return new Cleaning(fill, aggregate, newFrequency, season, resample);
    }

    public Cleaning withSeason(int newSeason) {
        return new Cleaning(fill, aggregate, frequency, newSeason, resample);
    }

    /// @param newResample needs a frequency
    public Cleaning withResample(@Nullable DuplicateAggregate newResample) {
        return new Cleaning(fill, aggregate, frequency, season, newResample);
    }

    /// Steps of one season: the one that was asked for, or the frequency's own.
    public int seasonFor(Frequency found) {
        return season > 0 ? season : found.defaultSeason();
    }
}
