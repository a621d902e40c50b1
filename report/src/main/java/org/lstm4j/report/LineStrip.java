package org.lstm4j.report;

import java.util.Locale;
import org.lstm4j.report.content.NamedValues;
import org.lstm4j.report.content.Values;

/// A line in a narrow strip, one value a column of the heat map below it.
///
/// @param line what to draw; a gap where a value is missing
record LineStrip(NamedValues line) {

    private static final int HEIGHT = 100;

    void write(HtmlWriter html) {
        html.open("span", "class", "strip-name").foreign(line.name()).closeLine();
        html.open("svg", "class", "strip", "viewBox", "0 0 " + line.values().size() + " " + HEIGHT,
                "preserveAspectRatio",
                "none", "aria-hidden", "true");
        html.element("path", "", "d", path()).closeLine();
        html.element("span", "", "class", "strip-end").raw("\n");
    }

    private String path() {
        Values values = line.values();
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < values.size(); index++) {
            if (Double.isFinite(values.at(index))) {
                smallest = Math.min(smallest, values.at(index));
                largest = Math.max(largest, values.at(index));
            }
        }
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int index = 0; index < values.size(); index++) {
            boolean known = Double.isFinite(values.at(index));
            if (known) {
                double share = largest > smallest ? (values.at(index) - smallest) / (largest - smallest) : 0.5;
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", drawing ? "L" : "M", index + 0.5,
                        HEIGHT - 4 - share * (HEIGHT - 8)));
            }
            drawing = known;
        }
        return path.toString();
    }
}
