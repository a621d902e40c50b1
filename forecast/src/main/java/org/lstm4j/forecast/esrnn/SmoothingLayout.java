package org.lstm4j.forecast.esrnn;

import java.util.List;

/// Where the trained numbers of one series stand in an array:
///
/// ```
/// level coefficient | a coefficient for each season | the initial indices of each season, one season after the other
/// ```
///
/// Coefficients stand there as logits, logit(α) = log(α / (1 − α)), so that training cannot bring them out of (0, 1).
///
/// @param seasons lengths in steps, each above the one before, at least 2; empty for none
record SmoothingLayout(List<Integer> seasons) {

    SmoothingLayout {
        seasons = List.copyOf(seasons);
        int before = 1;
        for (int season : seasons) {
            if (season <= before) {
                throw new IllegalArgumentException("seasons must be at least 2 steps long and each longer than the one"
                        + " before, but were " + seasons + "; leave them out where there is no season");
            }
            before = season;
        }
    }

    int count() {
        return seasons.size();
    }

    int season(int index) {
        return seasons.get(index);
    }

    /// Numbers a series has.
    int size() {
        return firstIndex(count());
    }

    int seasonCoefficient(int index) {
        return 1 + index;
    }

    /// Where a season's initial indices begin.
    int firstIndex(int index) {
        int first = 1 + count();
        for (int season = 0; season < index; season++) {
            first += season(season);
        }
        return first;
    }
}
