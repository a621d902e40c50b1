package org.lstm4j.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.lstm4j.forecast.metrics.IntervalMetrics;
import org.lstm4j.report.content.IntervalComparison;
import org.lstm4j.report.content.IntervalVerdict;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.Target;

/// Whether the intervals hold what they promise: a sentence, the measures beside those of the baselines, and the share
/// of values inside by step ahead.
final class IntervalSection {

    private final List<String> evaluated;
    private final IntervalComparison intervals;
    private final Target target;

    /// @param evaluated every method of the page, which gives each its colour
    IntervalSection(List<String> evaluated, IntervalComparison intervals, Target target) {
        this.evaluated = evaluated;
        this.intervals = intervals;
        this.target = target;
    }

    void write(Page page) {
        page.openSection("intervals", "Are the intervals honest?");
        page.verdict(IntervalVerdict.of(intervals.model()));
        page.remark(IntervalVerdict.RULE + " Judged by " + NumberText.count(intervals.values(), "value")
                + ": each step of each forecast of the test part.");
        table(page);
        definitions(page);
        if (intervals.bySteps().size() > 1) {
            new CoverageFigure(intervals).write(page);
        }
        page.closeSection();
    }

    private void table(Page page) {
        page.openTable("Intervals on the test part. For WQL, CRPS and MSIS lower is better. ★ marks the best WQL.",
                "scores");
        headings(page);
        page.html().open("tbody");
        shares(page, "inside 80\u202f%", IntervalMetrics::coverage80);
        numbers(page, "width of 80\u202f%", target.unit(), IntervalMetrics::width80);
        shares(page, "inside 95\u202f%", IntervalMetrics::coverage95);
        numbers(page, "width of 95\u202f%", target.unit(), IntervalMetrics::width95);
        quantileLosses(page);
        numbers(page, "CRPS", target.unit(), IntervalMetrics::crps);
        numbers(page, "MSIS", "", IntervalMetrics::msis);
        page.html().close();
        page.closeTable();
    }

    private void headings(Page page) {
        HtmlWriter html = page.html();
        html.open("thead").open("tr").element("th", "Measure", "scope", "col");
        for (String method : intervals.methods()) {
            html.open("th", "scope", "col");
            page.swatch("line-" + Figure.methodStyle(evaluated.indexOf(method)));
            html.foreign(method).close();
        }
        html.close().closeLine();
    }

    private void shares(Page page, String measure, ToDoubleFunction<IntervalMetrics> share) {
        openRow(page, measure, "");
        intervals.metrics().forEach(metrics -> number(page, NumberText.tenths(100 * share.applyAsDouble(metrics))));
        page.html().closeLine();
    }

    private void numbers(Page page, String measure, String unit, ToDoubleFunction<IntervalMetrics> value) {
        openRow(page, measure, unit);
        intervals.metrics().forEach(metrics -> number(page, NumberText.of(value.applyAsDouble(metrics))));
        page.html().closeLine();
    }

    /// The measure by which methods are compared; equals share the star.
    private void quantileLosses(Page page) {
        openRow(page, "WQL", "");
        double least = intervals.metrics().stream()
                .mapToDouble(IntervalMetrics::wql)
                .filter(loss -> !Double.isNaN(loss))
                .min()
                .orElse(Double.NaN);
        for (IntervalMetrics metrics : intervals.metrics()) {
            String text = NumberText.of(metrics.wql());
            if (metrics.wql() == least && intervals.metrics().size() > 1) {
                page.html().open("td", "class", "number best");
                page.star();
                page.html().text(text).close();
            } else {
                number(page, text);
            }
        }
        page.html().closeLine();
    }

    private static void openRow(Page page, String measure, String unit) {
        HtmlWriter html = page.html();
        html.open("tr").open("th", "scope", "row").text(measure);
        if (!unit.isEmpty()) {
            html.text(" ").open("span", "class", "unit").foreign(unit).close();
        }
        html.close();
    }

    private static void number(Page page, String text) {
        page.html().element("td", text, "class", "number");
    }

    private static void definitions(Page page) {
        page.openDetails("What the measures of intervals mean");
        HtmlWriter html = page.html();
        html.open("dl");
        definition(html, "inside, width",
                "the share of actual values that lay in the intervals, and how wide these were on average. Of two"
                        + " methods that hold what they promise, the one with the narrower intervals says more.");
        definition(html, "WQL",
                "weighted quantile loss: twice the pinball loss of the quantiles 0.1, 0.2 … 0.9, as a share of the"
                        + " absolute actual values.");
        definition(html, "CRPS",
                "continuous ranked probability score, from the same quantiles, in the target's unit: the MAE of"
                        + " forecasts that say how sure they are.");
        definition(html, "MSIS",
                "the width of the 95\u202f% intervals, and 40 times what a value outside misses them by; divided, as in"
                        + " MASE, by the MAE of repeating the value of one season earlier within the training part.");
        html.closeLine();
        page.closeDetails();
    }

    private static void definition(HtmlWriter html, String term, String meaning) {
        html.element("dt", term).element("dd", meaning).raw("\n");
    }
}
