package org.lstm4j.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lstm4j.report.content.Values;

/// Long rows of values made short enough to draw, without losing a peak.
///
/// Neighbouring steps form buckets of equal length. Of each bucket and line the
/// smallest and the largest value are kept, in the order in which they occurred,
/// and drawn at two places of the bucket that all lines share. A bucket in which
/// nothing was observed stays a gap.
///
/// @param step steps in a bucket; 1 when nothing was left out
/// @param places indices of the steps at which the kept values are drawn, rising
/// @param lines the kept values, a row a line, one value a place
record Thinning(int step, List<Integer> places, List<Values> lines) {

    /// Keeps at most so many places.
    ///
    /// @param lines rows of equal length
    /// @param mostPlaces at least 2
    static Thinning of(List<Values> lines, int size, int mostPlaces) {
        if (size <= mostPlaces) {
            return new Thinning(1, everyPlace(size), lines);
        }
        int buckets = mostPlaces / 2;
        int step = (size + buckets - 1) / buckets;
        List<Integer> places = new ArrayList<>();
        for (int start = 0; start < size; start += step) {
            places.add(start);
            places.add(Math.min(start + step / 2, size - 1));
        }
        return new Thinning(step, distinct(places), lines.stream().map(line -> extremes(line, step)).toList());
    }

    /// The smallest value of each bucket at each of its places: how an area that was
    /// thinned in the same way begins, so that it holds all that lay in it.
    Values lowest(Values line) {
        return outermost(line, 1);
    }

    /// The largest value of each bucket at each of its places: how an area ends.
    Values highest(Values line) {
        return outermost(line, -1);
    }

    private Values outermost(Values line, int sign) {
        if (step == 1) {
            return line;
        }
        double[] kept = new double[places.size()];
        for (int place = 0; place < kept.length; place++) {
            int start = places.get(place) / step * step;
            kept[place] = line.at(extreme(line, start, Math.min(start + step, line.size()), sign));
        }
        return Values.of(kept);
    }

    private static List<Integer> everyPlace(int size) {
        List<Integer> places = new ArrayList<>(size);
        for (int index = 0; index < size; index++) {
            places.add(index);
        }
        return places;
    }

    /// The last bucket may hold a single step, which needs one place only.
    private static List<Integer> distinct(List<Integer> places) {
        int last = places.size() - 1;
        return places.get(last).equals(places.get(last - 1)) ? places.subList(0, last) : places;
    }

    private static Values extremes(Values line, int step) {
        double[] kept = new double[2 * ((line.size() + step - 1) / step)];
        int count = 0;
        for (int start = 0; start < line.size(); start += step) {
            int end = Math.min(start + step, line.size());
            int smallest = extreme(line, start, end, 1);
            int largest = extreme(line, start, end, -1);
            kept[count++] = line.at(Math.min(smallest, largest));
            if (end - start > 1) {
                kept[count++] = line.at(Math.max(smallest, largest));
            }
        }
        return Values.of(Arrays.copyOf(kept, count));
    }

    /// The index of the smallest value times sign among the observed ones, or the
    /// first index when none was observed.
    private static int extreme(Values line, int start, int end, int sign) {
        int found = start;
        for (int index = start; index < end; index++) {
            boolean better = !line.observed(found) || sign * line.at(index) < sign * line.at(found);
            if (line.observed(index) && better) {
                found = index;
            }
        }
        return found;
    }
}
