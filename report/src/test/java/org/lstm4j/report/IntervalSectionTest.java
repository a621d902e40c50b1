package org.lstm4j.report;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.forecast.metrics.IntervalCoverage;
import org.lstm4j.forecast.metrics.IntervalMetrics;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.report.content.IntervalComparison;
import org.lstm4j.report.content.ReportModel;

/// A report of a model with intervals.
class IntervalSectionTest {

    @Test
    void isLeftOutForAModelWithoutIntervals() throws IOException {
        String page = page(SampleReport.hourly("demand"));

        assertThat(page).doesNotContain("id=\"intervals\"").doesNotContain("% interval").doesNotContain("\"areas\"");
    }

    @Test
    void opensWithAVerdictAndItsRuleAndLeavesTheOneAtTheTop() throws IOException {
        String page = page(SampleReport.withIntervals("demand"));

        assertThat(PageText.matches(page, "<p class=\"verdict [a-z]+\">")).containsExactly(
                "<p class=\"verdict good\">", "<p class=\"verdict bad\">");
        assertThat(page).contains("LSTM beats seasonal naive: its MASE is 50")
                .contains("The 80\u202f% intervals hold 78.3\u202f% of the values: as promised."
                        + " The 95\u202f% intervals hold 90.0\u202f%: too narrow.")
                .contains("As promised means that intervals of 80\u202f% hold 76 to 84\u202f% of the values")
                .contains("Judged by 120 values");
    }

    @Test
    void showsTheMeasuresOfThoseThatHaveIntervalsInTheirColours() throws IOException {
        String section = section(SampleReport.withIntervals("demand"));
        String heading = PageText.only(section, "(?s)<table class=\"scores\">.*?<thead>(.*?)</thead>");

        assertThat(heading).contains("LSTM", "line-model", "seasonal naive", "line-baseline2").doesNotContain("drift");
        assertThat(numbers(section, "inside 80\u202f%")).containsExactly("78.3\u202f%", "91.0\u202f%");
        assertThat(numbers(section, "inside 95\u202f%")).containsExactly("90.0\u202f%", "n/a");
        assertThat(numbers(section, "MSIS")).containsExactly("14.63", "n/a");
    }

    @Test
    void marksTheBestWeightedQuantileLossAlone() throws IOException {
        String section = section(SampleReport.withIntervals("demand"));

        assertThat(PageText.matches(section, "<td class=\"number best\">")).hasSize(1);
        assertThat(PageText.only(section, "(?s)WQL</th>(.*?)</tr>"))
                .startsWith("<td class=\"number best\">").contains("0.2671", "0.2878");
    }

    @Test
    void marksNothingWhereNoLossIsDefinedOrNothingToCompareWith() throws IOException {
        IntervalMetrics undefined = new IntervalMetrics(0.8, 0.95, NaN, NaN, NaN, 1, 1, 1, 1);
        IntervalMetrics alone = new IntervalMetrics(0.8, 0.95, 1, 1, 1, 1, 1, 1, 1);

        assertThat(section(SampleReport.with(new IntervalComparison(List.of("LSTM", "naive"),
                List.of(undefined, undefined), List.of())))).doesNotContain("number best");
        assertThat(section(SampleReport.with(
                new IntervalComparison(List.of("LSTM"), List.of(alone), List.of())))).doesNotContain("number best");
    }

    @Test
    void drawsTheShareInsideByStepBesideThePromise() throws IOException {
        JsonObject plot = plot(page(SampleReport.withIntervals("demand")), "inside");

        assertThat(plot.require("lines").asList()).extracting(line -> line.asObject().require("name").asText())
                .containsExactly("promised: 80\u202f%", "inside 80\u202f% interval", "promised: 95\u202f%",
                        "inside 95\u202f% interval");
        assertThat(plot.require("lines").asList())
                .extracting(line -> Json.write(line.asObject().require("values")))
                .containsExactly("[80,80,80]", "[82,78.5,null]", "[95,95,95]", "[93,90.25,null]");
    }

