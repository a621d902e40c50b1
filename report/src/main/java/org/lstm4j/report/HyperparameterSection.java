package org.lstm4j.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.lstm4j.report.content.Hyperparameter;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.StudyContent;
import org.lstm4j.report.content.Values;

/// What was searched, what the best trial has, and which hyperparameters make the difference.
final class HyperparameterSection {

    private final StudyContent study;

    HyperparameterSection(StudyContent study) {
        this.study = study;
    }

    void write(Page page) {
        Values shares = study.importance().shares();
        boolean ranked = shares.anyObserved();
        page.openSection("importance", ranked ? "Which settings matter" : "Settings");
        if (ranked) {
            page.html().open("p").text("Shares of the differences between trials that a setting accounts for, by ")
                    .foreign(study.importance().method())
                    .text(". A setting that was varied little, or only together with others, may matter more than"
                            + " this says.")
                    .closeLine();
        }
        if (!study.importance().remark().isEmpty()) {
            page.remark(study.importance().remark());
        }
        table(page, ranked);
        page.closeSection();
    }

    private void table(Page page, boolean ranked) {
        page.openTable("Hyperparameters, their ranges and the best trial's values", "hyperparameters");
        List<String> headings = new ArrayList<>(List.of("setting"));
        if (ranked) {
            headings.add("share of the differences");
        }
        headings.addAll(List.of("best trial", "searched"));
        page.headings(headings);
        HtmlWriter html = page.html();
        html.open("tbody");
        for (int index : order(ranked)) {
            Hyperparameter parameter = study.space().hyperparameters().get(index);
            html.open("tr").open("th", "scope", "row").foreign(parameter.name()).close();
            if (ranked) {
                share(page, study.importance().shares().at(index));
            }
            html.open("td").foreign(study.best().map(best -> parameter.text(best.values().at(index))).orElse("–"))
                    .close();
            html.open("td").foreign(parameter.range()).close().closeLine();
        }
        html.close();
        page.closeTable();
    }

    static void share(Page page, double share) {
        HtmlWriter html = page.html();
        html.open("td", "class", "share");
        if (Double.isNaN(share)) {
            html.text(NumberText.UNDEFINED);
        } else {
            page.bar(share);
            html.element("span", NumberText.percent(100 * share), "class", "number");
        }
        html.close();
    }

    private List<Integer> order(boolean ranked) {
        Values shares = study.importance().shares();
        Comparator<Integer> order = ranked
                ? Comparator.comparingDouble(index -> known(-shares.at(index)))
                : (_, _) -> 0;
        return IntStream.range(0, study.space().hyperparameters().size()).boxed().sorted(order).toList();
    }

    private static double known(double negative) {
        return Double.isNaN(negative) ? 1 : negative;
    }
}
