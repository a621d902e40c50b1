package org.lstm4j.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.lstm4j.report.Figure.Extras;
import org.lstm4j.report.Figure.Line;
import org.lstm4j.report.Figure.Plot;
import org.lstm4j.report.content.ComparedRun;
import org.lstm4j.report.content.LearningCurve;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.RunsContent;
import org.lstm4j.report.content.StepAxis;
import org.lstm4j.report.content.Values;

/// The losses of all runs over each other, epoch by epoch.
final class RunCurveSection {

    private final RunsContent content;
    private final int epochs;

    RunCurveSection(RunsContent content) {
        this.content = content;
        this.epochs = content.runs().stream().mapToInt(run -> run.learning().training().size()).max().orElse(0);
    }

    void write(Page page) {
        if (epochs == 0) {
            return;
        }
        page.openSection("learning", "Learning curves");
        List<Plot> plots = new ArrayList<>();
        add(plots, "validation", LearningCurve::validation);
        add(plots, "training", LearningCurve::training);
        boolean logarithmic = plots.stream().anyMatch(Plot::logarithmic);
        page.figure(new Figure("learning", "Loss", plots),
                "Line chart of the loss of " + NumberText.count(content.runs().size(), "run") + " over up to "
                        + NumberText.count(epochs, "epoch") + ". The tables below have the same values.",
                "Loss: " + String.join("; ", losses()) + "." + (losses().size() > 1
                        ? " Runs with different losses cannot be compared here, only by the errors above."
                        : "") + (logarithmic ? " The scale is logarithmic." : ""));
        page.openDetails("The losses as tables");
        plots.forEach(plot -> table(page, plot));
        page.closeDetails();
        page.closeSection();
    }

    private Set<String> losses() {
        Set<String> losses = new LinkedHashSet<>();
        content.runs().stream().map(run -> run.learning().loss()).filter(loss -> !loss.isEmpty()).forEach(losses::add);
        return losses;
    }

    private void add(List<Plot> plots, String name, Function<LearningCurve, Values> curve) {
        List<Line> lines = new ArrayList<>();
        for (int index = content.runs().size() - 1; index >= 0; index--) {
            ComparedRun run = content.runs().get(index);
            Values values = curve.apply(run.learning());
            if (values.size() > 0) {
                double[] padded = Arrays.copyOf(values.toArray(), epochs);
                Arrays.fill(padded, values.size(), epochs, Double.NaN);
                lines.add(new Line(run.name(), "run" + (index % RunScoreSection.STYLES + 1), Values.of(padded)));
            }
        }
        if (!lines.isEmpty()) {
            plots.add(new Plot(name, "", "epoch", new StepAxis(epochs, 1, "epoch"), lines,
                    new Extras(List.of(), "", List.of(), List.of(), 0, Figure.LOSS_RATIO)));
        }
    }

    private void table(Page page, Plot plot) {
        List<Line> lines = plot.lines().reversed();
        page.openTable(plot.name() + " loss by epoch", "numbers");
        List<String> headings = new ArrayList<>(List.of("epoch"));
        lines.forEach(line -> headings.add(line.name()));
        page.headings(headings);
        HtmlWriter html = page.html();
        html.open("tbody");
        for (int epoch = 0; epoch < epochs; epoch++) {
            html.open("tr").element("th", Integer.toString(epoch + 1), "scope", "row");
            for (Line line : lines) {
                html.element("td", line.values().observed(epoch) ? NumberText.of(line.values().at(epoch)) : "–",
                        "class",
                        "number");
            }
            html.closeLine();
        }
        html.close();
        page.closeTable();
    }
}
