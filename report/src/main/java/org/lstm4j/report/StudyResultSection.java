package org.lstm4j.report;

import java.util.List;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.Reference;
import org.lstm4j.report.content.StudyContent;
import org.lstm4j.report.content.StudyVerdict;

/// The verdict, the errors it compares, and what the study was about.
final class StudyResultSection {

    private final StudyContent study;

    StudyResultSection(StudyContent study) {
        this.study = study;
    }

    void write(Page page) {
        page.openSection("result", "Result");
        page.verdict(StudyVerdict.of(study));
        study.best().ifPresent(best -> errors(page, best.lastError()));
        if (!study.facts().isEmpty()) {
            page.facts("What was tuned, and how", study.facts());
        }
        page.closeSection();
    }

    private void errors(Page page, double best) {
        page.openTable(study.space().measure() + ". Lower is better.", "scores");
        page.headings(List.of("Settings", study.space().shortMeasure(), "best trial against it"));
        HtmlWriter html = page.html();
        html.open("tbody");
        html.open("tr").element("th", "best trial", "scope", "row")
                .element("td", NumberText.of(best), "class", "number best").element("td", "", "class", "number")
                .closeLine();
        for (Reference reference : study.references()) {
            html.open("tr").open("th", "scope", "row").foreign(reference.name()).close()
                    .element("td", NumberText.of(reference.error()), "class", "number")
                    .element("td", against(best, reference.error()), "class", "number").closeLine();
        }
        html.close();
        page.closeTable();
    }

    private static String against(double best, double reference) {
        if (!Double.isFinite(reference) || reference <= 0) {
            return NumberText.UNDEFINED;
        }
        double percent = 100 * (best - reference) / reference;
        return percent == 0 ? "the same" : NumberText.percent(Math.abs(percent)) + (percent < 0 ? " lower" : " higher");
    }
}
