package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lstm4j.forecast.metrics.MetricsAccumulator;

/// Gathers what a reader must know about the figures of an [Evaluation], each thing once.
final class JudgementNotes {

    /// Of more names than these the rest is counted.
    private static final int MOST_NAMES = 5;

    private final Set<String> notes;
    private final Set<String> leftOut = new LinkedHashSet<>();
    /// The steps of each series and target whose values lie below the floor of forecasts.
    private final Map<String, BitSet> belowFloor = new LinkedHashMap<>();

    /// @param first what is known before the windows are judged
    JudgementNotes(List<String> first) {
        notes = new LinkedHashSet<>(first);
    }

    void add(String note) {
        notes.add(note);
    }

    /// Remembers a series of which a window was not judged for want of a history.
    void leaveOut(String series) {
        leftOut.add(series);
    }

    /// Remembers the values of a window that no forecast can reach, each once.
    void belowFloor(JudgedWindow window, double floor) {
        for (int step = window.origin(); step < window.origin() + window.horizon(); step++) {
            if (window.values()[step] < floor) {
                belowFloor.computeIfAbsent(window.key(), _ -> new BitSet()).set(step);
            }
        }
    }

    /// Adds what the errors of all windows say about themselves.
    void about(MetricsAccumulator errors) {
        if (errors.series() > 1) {
            notes.add("MSE, MAE, RMSE and R² take all " + errors.series()
                    + " target series together, so the largest values"
                    + " decide them; MASE weighs each series the same");
        }
        if (!errors.seriesWithoutScale().isEmpty()) {
            notes.add("MASE leaves out what repeats itself exactly from season to season, or has no two values a season"
                    + " apart, in its training part: " + names(errors.seriesWithoutScale()));
        }
        if (!belowFloor.isEmpty()) {
            int values = belowFloor.values().stream().mapToInt(BitSet::cardinality).sum();
            notes.add((values == 1 ? "1 value lies" : values + " values lie")
                    + " below the floor that forecasts have, which --floor none takes away: "
                    + names(belowFloor.keySet()));
        }
        if (!leftOut.isEmpty()) {
            notes.add(
                    "steps before the first observed value of a series are not judged, as no baseline can forecast them: "
                            + names(leftOut));
        }
    }

    List<String> all() {
        return new ArrayList<>(notes);
    }

    private static String names(Collection<String> names) {
        String shown = String.join(", ", names.stream().limit(MOST_NAMES).toList());
        return names.size() > MOST_NAMES ? shown + " and " + (names.size() - MOST_NAMES) + " more" : shown;
    }
}
