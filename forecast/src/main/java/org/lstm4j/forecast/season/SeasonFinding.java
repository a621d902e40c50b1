package org.lstm4j.forecast.season;

import java.util.List;

/// What [SeasonDetector] found.
///
/// @param season the season to work with, in steps; 1 when there is none
/// @param seasons all seasons found, shortest first, among them `season`; empty when there is none
/// @param reason one clause a reader can check: `repeating the day errs 38 % less in training than repeating the last value`
public record SeasonFinding(int season, List<Integer> seasons, String reason) {

    public SeasonFinding {
        seasons = List.copyOf(seasons);
        if (season != 1 && !seasons.contains(season)) {
            throw new IllegalArgumentException("season " + season + " is not among those found, " + seasons);
        }
    }

    static SeasonFinding none(String reason) {
        return new SeasonFinding(1, List.of(), reason);
    }
}
