package org.lstm4j.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.report.content.Fact;
import org.lstm4j.report.content.IntervalVerdict;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.Verdict;

/// A page while it is written: its HTML so far, and the data of its figures.
final class Page {

    private final HtmlWriter html = new HtmlWriter();
    private final Map<String, JsonValue> figures = new LinkedHashMap<>();

    HtmlWriter html() {
        return html;
    }

    Page openSection(String id, String heading) {
        html.open("section", "id", id, "aria-labelledby", id + "-heading").raw("\n");
        html.element("h2", heading, "id", id + "-heading").raw("\n");
        return this;
    }

    void closeSection() {
        html.closeLine();
    }

    void paragraph(String text) {
        html.element("p", text).raw("\n");
    }

    /// The plain sentence that a section opens with.
    void verdict(Verdict verdict) {
        String kind = switch (verdict.outcome()) {
            case BEATS -> "good";
            case DOES_NOT_BEAT -> "bad";
            case UNDECIDED -> "open";
        };
        String sign = switch (verdict.outcome()) {
            case BEATS -> "✓";
            case DOES_NOT_BEAT -> "✗";
            case UNDECIDED -> "?";
        };
        verdict(kind, sign, verdict.sentence());
    }

    /// The same about intervals.
    void verdict(IntervalVerdict verdict) {
        if (verdict.dishonest()) {
            verdict("bad", "✗", verdict.sentence());
        } else if (verdict.honest()) {
            verdict("good", "✓", verdict.sentence());
        } else {
            verdict("open", "?", verdict.sentence());
        }
    }

    private void verdict(String kind, String sign, String sentence) {
        html.open("p", "class", "verdict " + kind).element("span", sign, "class", "sign", "aria-hidden", "true")
                .open("span").foreign(sentence).close().closeLine();
    }

    /// A sentence from outside that a reader must know.
    void remark(String text) {
        html.open("p", "class", "remark").foreign(text).closeLine();
    }

    /// A share of a whole as a bar beside its number.
    void bar(double share) {
        double length = Math.clamp(share, 0.0, 1.0);
        html.open("svg", "class", "bar", "viewBox", "0 0 100 10", "preserveAspectRatio", "none", "aria-hidden", "true")
                .element("rect", "", "width", NumberText.of(100 * length), "height", "10").close();
    }

    /// A chart. The script draws into it; without a script, its description and the
    /// tables beside it remain.
    ///
    /// @param description what the chart shows, for readers who cannot see it
    /// @param caption what a reader must know to read it
    void figure(Figure figure, String description, String caption) {
        FigureJson json = new FigureJson(figure);
        figures.put(figure.id(), json.write());
        html.open("figure", "data-figure", figure.id());
        html.element("div", "", "class", "plot", "role", "img", "aria-label", description);
        html.open("figcaption").text(caption);
        if (json.thinnedBy() > 1) {
            html.text(" Drawn are the smallest and the largest of every "
                    + NumberText.count(json.thinnedBy(), "step") + "; tables and metrics use every value.");
        }
        html.close().closeLine();
    }

    /// What the script needs to know about a drawing of the page.
    void data(String id, JsonValue data) {
        figures.put(id, data);
    }

    /// A short piece of a line as the plots draw it.
    void swatch(String lineClass) {
        html.open("svg", "class", "swatch", "viewBox", "0 0 32 8", "aria-hidden", "true")
                .element("line", "", "class", lineClass, "x1", "0", "y1", "4", "x2", "32", "y2", "4").close();
    }

    /// What marks the best number of a row, before that number.
    void star() {
        html.element("span", "★", "class", "star", "aria-label", "best:", "role", "img").text("\u00a0");
    }

    /// A table of facts: name and value, `none` for an empty one, and, where there is
    /// one, a note below the value.
    void facts(String caption, List<Fact> facts) {
        openTable(caption, "facts");
        html.open("tbody");
        for (Fact fact : facts) {
            html.open("tr").open("th", "scope", "row").foreign(fact.name()).close();
            html.open("td").foreign(fact.value().isEmpty() ? "none" : fact.value());
            if (!fact.note().isEmpty()) {
                html.open("div", "class", "note").foreign(fact.note()).close();
            }
            html.close().closeLine();
        }
        html.close();
        closeTable();
    }

    /// Opens a table in a frame of its own, which scrolls when the screen is narrow
    /// and can be reached by keyboard.
    void openTable(String caption, String kind) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        html.open("table", "class", kind).element("caption", caption).raw("\n");
    }

    void closeTable() {
        html.close().closeLine();
    }

    /// A row of column headings.
    void headings(List<String> headings) {
        html.open("thead").open("tr");
        headings.forEach(heading -> html.open("th", "scope", "col").foreign(heading).close());
        html.close().closeLine();
    }

    /// Opens a part that is folded until the reader asks for it.
    void openDetails(String summary) {
        html.open("details").element("summary", summary).raw("\n");
    }

    void closeDetails() {
        html.closeLine();
    }

    /// The data of all figures, in a form that cannot end the element that holds it.
    String figureData() {
        return Json.write(new JsonValue.JsonObject(figures))
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
