package org.lstm4j.report;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.report.content.Hyperparameter;
import org.lstm4j.report.content.Hyperparameter.Kind;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.picture.TickScale;

/// One of several upright axes beside each other.
///
/// @param title what it counts
/// @param kind how values lie on it
/// @param low the value at the foot
/// @param high the value on top
/// @param marks where it says which value
record ParallelAxis(String title, Kind kind, double low, double high, List<Mark> marks) {

    /// Marks nearer to an end than this share of the axis would run into the end's own.
    private static final double ROOM = 0.09;
    private static final int TICKS = 6;
    /// Beyond this ratio powers of ten are marks enough.
    private static final double MANY_DECADES = 500;

    /// @param place 0 at the foot, 1 on top
    /// @param label for readers
    record Mark(double place, String label) {}

    /// @param whole whether only whole numbers were chosen, so that no others are marked
    static ParallelAxis of(Hyperparameter parameter, boolean whole) {
        if (parameter.kind() != Kind.CATEGORIES) {
            return numbers(parameter.name(), parameter.kind(), parameter.low(), parameter.high(), whole);
        }
        List<Mark> marks = new ArrayList<>();
        int last = parameter.categories().size() - 1;
        for (int index = 0; index <= last; index++) {
            marks.add(new Mark(last == 0 ? 0.5 : index / (double) last, parameter.categories().get(index)));
        }
        return new ParallelAxis(parameter.name(), parameter.kind(), parameter.low(), parameter.high(), marks);
    }

    /// An axis of numbers, with marks at both ends and at round numbers between.
    static ParallelAxis numbers(String title, Kind kind, double low, double high, boolean whole) {
        ParallelAxis bare = new ParallelAxis(title, kind, low, high, List.of());
        List<Mark> marks = new ArrayList<>();
        marks.add(bare.mark(low));
        if (high > low) {
            marks.add(bare.mark(high));
            for (double value : bare.roundNumbers()) {
                double place = bare.place(value);
                boolean fits = !whole || value == StrictMath.rint(value);
                boolean room = marks.stream().noneMatch(mark -> Math.abs(mark.place() - place) < ROOM);
                if (fits && room) {
                    marks.add(bare.mark(value));
                }
            }
        }
        return new ParallelAxis(title, kind, low, high, marks);
    }

    /// Where a value lies: 0 at the foot, 1 on top; NaN for none.
    double place(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        if (low == high) {
            return 0.5;
        }
        double share = kind == Kind.LOGARITHMIC
                ? StrictMath.log(value / low) / StrictMath.log(high / low)
                : (value - low) / (high - low);
        return Math.clamp(share, 0.0, 1.0);
    }

    private Mark mark(double value) {
        return new Mark(place(value), NumberText.brief(value));
    }

    private List<Double> roundNumbers() {
        if (kind == Kind.LINEAR) {
            return TickScale.of(low, high, TICKS).ticks().stream().map(Number::doubleValue)
                    .filter(value -> value > low && value < high).toList();
        }
        List<Double> values = new ArrayList<>();
        int first = (int) StrictMath.floor(StrictMath.log10(low));
        int last = (int) StrictMath.ceil(StrictMath.log10(high));
        double[] leadings = high / low > MANY_DECADES ? new double[]{1} : new double[]{1, 2, 5};
        for (double leading : leadings) {
            for (int power = first; power <= last; power++) {
                double value = Double.parseDouble((int) leading + "e" + power);
                if (value > low && value < high) {
                    values.add(value);
                }
            }
        }
        return List.copyOf(values);
    }
}
