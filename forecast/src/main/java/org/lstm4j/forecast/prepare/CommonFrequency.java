package org.lstm4j.forecast.prepare;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.Frequency.CalendarMonths;
import org.lstm4j.forecast.Frequency.FixedStep;
import org.lstm4j.forecast.Frequency.StepIndex;

/// The one frequency of several series that are forecast together.
///
/// It is the one found in most of them, the first found of several. A series in
/// which another one, or none, was found may still be on it: one with a row
/// every other day is a daily series with gaps. Where its times do not fit, the
/// frequencies are mixed, which is an error.
final class CommonFrequency {

    /// A row at every other step is a series with gaps; one at every third is a series of another step.
    private static final double MOST_TIMES_LONGER = 2;
    private static final double MONTH_MILLIS = 30.4 * 86_400_000;

    private CommonFrequency() {}

    /// @throws DataException when no frequency is found in any series, or one does not fit a series
    static Frequency of(List<OrderedRows> series, ZoneId zone) {
        Map<Frequency, Integer> votes = new LinkedHashMap<>();
        DataException firstFailure = null;
        List<Optional<Frequency>> found = new ArrayList<>();
        for (OrderedRows rows : series) {
            try {
                Frequency own = FrequencyDetector.detect(rows, zone);
                found.add(Optional.of(own));
                votes.merge(own, 1, Integer::sum);
            } catch (DataException e) {
                found.add(Optional.empty());
                firstFailure = firstFailure == null ? e : firstFailure;
            }
        }
        Frequency most = mostVotes(votes);
        if (most == null) {
            throw firstFailure == null ? new IllegalArgumentException("no series were given") : firstFailure;
        }
        if (votes.size() > 1 || firstFailure != null) {
            for (int index = 0; index < series.size(); index++) {
                requireSimilar(series.get(index), found.get(index), most);
                requireFit(series.get(index), most, zone);
            }
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

    /// A series whose own step is much longer would be mostly gaps.
    private static void requireSimilar(OrderedRows rows, Optional<Frequency> own, Frequency most) {
        own.filter(step -> length(step) > MOST_TIMES_LONGER * length(most)).ifPresent(step -> {
            throw new DataException(new Problem(
                    rows.source().title() + " has other steps than most of the series",
                    "steps of " + most.words(), "steps of " + step.words(),
                    "train on it by itself, or give --freq " + most + " to have the steps in between as missing ones"));
        });
    }

    /// About how long a step is, in milliseconds; 0 without time.
    private static double length(Frequency frequency) {
        return switch (frequency) {
            case FixedStep step -> step.millis();
            case CalendarMonths step -> step.months() * MONTH_MILLIS;
            case StepIndex _ -> 0;
        };
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
                    rows.source().title() + " has other steps than most of the series", "steps of " + frequency.words(),
                    "only " + Math.round(100 * explained) + " % of its distances are multiples of that, first times "
                            + OrderedRows.text(rows.times()[0]) + " and " + OrderedRows.text(rows.times()[1]),
                    "leave the series out, or give the step with --freq"));
        }
    }
}
