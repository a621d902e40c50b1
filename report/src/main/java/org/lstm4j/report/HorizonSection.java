package org.lstm4j.report;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.report.Figure.Extras;
import org.lstm4j.report.Figure.Line;
import org.lstm4j.report.Figure.Plot;
import org.lstm4j.report.content.Evaluation;
import org.lstm4j.report.content.HorizonErrors;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.StepAxis;

/// How the error grows with the distance ahead.
final class HorizonSection {

    private final Evaluation evaluation;

    HorizonSection(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    void write(Page page) {
        if (evaluation.horizon() < 2) {
            return;
        }
        page.openSection("horizon", "Error by step ahead");
        page.figure(new Figure("horizon", "Measure", evaluation.horizonErrors().stream().map(this::plot).toList()),
                "Line chart of the error at each of " + evaluation.horizon() + " steps ahead, for "
                        + String.join(", ", evaluation.methods()) + ". The table below has the same values.",
                "The mean over all forecasts of the test part, step by step. Step 1 is the first after the start of a"
                        + " forecast.");
        table(page);
        page.closeSection();
    }

    private Plot plot(HorizonErrors errors) {
        List<Line> lines = new ArrayList<>();
        for (int method = errors.byMethod().size() - 1; method >= 0; method--) {
            lines.add(new Line(evaluation.methods().get(method), Figure.methodStyle(method),
                    errors.byMethod().get(method)));
        }
        return new Plot(errors.measure(), errors.unit(), "steps ahead",
                new StepAxis(errors.horizon(), 1, "step"), lines, Extras.none());
    }

    private void table(Page page) {
        page.openDetails("The errors as a table");
        for (HorizonErrors errors : evaluation.horizonErrors()) {
            String unit = errors.unit().isEmpty() ? "" : " in " + errors.unit();
            page.openTable(errors.measure() + unit + " by step ahead", "numbers");
            List<String> headings = new ArrayList<>(List.of("step"));
            headings.addAll(evaluation.methods());
            page.headings(headings);
            HtmlWriter html = page.html();
            html.open("tbody");
            for (int step = 0; step < errors.horizon(); step++) {
                html.open("tr").element("th", Integer.toString(step + 1), "scope", "row");
                for (int method = 0; method < errors.byMethod().size(); method++) {
                    html.element("td", NumberText.of(errors.byMethod().get(method).at(step)), "class", "number");
                }
                html.closeLine();
            }
            html.close();
            page.closeTable();
        }
        page.closeDetails();
    }
}
