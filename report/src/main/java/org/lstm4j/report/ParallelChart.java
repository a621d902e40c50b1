package org.lstm4j.report;

import java.util.List;
import java.util.Locale;
import org.lstm4j.report.ParallelAxis.Mark;

/// Upright axes beside each other and a line a trial across them, as a drawing within the page: it needs no script, and
/// the script lets the reader pick a line.
///
/// @param axes from left to right
/// @param lines the one on top last
/// @param colorAxis index of the axis that has the colours on it, or [#NO_COLORS]
record ParallelChart(List<ParallelAxis> axes, List<TrialLine> lines, int colorAxis) {

    static final int NO_COLORS = -1;

    private static final int HEIGHT = 400;
    private static final int TOP = 44;
    private static final int BOTTOM = 372;
    private static final int LEFT = 14;
    private static final int RIGHT = 84;
    private static final int NARROWEST = 104;
    private static final int WIDEST = 230;
    private static final int PREFERRED = 980;
    private static final int BAR = 7;
    /// Length of a line that touches one axis only.
    private static final int END = 10;
    private static final int MOST_LETTERS = 15;

    /// A trial across the axes.
    ///
    /// @param trial its number
    /// @param rank its place by error, from 0; what the arrow keys follow
    /// @param kind `best`, `complete`, `pruned` or `failed`
    /// @param colorShare how far from the best to the worst error, NaN without one
    /// @param places one an axis, 0 at the foot and 1 on top; NaN where the line leaves the axis out
    /// @param label all about it, for readers
    record TrialLine(int trial, int rank, String kind, double colorShare, List<Double> places, String label) {}

    void write(HtmlWriter html) {
        int width = (int) Math.ceil(x(axes.size() - 1)) + RIGHT;
        html.open("svg", "class", "parallel", "width", Integer.toString(width), "height", Integer.toString(HEIGHT),
                "viewBox", "0 0 " + width + " " + HEIGHT, "aria-hidden", "true").raw("\n");
        lines.forEach(line -> line(html, line));
        if (colorAxis != NO_COLORS) {
            colors(html);
        }
        for (int index = 0; index < axes.size(); index++) {
            axis(html, index);
        }
        html.closeLine();
    }

    private void line(HtmlWriter html, TrialLine line) {
        StringBuilder points = new StringBuilder();
        int count = 0;
        for (int index = 0; index < line.places().size(); index++) {
            if (!Double.isNaN(line.places().get(index))) {
                points.append(points.isEmpty() ? "" : " ").append(text(x(index))).append(',')
                        .append(text(y(line.places().get(index))));
                count++;
            }
        }
        if (count == 1) {
            String[] only = points.toString().split(",", -1);
            points.append(' ').append(text(Double.parseDouble(only[0]) + END)).append(',').append(only[1]);
        }
        html.open("polyline", "class", "trial " + line.kind() + " " + TrialColors.className(line.colorShare()),
                "data-trial", Integer.toString(line.trial()), "data-rank", Integer.toString(line.rank()), "points",
                points.toString()).element("title", line.label()).closeLine();
    }

    /// The colours of the errors on their axis, the best at the foot.
    private void colors(HtmlWriter html) {
        double step = (BOTTOM - TOP) / (double) TrialColors.STEPS;
        for (int index = 0; index < TrialColors.STEPS; index++) {
            html.element("rect", "", "class", "c" + index, "x", text(x(colorAxis) - BAR / 2.0), "y",
                    text(BOTTOM - (index + 1) * step), "width", Integer.toString(BAR), "height", text(step)).raw("\n");
        }
    }

    private void axis(HtmlWriter html, int index) {
        ParallelAxis axis = axes.get(index);
        String x = text(x(index));
        html.element("line", "", "class", "axis", "x1", x, "x2", x, "y1", Integer.toString(TOP), "y2",
                Integer.toString(BOTTOM));
        String anchor = index == 0 ? "start" : index == axes.size() - 1 ? "end" : "middle";
        String titleX = text(index == 0 ? x(0) - LEFT + 2 : index == axes.size() - 1 ? x(index) + RIGHT - 4 : x(index));
        html.open("text", "class", "axis-title", "x", titleX, "y", Integer.toString(TOP - 22), "text-anchor", anchor)
                .text(cut(axis.title())).element("title", axis.title()).close();
        for (Mark mark : axis.marks()) {
            String y = text(y(mark.place()));
            html.element("line", "", "class", "axis", "x1", x, "x2", text(x(index) + 5), "y1", y, "y2", y);
            html.open("text", "class", "mark", "x", text(x(index) + 8), "y", text(y(mark.place()) + 4))
                    .text(cut(mark.label())).close();
        }
        html.raw("\n");
    }

    private double x(int index) {
        int gaps = Math.max(1, axes.size() - 1);
        return LEFT + index * (double) Math.clamp(PREFERRED / gaps, NARROWEST, WIDEST);
    }

    private static double y(double place) {
        return BOTTOM - place * (BOTTOM - TOP);
    }

    private static String cut(String label) {
        int length = label.codePointCount(0, label.length());
        return length <= MOST_LETTERS ? label : label.substring(0, label.offsetByCodePoints(0, MOST_LETTERS - 1)) + "…";
    }

    /// A length with one decimal place at most.
    private static String text(double length) {
        String text = String.format(Locale.ROOT, "%.1f", length);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
