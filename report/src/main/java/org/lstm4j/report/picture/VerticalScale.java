package org.lstm4j.report.picture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.lstm4j.report.content.CurvesContent;
import org.lstm4j.report.content.CurvesContent.Scale;
import org.lstm4j.report.content.NamedValues;
import org.lstm4j.report.content.NumberText;

/// The vertical axis of a line chart: linear, or by powers of ten.
///
/// @param values linear values, or their decimal logarithms
/// @param scale how the axis grows
record VerticalScale(TickScale values, Scale scale) {

    private static final int TICKS = 6;

    static VerticalScale of(CurvesContent content) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (NamedValues line : content.lines()) {
            for (int index = 0; index < line.values().size(); index++) {
                double place = place(line.values().at(index), content.scale());
                if (Double.isFinite(place)) {
                    smallest = Math.min(smallest, place);
                    largest = Math.max(largest, place);
                }
            }
        }
        boolean any = smallest <= largest;
        return new VerticalScale(TickScale.of(any ? smallest : 0, any ? largest : 1, TICKS), content.scale());
    }

    /// Where a value lies: 0 on top, 1 at the foot; NaN where it has no place.
    double fromTop(double value) {
        double place = place(value, scale);
        return Double.isFinite(place) ? values.fromTop(place) : Double.NaN;
    }

    /// The marks, where they lie and what they say.
    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        for (BigDecimal tick : values.ticks()) {
            double place = values.fromTop(tick.doubleValue());
            switch (scale) {
                case LINEAR -> marks.add(new Mark(place, TickScale.label(tick)));
                case LOGARITHMIC -> marks.add(
                        new Mark(place, NumberText.brief(StrictMath.pow(10, tick.doubleValue()))));
            }
        }
        return marks;
    }

    /// @param place 0 on top, 1 at the foot
    /// @param label for readers
    record Mark(double place, String label) {}

    private static double place(double value, Scale scale) {
        return switch (scale) {
            case LINEAR -> value;
            case LOGARITHMIC -> value > 0 ? StrictMath.log10(value) : Double.NaN;
        };
    }
}
