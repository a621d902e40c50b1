package org.lstm4j.report;

import java.util.Locale;
import org.lstm4j.report.content.Hyperparameter;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.StudyContent;
import org.lstm4j.report.content.StudyTrial;

/// Every trial with its settings and errors. The script makes the headings buttons that sort.
final class TrialTableSection {

    private final StudyContent study;

    TrialTableSection(StudyContent study) {
        this.study = study;
    }

    void write(Page page) {
        if (study.trials().isEmpty()) {
            return;
        }
        page.openSection("trials", "Trials");
        HtmlWriter html = page.html();
        html.open("details", "open", "").element("summary", "All trials as a table").raw("\n");
        page.openTable("Trials in the order of proposal", "numbers sortable");
        headings(html);
        html.open("tbody").raw("\n");
        study.trials().forEach(trial -> row(html, trial));
        html.close();
        page.closeTable();
        page.closeDetails();
        page.closeSection();
    }

    private void headings(HtmlWriter html) {
        html.open("thead").open("tr");
        heading(html, "trial");
        heading(html, "state");
        for (String rung : study.space().rungs()) {
            heading(html, study.space().rungs().size() == 1
                    ? study.space().shortMeasure()
                    : study.space().shortMeasure() + " at " + rung);
        }
        study.space().hyperparameters().forEach(parameter -> heading(html, parameter.name()));
        heading(html, "seconds");
        html.close().closeLine();
    }

    private static void heading(HtmlWriter html, String text) {
        html.open("th", "scope", "col").foreign(text).close();
    }

    private void row(HtmlWriter html, StudyTrial trial) {
        boolean best = study.best().filter(trial::equals).isPresent();
        html.open("tr", "class", best ? "best" : trial.state().name().toLowerCase(Locale.ROOT), "data-trial",
                Integer.toString(trial.number()));
        html.element("th", Integer.toString(trial.number()), "scope", "row", "data-value",
                Integer.toString(trial.number()));
        html.open("td").text(best ? "best" : trial.state().label());
        if (!trial.reason().isEmpty()) {
            html.open("div", "class", "note").foreign(trial.reason()).close();
        }
        html.close();
        for (int rung = 0; rung < study.space().rungs().size(); rung++) {
            number(html, rung < trial.errors().size() ? trial.errors().at(rung) : Double.NaN);
        }
        for (int index = 0; index < trial.values().size(); index++) {
            Hyperparameter parameter = study.space().hyperparameters().get(index);
            html.open("td", "class", "number", "data-value", sortable(trial.values().at(index)))
                    .foreign(parameter.text(trial.values().at(index))).close();
        }
        number(html, trial.seconds());
        html.closeLine();
    }

    private static void number(HtmlWriter html, double value) {
        html.element("td", Double.isNaN(value) ? "–" : NumberText.of(value), "class", "number", "data-value",
                sortable(value));
    }

    /// For the script; empty values come last.
    private static String sortable(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
