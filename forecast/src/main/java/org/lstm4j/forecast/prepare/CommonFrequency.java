package org.lstm4j.forecast.prepare;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.Frequency;

/// The one frequency of several series that are forecast together.
///
/// It is the one found in most of them, the first found of several. A series in
/// which another one, or none, was found may still be on it: one with a row
/// every other day is a daily series with gaps. Where its times do not fit, the
/// frequencies are mixed, which is an error.
final class CommonFrequency {

    private CommonFrequency() {}

    /// @throws DataException when no frequency is found in any series, or one does not fit a series
    static Frequency of(List<OrderedRows> series, ZoneId zone) {
        Map<Frequency, Integer> votes = new LinkedHashMap<>();
        DataException firstFailure = null;
        for (OrderedRows rows : series) {
            try {
                votes.merge(FrequencyDetector.detect(rows, zone), 1, Integer::sum);
            } catch (DataException e) {
                firstFailure = firstFailure == null ? e : firstFailure;
            }
        }
        Frequency most = mostVotes(votes);
        if (most == null) {
            throw firstFailure == null ? new IllegalArgumentException("no series were given") : firstFailure;
        }
        if (votes.size() > 1 || firstFailure != null) {
            series.forEach(rows -> requireFit(rows, most, zone));
        }
        return most;
    }

    private static @Nullable Frequency mostVotes(Map<Frequency, Integer> votes) {
        Frequency most = null;
        for (Map.Entry<Frequency, Integer> entry : votes.entrySet()) {
            if (most == null || entry.getValue() > votes.getOrDefault(most, 0)) {
                most = entry.getKey();
            }
        }
        return most;
    }

    private static void requireFit(OrderedRows rows, Frequency frequency, ZoneId zone) {
        if (rows.times().length < 2) {
            return;
        }
        StepDistances distances = new StepDistances(rows.times(), zone);
        MixedFrequency.refuse(rows, distances);
        double explained = distances.explainedBy(frequency);
        if (explained < FrequencyDetector.EXPLAINED) {
            throw new DataException(new Problem(
                    rows.source().title() + " has other steps than most of the series", "steps of " + frequency,
                    "only " + Math.round(100 * explained) + " % of its distances are multiples of that, first times "
                            + OrderedRows.text(rows.times()[0]) + " and " + OrderedRows.text(rows.times()[1]),
                    "leave the series out, or give the step with --freq"));
        }
    }
}