    @Test
    void hasTheSharesAsATable() throws IOException {
        String rows = PageText.only(section(SampleReport.withIntervals("demand")),
                "(?s)<summary>The shares as a table</summary>(.*?)</details>");

        assertThat(PageText.matches(rows, "<tr><th scope=\"row\">2</th>.*")).containsExactly(
                "<tr><th scope=\"row\">2</th><td class=\"number\">78.50</td><td class=\"number\">4</td>"
                        + "<td class=\"number\">90.25</td><td class=\"number\">6</td></tr>");
        assertThat(rows).contains("missing").doesNotContain("NaN");
    }

    @Test
    void drawsNoSharesByStepOfASingleStep() throws IOException {
        IntervalMetrics model = new IntervalMetrics(0.8, 0.95, 1, 1, 1, 1, 1, 1, 1);
        IntervalComparison oneStep = new IntervalComparison(List.of("LSTM"), List.of(model),
                List.of(new IntervalCoverage(9, 0.8, 0.95, 1, 1)));

        assertThat(section(SampleReport.with(oneStep))).contains("Judged by 9 values").contains("verdict good")
                .doesNotContain("Share inside by step ahead");
    }

    @Test
    void saysWhenNothingCanBeSaid() throws IOException {
        IntervalMetrics nothing = new IntervalMetrics(NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN);

        assertThat(section(SampleReport.with(new IntervalComparison(List.of("LSTM"), List.of(nothing), List.of()))))
                .contains("verdict open").contains("cannot be said").doesNotContain(">NaN");
    }

    @Test
    void shadesTheIntervalsBehindTheForecastWideOnesFirstWithGapsOpen() throws IOException {
        JsonObject plot = plot(page(SampleReport.withIntervals("demand")), "forecast");
        List<JsonValue> areas = plot.require("areas").asList();

        assertThat(areas).extracting(area -> area.asObject().require("name").asText())
                .containsExactly("95\u202f% interval", "80\u202f% interval");
        assertThat(areas).extracting(area -> area.asObject().require("style").asText())
                .containsExactly("outer", "inner");
        JsonObject inner = areas.getLast().asObject();
        assertThat(inner.require("lower").asList()).hasSameSizeAs(plot.require("axis").asObject().require("distances")
                .asList());
        assertThat(Json.write(inner.require("lower"))).endsWith("7.4,7.4,null,8,8,8,8,8,8]").doesNotContain("NaN");
        assertThat(Json.write(inner.require("upper"))).endsWith("9.4,9.4,null,10,10,10,10,10,10]");
    }

    @Test
    void namesTheIntervalsInTheCaptionAndListsThemInTheTable() throws IOException {
        String page = page(SampleReport.withIntervals("demand"));
        String table = PageText.only(page, "(?s)Latest forecast of series demand</caption>(.*?)</table>");

        assertThat(page).contains("The shaded areas are the intervals of LSTM: of 100 actual values, 80 and 95 should"
                + " lie within.");
        assertThat(PageText.matches(table, "<th scope=\"col\"><bdi>[^<]*").subList(2, 5)).containsExactly(
                "<th scope=\"col\"><bdi>LSTM", "<th scope=\"col\"><bdi>80\u202f% interval",
                "<th scope=\"col\"><bdi>95\u202f% interval");
        assertThat(table).contains("<td class=\"number\">8 to 10</td><td class=\"number\">6 to 12</td>");
    }

    private static List<String> numbers(String section, String measure) {
        return PageText.matches(PageText.only(section, "(?s)>" + measure + "(?:</th>| <)(.*?)</tr>"),
                "(?<=<td class=\"number\">)[^<]*");
    }

    private static String section(ReportModel model) throws IOException {
        return PageText.only(page(model), "(?s)<section id=\"intervals\"(.*?)</section>");
    }

    private static JsonObject plot(String page, String id) {
        return Json.parse(PageText.only(page, "(?s)<script type=\"application/json\" id=\"figures\">(.*?)</script>"))
                .asObject().require(id).asObject().require("plots").asList().getFirst().asObject();
    }

    private static String page(ReportModel model) throws IOException {
        StringBuilder page = new StringBuilder();
        new HtmlReport(model).writeTo(page);
        return page.toString();
    }
}
