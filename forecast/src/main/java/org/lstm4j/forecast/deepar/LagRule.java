package org.lstm4j.forecast.deepar;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lstm4j.forecast.Frequency;

/// Which earlier values a step reads, by the frequency of a series: the last seven, and those a season before with their neighbours.
///
/// | steps | seasons | lags |
/// |---|---|---|
/// | hourly | 24, 168 | 1 to 7; 23, 24, 25, 47, 48, 49; 167, 168, 169 |
/// | daily | 7, 364 | 1 to 8, 13, 14, 15; 363, 364, 365 |
/// | weekly | 52 | 1 to 7; 51, 52, 53, 103, 104, 105 |
/// | monthly | 12 | 1 to 7; 11, 12, 13, 23, 24, 25 |
/// | quarterly | 4 | 1 to 9 |
/// | others | none | 1 to 7 |
///
/// The shortest season comes twice. The idea is that of GluonTS; the numbers are our own.
public final class LagRule {

    private static final int RECENT = 7;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int WEEKS_OF_A_YEAR = 52;
    private static final long DAY = 86_400_000L;

    private LagRule() {}

    /// The lags of steps so far apart, from the shortest on.
    public static List<Integer> of(Frequency frequency) {
        return ofSeasons(seasons(frequency));
    }

    /// The lags of series with those seasons, from the shortest on.
    ///
    /// @param seasons in steps, the shortest first; those below 2 are none
    public static List<Integer> ofSeasons(int... seasons) {
        SortedSet<Integer> lags = new TreeSet<>();
        for (int lag = 1; lag <= RECENT; lag++) {
            lags.add(lag);
        }
        boolean shortest = true;
        for (int season : seasons) {
            if (season > 1) {
                addAround(season, lags);
                if (shortest) {
                    addAround(2 * season, lags);
                }
                shortest = false;
            }
        }
        return List.copyOf(lags);
    }

    private static void addAround(int lag, SortedSet<Integer> lags) {
        for (int near = lag - 1; near <= lag + 1; near++) {
            lags.add(near);
        }
    }

    private static int[] seasons(Frequency frequency) {
        int season = frequency.defaultSeason();
        if (!(frequency instanceof Frequency.FixedStep fixed)) {
            return new int[]{season};
        }
        if (fixed.millis() == DAY * DAYS_OF_A_WEEK) {
            return new int[]{WEEKS_OF_A_YEAR};
        }
        if (fixed.millis() == DAY) {
            return new int[]{DAYS_OF_A_WEEK, DAYS_OF_A_WEEK * WEEKS_OF_A_YEAR};
        }
        return season > 1 ? new int[]{season, DAYS_OF_A_WEEK * season} : new int[0];
    }
}
