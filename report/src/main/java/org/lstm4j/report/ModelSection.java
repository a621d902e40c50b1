package org.lstm4j.report;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.report.content.LayerSummary;
import org.lstm4j.report.content.ModelSummary;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.StatisticsTable;

/// What the network is made of, and what its parameters have become.
final class ModelSection {

    private final ModelSummary model;

    ModelSection(ModelSummary model) {
        this.model = model;
    }

    void write(Page page) {
        if (model.layers().isEmpty() && model.statistics().rows().isEmpty()) {
            return;
        }
        page.openSection("model", "The network");
        if (!model.layers().isEmpty()) {
            layers(page);
        }
        if (!model.statistics().rows().isEmpty()) {
            statistics(page, model.statistics());
        }
        page.closeSection();
    }

    private void layers(Page page) {
        page.openTable("Layers, from input to output", "numbers layers");
        page.headings(List.of("layer", "kind", "output shape", "parameters"));
        HtmlWriter html = page.html();
        html.open("tbody");
        long all = 0;
        for (LayerSummary layer : model.layers()) {
            html.open("tr").open("th", "scope", "row").foreign(layer.name()).close();
            html.open("td").foreign(layer.kind()).close().open("td").foreign(layer.outputShape()).close();
            html.element("td", NumberText.of(layer.parameters()), "class", "number").closeLine();
            all += layer.parameters();
        }
        html.open("tr", "class", "best").element("th", "all", "scope", "row").element("td", "").element("td", "")
                .element("td", NumberText.of(all), "class", "number").closeLine();
        html.close();
        page.closeTable();
    }

    private static void statistics(Page page, StatisticsTable statistics) {
        page.html().element("h3", "What the parameters have become").raw("\n");
        page.openTable("Numbers about each parameter, and each gate of it", "numbers statistics");
        List<String> headings = new ArrayList<>(List.of("parameter", "gate", "shape"));
        headings.addAll(statistics.measures());
        page.headings(headings);
        HtmlWriter html = page.html();
        html.open("tbody");
        for (StatisticsTable.Row row : statistics.rows()) {
            html.open("tr").open("th", "scope", "row").foreign(row.parameter()).close();
            html.open("td").foreign(row.gate()).close().open("td").foreign(row.shape()).close();
            for (int index = 0; index < row.values().size(); index++) {
                html.element("td", NumberText.of(row.values().at(index)), "class", "number");
            }
            html.closeLine();
        }
        html.close();
        page.closeTable();
    }
}
