package org.lstm4j.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lstm4j.report.Figure.Extras;
import org.lstm4j.report.Figure.Line;
import org.lstm4j.report.Figure.Line.Form;
import org.lstm4j.report.Figure.Plot;
import org.lstm4j.report.content.Reference;
import org.lstm4j.report.content.StepAxis;
import org.lstm4j.report.content.StudyContent;
import org.lstm4j.report.content.StudyTrial;
import org.lstm4j.report.content.StudyTrial.State;
import org.lstm4j.report.content.Values;

/// The best error so far, trial by trial.
final class BestSoFarSection {

    private final StudyContent study;

    BestSoFarSection(StudyContent study) {
        this.study = study;
    }

    void write(Page page) {
        if (study.best().isEmpty()) {
            return;
        }
        page.openSection("progress", "Best so far");
        Plot plot = plot();
        page.figure(new Figure("progress", "Error", List.of(plot)),
                "Chart of the error of each of " + study.trials().size()
                        + " trials and the smallest so far. The table of trials below has the errors.",
                "A dot a complete trial, in the order in which they were proposed."
                        + (plot.logarithmic() ? " The scale is logarithmic." : ""));
        page.closeSection();
    }

    private Plot plot() {
        int size = study.trials().size();
        double[] errors = new double[size];
        double[] best = new double[size];
        double smallest = Double.POSITIVE_INFINITY;
        for (int index = 0; index < size; index++) {
            StudyTrial trial = study.trials().get(index);
            errors[index] = trial.state() == State.COMPLETE ? trial.lastError() : Double.NaN;
            smallest = Double.isNaN(errors[index]) ? smallest : Math.min(smallest, errors[index]);
            best[index] = Double.isInfinite(smallest) ? Double.NaN : smallest;
        }
        List<Line> lines = new ArrayList<>();
        for (int index = study.references().size() - 1; index >= 0; index--) {
            Reference reference = study.references().get(index);
            if (Double.isFinite(reference.error())) {
                double[] level = new double[size];
                Arrays.fill(level, reference.error());
                lines.add(new Line(reference.name(), Figure.methodStyle(index + 1), Values.of(level)));
            }
        }
        lines.add(new Line("complete trial", "trial", Values.of(errors), Form.POINTS));
        lines.add(new Line("best so far", "model", Values.of(best), Form.STEPS));
        return new Plot("error", study.space().shortMeasure(), "trial",
                new StepAxis(size, study.trials().getFirst().number(), "trial"), lines,
                new Extras(List.of(), "", List.of(), List.of(), 0, StudyLines.WIDE));
    }
}
