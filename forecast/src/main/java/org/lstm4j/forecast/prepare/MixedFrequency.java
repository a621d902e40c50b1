package org.lstm4j.forecast.prepare;

import java.util.Map;
import java.util.TreeMap;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.Frequency.FixedStep;

/// Notices that a series changes its frequency: hourly at first, daily from
/// some row on.
///
/// The rule: a stretch is at least [#STRETCH] equal distances in a row. When
/// there are stretches of several distances, and those that are not of the most
/// common one hold at least a tenth of all distances, the frequencies are
/// mixed. Single gaps and weekends make no stretch.
final class MixedFrequency {

    static final int STRETCH = 5;
    private static final double SHARE = 0.1;

    private MixedFrequency() {}

    /// @throws DataException when the frequencies are mixed; it names the row where the step changes
    static void refuse(OrderedRows rows, StepDistances distances) {
        Map<Long, Integer> inStretches = new TreeMap<>();
        forEachStretch(distances, (from, to) -> inStretches.merge(distances.exact(from), to - from, Integer::sum));
        long common = 0;
        int total = 0;
        for (Map.Entry<Long, Integer> entry : inStretches.entrySet()) {
            total += entry.getValue();
            common = entry.getValue() > inStretches.getOrDefault(common, 0) ? entry.getKey() : common;
        }
        int others = total - inStretches.getOrDefault(common, 0);
        if (others > 0 && others >= SHARE * distances.count()) {
            throw mixed(rows, distances);
        }
    }

    /// The message is about the first two stretches that differ.
    private static DataException mixed(OrderedRows rows, StepDistances distances) {
        long[] step = new long[2];
        int[] change = new int[1];
        forEachStretch(distances, (from, to) -> {
            if (step[0] == 0) {
                step[0] = distances.exact(from);
            } else if (step[1] == 0 && distances.exact(from) != step[0]) {
                step[1] = distances.exact(from);
                change[0] = from;
            }
        });
        FixedStep first = new FixedStep(step[0]);
        FixedStep second = new FixedStep(step[1]);
        FixedStep finer = first.millis() < second.millis() ? first : second;
        return new DataException(new Problem(rows.source().title() + " mixes frequencies", "one step throughout",
                "steps of " + first.words() + " at first and of " + second.words() + " from row "
                        + rows.rows()[change[0]] + " ("
                        + OrderedRows.text(rows.times()[change[0]]) + ") on",
                "keep one of the parts, or give --freq " + finer + " to have the steps in between as missing ones"));
    }

    private static void forEachStretch(StepDistances distances, Stretch stretch) {
        int from = 0;
        for (int to = 1; to <= distances.count(); to++) {
            if (to == distances.count() || distances.exact(to) != distances.exact(from)) {
                if (to - from >= STRETCH) {
                    stretch.accept(from, to);
                }
                from = to;
            }
        }
    }

    /// Receives the distances from one index to before another.
    @FunctionalInterface
    private interface Stretch {

        void accept(int from, int to);
    }
}
