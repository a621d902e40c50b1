package org.lstm4j.report;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.report.Figure.Extras;
import org.lstm4j.report.Figure.Line;
import org.lstm4j.report.Figure.Plot;
import org.lstm4j.report.content.LearningCurve;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.StepAxis;

/// The loss epoch by epoch.
final class LearningSection {

    private final LearningCurve curve;

    LearningSection(LearningCurve curve) {
        this.curve = curve;
    }

    void write(Page page) {
        if (curve.training().size() == 0) {
            return;
        }
        page.openSection("learning", "Learning curve");
        Plot plot = plot();
        String scale = plot.logarithmic() ? " The scale is logarithmic." : "";
        page.figure(new Figure("learning", "Loss", List.of(plot)),
                "Line chart of the loss over " + NumberText.count(curve.training().size(), "epoch")
                        + ". The table below has the same values.",
                "Loss: " + curve.loss() + "." + kept() + scale);
        table(page);
        page.closeSection();
    }

    private String kept() {
        return curve.bestEpoch() > 0 ? " The weights of epoch " + curve.bestEpoch() + " were kept." : "";
    }

    private Plot plot() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("training", "training", curve.training()));
        if (curve.validation().size() > 0) {
            lines.add(new Line("validation", "validation", curve.validation()));
        }
        List<Integer> marks = curve.bestEpoch() > 0 ? List.of(curve.bestEpoch() - 1) : List.of();
        return new Plot("loss", "", "epoch", new StepAxis(curve.training().size(), 1, "epoch"), lines,
                new Extras(marks, "weights kept", List.of(), List.of(), 0, Figure.LOSS_RATIO));
    }

    private void table(Page page) {
        page.openDetails("The losses as a table");
        page.openTable("Loss by epoch", "numbers");
        boolean validated = curve.validation().size() > 0;
        page.headings(validated ? List.of("epoch", "training", "validation") : List.of("epoch", "training"));
        HtmlWriter html = page.html();
        html.open("tbody");
        for (int epoch = 0; epoch < curve.training().size(); epoch++) {
            html.open("tr").element("th", Integer.toString(epoch + 1), "scope", "row");
            html.element("td", NumberText.of(curve.training().at(epoch)), "class", "number");
            if (validated) {
                html.element("td", NumberText.of(curve.validation().at(epoch)), "class", "number");
            }
            html.closeLine();
        }
        html.close();
        page.closeTable();
        page.closeDetails();
    }
}
