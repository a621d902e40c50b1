package org.lstm4j.report;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.report.content.Axis;
import org.lstm4j.report.content.NamedValues;
import org.lstm4j.report.content.NumberText;

/// Numbers by step as a folded table: a row a step, a column a name.
///
/// @param axis the steps
/// @param columns what there is a number of
record StepTable(Axis axis, List<NamedValues> columns) {

    void write(Page page, String summary, String caption) {
        page.openDetails(summary);
        page.openTable(caption, "numbers");
        List<String> headings = new ArrayList<>(List.of(axis.name()));
        columns.forEach(column -> headings.add(column.name()));
        page.headings(headings);
        HtmlWriter html = page.html();
        html.open("tbody");
        for (int index = 0; index < axis.size(); index++) {
            html.open("tr").element("th", label(axis, index), "scope", "row");
            for (NamedValues column : columns) {
                html.element("td", number(column.values().at(index)), "class", "number");
            }
            html.closeLine();
        }
        html.close();
        page.closeTable();
        page.closeDetails();
    }

    /// A step for readers, with a true minus sign.
    static String label(Axis axis, int index) {
        String label = axis.label(index);
        return label.startsWith("-") ? "−" + label.substring(1) : label;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "missing" : NumberText.of(value);
    }
}
