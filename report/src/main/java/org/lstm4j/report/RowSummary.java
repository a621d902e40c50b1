package org.lstm4j.report;

import java.util.List;
import org.lstm4j.report.content.HeatMapContent;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.Values;

/// A heat map of many rows as a folded table: numbers about each row.
///
/// @param content the heat map
record RowSummary(HeatMapContent content) {

    void write(Page page) {
        page.openDetails("Numbers by " + content.rowTitle());
        page.openTable(content.title(), "numbers");
        page.headings(List.of(content.rowTitle(), "mean", "smallest", "largest", "at the last step"));
        HtmlWriter html = page.html();
        html.open("tbody");
        for (int row = 0; row < content.values().rows(); row++) {
            Values values = content.values().row(row);
            html.open("tr").open("th", "scope", "row").foreign(content.rowName(row)).close();
            numbers(html, values);
            number(html, values.at(values.size() - 1));
            html.closeLine();
        }
        html.close();
        page.closeTable();
        page.closeDetails();
    }

    private static void numbers(HtmlWriter html, Values values) {
        double sum = 0;
        int count = 0;
        double smallest = Double.NaN;
        double largest = Double.NaN;
        for (int index = 0; index < values.size(); index++) {
            double value = values.at(index);
            if (!Double.isNaN(value)) {
                sum += value;
                smallest = count == 0 ? value : Math.min(smallest, value);
                largest = count == 0 ? value : Math.max(largest, value);
                count++;
            }
        }
        number(html, sum / count);
        number(html, smallest);
        number(html, largest);
    }

    private static void number(HtmlWriter html, double value) {
        html.element("td", NumberText.of(value), "class", "number");
    }
}
