package org.lstm4j.report;

import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.StudyContent;
import org.lstm4j.report.content.StudyTrial.State;

/// Every trial as a line across its hyperparameters, and across its rungs.
final class TrialLinesSection {

    private final StudyContent study;

    TrialLinesSection(StudyContent study) {
        this.study = study;
    }

    void write(Page page) {
        if (study.trials().isEmpty()) {
            return;
        }
        StudyLines lines = new StudyLines(study);
        page.openSection("settings", "Settings and errors");
        chart(page, lines.byHyperparameter(), "hyperparameters",
                "Parallel coordinates: " + NumberText.count(study.trials().size(), "trial") + " across "
                        + NumberText.count(study.space().hyperparameters().size(), "hyperparameter")
                        + " and the error. The table of trials below has the same values.",
                "Each line is a trial: where it crosses an axis is its setting, where it ends is its error. The thick line"
                        + " is the best." + without());
        if (study.space().rungs().size() > 1) {
            page.html().element("h3", "Errors by rung").raw("\n");
            chart(page, lines.byRung(), "rungs",
                    "Lines of the error at each of " + study.space().rungs().size()
                            + " rungs. The table of trials below has the same values.",
                    "Each rung spends more on a trial than the one before; lines that end early were stopped there.");
        }
        page.closeSection();
    }

    /// What became of the trials without a final error.
    private String without() {
        boolean pruned = study.count(State.PRUNED) > 0;
        boolean failed = study.count(State.FAILED) > 0;
        if (!pruned && !failed) {
            return "";
        }
        String what = pruned && failed
                ? "Trials that were stopped early, or failed (dashed),"
                : pruned ? "Trials that were stopped early" : "Trials that failed (dashed)";
        return " " + what + " have no final error: their faint lines end before that axis.";
    }

    private static void chart(Page page, ParallelChart chart, String id, String description, String caption) {
        HtmlWriter html = page.html();
        html.open("figure", "data-trials", id);
        html.open("div", "class", "scroll lines", "tabindex", "0", "role", "img", "aria-label", description).raw("\n");
        chart.write(html);
        html.closeLine();
        html.element("p", "", "class", "picked", "aria-live", "polite");
        html.element("figcaption", caption).closeLine();
    }
}
