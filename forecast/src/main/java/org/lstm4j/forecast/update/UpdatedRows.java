package org.lstm4j.forecast.update;

import java.util.Comparator;
import java.util.List;

/// Which rows an update was made of, over all series that took part. Times are as [org.lstm4j.forecast.Timeline#format] writes them.
///
/// @param series how many took part
/// @param steps new steps of all of them
/// @param heldSteps how many of these were held out
/// @param first the earliest new step
/// @param last the latest one: the last step the forecaster knows afterwards
public record UpdatedRows(int series, int steps, int heldSteps, String first, String last) {

    static UpdatedRows of(List<NewRows> all) {
        NewRows first = all.stream()
                .min(Comparator.comparingLong(rows -> rows.instant(rows.newFrom())))
                .orElseThrow();
        NewRows last = all.stream()
                .max(Comparator.comparingLong(rows -> rows.instant(rows.end() - 1)))
                .orElseThrow();
        return new UpdatedRows(all.size(), all.stream().mapToInt(NewRows::newSteps).sum(),
                all.stream().mapToInt(NewRows::heldSteps).sum(), first.time(first.newFrom()),
                last.time(last.end() - 1));
    }
}
