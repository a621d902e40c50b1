package org.lstm4j.report;

import org.lstm4j.report.content.ExplainContent;
import org.lstm4j.report.content.GateMaps;
import org.lstm4j.report.content.HeatMapContent;
import org.lstm4j.report.content.WindowView;

/// What the gates and states of each recurrent layer did over the window.
final class GateSection {

    private final ExplainContent content;

    GateSection(ExplainContent content) {
        this.content = content;
    }

    void write(Page page) {
        if (content.gates().isEmpty()) {
            return;
        }
        page.openSection("gates", "Gates and states");
        page.paragraph(
                "A row is a unit of the layer, a column a step of the window: the last one, on the right, is just"
                        + " before the forecast." + (content.window().inputs().isEmpty()
                                ? ""
                                : " The line above each picture is the first input at the same steps."));
        for (int layer = 0; layer < content.gates().size(); layer++) {
            layer(page, "layer" + (layer + 1), content.gates().get(layer));
        }
        page.closeSection();
    }

    private void layer(Page page, String id, GateMaps layer) {
        HtmlWriter html = page.html();
        html.open("h3").foreign(layer.layer()).closeLine();
        html.open("div", "class", "heats").raw("\n");
        for (int index = 0; index < layer.maps().size(); index++) {
            HeatMapContent map = layer.maps().get(index);
            HeatMapFigure figure = new HeatMapFigure(id + "-" + (index + 1), map);
            (fits(map) ? figure.under(content.window().inputs().getFirst()) : figure).write(page);
        }
        html.closeLine();
    }

    /// Whether the window has an input with a value at each step of the map.
    private boolean fits(HeatMapContent map) {
        WindowView window = content.window();
        return !window.inputs().isEmpty() && window.axis().size() == map.axis().size();
    }
}
