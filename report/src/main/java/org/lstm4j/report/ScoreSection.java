package org.lstm4j.report;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.report.content.Evaluation;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.Score;
import org.lstm4j.report.content.Verdict;

/// The verdict and the metrics table: the model beside the baselines, the best
/// of each row marked.
final class ScoreSection {

    private final Evaluation evaluation;
    private final List<String> reasons = new ArrayList<>();

    ScoreSection(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    void write(Page page) {
        page.openSection("result", "Result");
        page.verdict(Verdict.of(evaluation));
        table(page);
        footnotes(page);
        evaluation.remarks().forEach(remark -> page.html().open("p", "class", "remark").foreign(remark).closeLine());
        definitions(page);
        page.closeSection();
    }

    private void table(Page page) {
        HtmlWriter html = page.html();
        page.openTable("Errors on the test part. Lower is better, for R² higher. ★ marks the best of a row.", "scores");
        html.open("thead").open("tr").element("th", "Measure", "scope", "col");
        for (int method = 0; method < evaluation.methods().size(); method++) {
            html.open("th", "scope", "col");
            page.swatch("line-" + Figure.methodStyle(method));
            html.foreign(evaluation.methods().get(method)).close();
        }
        html.close().closeLine();
        html.open("tbody");
        evaluation.scores().forEach(score -> row(page, score));
        html.close();
        page.closeTable();
    }

    private void row(Page page, Score score) {
        HtmlWriter html = page.html();
        html.open("tr").open("th", "scope", "row").foreign(score.measure());
        if (!score.unit().isEmpty()) {
            html.text(" ").element("span", score.unit(), "class", "unit");
        }
        html.close();
        for (int method = 0; method < score.byMethod().size(); method++) {
            cell(page, score, method);
        }
        html.closeLine();
    }

    private void cell(Page page, Score score, int method) {
        HtmlWriter html = page.html();
        boolean best = score.isBest(method) && score.byMethod().size() > 1;
        html.open("td", "class", best ? "number best" : "number");
        if (best) {
            page.star();
        }
        html.text(NumberText.of(score.byMethod().at(method)));
        if (Double.isNaN(score.byMethod().at(method))) {
            html.element("sup", Integer.toString(reasonNumber(score, method)));
        }
        html.close();
    }

    private int reasonNumber(Score score, int method) {
        String reason = undefinedThroughout(method)
                ? "Nothing to measure for " + evaluation.methods().get(method)
                        + ": it gives no forecast where a value was observed, or no value was."
                : score.measure() + " is not defined here: " + score.whyUndefined() + ".";
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
        return reasons.indexOf(reason) + 1;
    }

    private boolean undefinedThroughout(int method) {
        return evaluation.scores().stream().noneMatch(score -> score.byMethod().observed(method));
    }

    private void footnotes(Page page) {
        for (int index = 0; index < reasons.size(); index++) {
            page.html().open("p", "class", "footnote").element("sup", Integer.toString(index + 1)).text(" ")
                    .foreign(reasons.get(index)).closeLine();
        }
    }

    private static void definitions(Page page) {
        page.openDetails("What the measures mean");
        HtmlWriter html = page.html();
        html.open("dl");
        definition(html, "MAE", "mean absolute error: by how much a forecast misses on average, in the target's unit.");
        definition(html, "RMSE, MSE", "root of the mean squared error, and its square: large misses weigh more.");
        definition(html, "MASE",
                "MAE divided by the MAE that repeating the value of one season earlier makes within the"
                        + " training part; below 1 is better than that. The mean over all series.");
        definition(html, "MAPE",
                "mean of the miss in percent of the actual value; not defined when one of those is 0.");
        definition(html, "sMAPE", "the miss in percent of the mean of actual value and forecast, from 0 to 200 %.");
        definition(html, "R²", "share of the variance that is explained: 1 is perfect, 0 is as good as the mean.");
        html.closeLine();
        page.closeDetails();
    }

    private static void definition(HtmlWriter html, String term, String meaning) {
        html.element("dt", term).element("dd", meaning).raw("\n");
    }
}
