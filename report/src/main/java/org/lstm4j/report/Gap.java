package org.lstm4j.report;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.report.content.Values;

/// Missing values in a row.
///
/// @param from index of the first missing value
/// @param to index after the last missing value
record Gap(int from, int to) {

    int length() {
        return to - from;
    }

    /// Every gap, in order.
    static List<Gap> in(Values values) {
        List<Gap> gaps = new ArrayList<>();
        int index = 0;
        while (index < values.size()) {
            int start = index;
            while (index < values.size() && !values.observed(index)) {
                index++;
            }
            if (index > start) {
                gaps.add(new Gap(start, index));
            } else {
                index++;
            }
        }
        return gaps;
    }

    /// The same gaps with those less than so many steps apart drawn as one.
    static List<Gap> joined(List<Gap> gaps, int distance) {
        List<Gap> joined = new ArrayList<>();
        for (Gap gap : gaps) {
            if (!joined.isEmpty() && gap.from() - joined.getLast().to() < distance) {
                joined.set(joined.size() - 1, new Gap(joined.getLast().from(), gap.to()));
            } else {
                joined.add(gap);
            }
        }
        return joined;
    }
}
