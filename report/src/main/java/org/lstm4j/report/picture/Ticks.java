package org.lstm4j.report.picture;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.report.content.Axis;

/// Which steps of an axis are marked, and which rows.
///
/// @param indices rising
/// @param labels one an index
public record Ticks(List<Integer> indices, List<String> labels) {

    private static final long[] LEADING = {1, 2, 5};

    public Ticks {
        indices = List.copyOf(indices);
        labels = List.copyOf(labels);
    }

    /// Marks an axis at round numbers or, where it has times, at equal distances.
    ///
    /// @param most how many marks there is room for
    public static Ticks of(Axis axis, int most) {
        long step = step(axis.size(), most);
        boolean counted = axis.size() > 0 && axis.position(axis.size() - 1) - axis.position(0) == axis.size() - 1;
        List<Integer> indices = new ArrayList<>();
        for (int index = 0; index < axis.size(); index++) {
            if (counted ? axis.position(index) % step == 0 : index % step == 0) {
                indices.add(index);
            }
        }
        if (indices.isEmpty() && axis.size() > 0) {
            indices.add(0);
        }
        return new Ticks(indices, indices.stream().map(axis::label).map(Ticks::trueMinus).toList());
    }

    /// Marks rows counted from 1: the first, then round numbers.
    ///
    /// @param most how many marks there is room for
    public static Ticks counted(int size, int most) {
        long step = step(size, most);
        List<Integer> indices = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            boolean first = index == 0 && step != 2;
            if (first || (index + 1) % step == 0) {
                indices.add(index);
            }
        }
        return new Ticks(indices, indices.stream().map(index -> Integer.toString(index + 1)).toList());
    }

    /// 1, 2 or 5 times a power of ten: the smallest that makes no more marks than that.
    private static long step(int size, int most) {
        for (long power = 1;; power *= 10) {
            for (long leading : LEADING) {
                if (size / (leading * power) <= Math.max(1, most)) {
                    return leading * power;
                }
            }
        }
    }

    private static String trueMinus(String label) {
        return label.startsWith("-") ? "−" + label.substring(1) : label;
    }
}
