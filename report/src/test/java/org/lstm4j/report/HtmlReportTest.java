package org.lstm4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.StorageException;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.report.content.DataSummary;
import org.lstm4j.report.content.Fact;
import org.lstm4j.report.content.LearningCurve;
import org.lstm4j.report.content.ReportModel;
import org.lstm4j.report.content.Reproduction;
import org.lstm4j.report.content.SeriesData;

class HtmlReportTest {

    private static final String EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;";

    @Test
    void rendersNamesOfTheDataAsTextAndNothingElse() throws IOException {
        String page = page(SampleReport.hourly(EVIL));

        assertThat(page).doesNotContain("<script>alert").doesNotContain("<img")
                .doesNotContain("</script><script>alert");
        assertThat(PageText.matches(page, "<script[^>]*>")).containsExactly(
                "<script type=\"application/json\" id=\"figures\">", "<script>");
        assertThat(page)
                .contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;"
                        + "&quot;&#39;&amp;amp;");
    }

    @Test
    void carriesNamesUnchangedToTheScript() throws IOException {
        JsonValue plot = figure(page(SampleReport.hourly(EVIL)), "forecast").asObject().require("plots").asList()
                .getFirst();

        assertThat(plot.asObject().require("name").asText()).isEqualTo(EVIL);
        assertThat(plot.asObject().require("unit").asText()).isEqualTo(EVIL);
    }

    @Test
    void asksForNothingFromOutside() throws IOException {
        String page = page(SampleReport.hourly("demand"));

        assertThat(page).doesNotContainIgnoringCase("http:").doesNotContainIgnoringCase("https:");
        assertThat(page).doesNotContain("<link", "<img", "<iframe", "<object", "<base", "<form", "@import", "url(");
        assertThat(page).doesNotContainPattern("<[^>]* (src|href|action|srcset)=");
        assertThat(page).doesNotContain("fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon", "import(");
    }

    @Test
    void permitsItsOwnScriptAndStyleByHashAlone() throws IOException {
        String page = page(SampleReport.hourly("demand"));
        String policy = PageText.only(page, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"")
                .replace("&#39;", "'");

        assertThat(policy)
                .isEqualTo("default-src 'none'; script-src '"
                        + PageText.sha256(PageText.only(page, "(?s)<script>(.*?)</script>"))
                        + "'; style-src '" + PageText.sha256(PageText.only(page, "(?s)<style>(.*?)</style>"))
                        + "'; base-uri 'none'; form-action 'none'");
        assertThat(page.indexOf("Content-Security-Policy")).isLessThan(page.indexOf("<style>"));
    }

    @Test
    void hasNoInlineHandlersAndNoInlineStyles() throws IOException {
        String markup = page(SampleReport.hourly("demand")).replaceAll("(?s)<script.*?</script>", "");

        assertThat(markup).doesNotContainPattern("<[^>]* on[a-z]+=").doesNotContainPattern("<[^>]* style=");
    }

    @Test
    void givesTheSameBytesForEqualModels() throws IOException {
        assertThat(page(SampleReport.hourly("demand"))).isEqualTo(page(SampleReport.hourly("demand")));
    }

    @Test
    void saysWhatIsUndefinedAndWhy() throws IOException {
        String page = page(SampleReport.hourly("demand"));

        assertThat(page).contains("n/a<sup>1</sup>")
                .contains("MAPE is not defined here: an actual value is zero.");
        assertThat(page).doesNotContain(">NaN<").doesNotContain("Infinity<");
    }

    @Test
    void marksTheBestOfEachRowAndSharesTheMarkBetweenEquals() throws IOException {
        String page = page(SampleReport.hourly("demand"));
        String mse = PageText.only(page, "(?s)<tr><th scope=\"row\"><bdi>MSE</bdi>(.*?)</tr>");
        String r2 = PageText.only(page, "(?s)<tr><th scope=\"row\"><bdi>R²</bdi>(.*?)</tr>");

        assertThat(PageText.matches(mse, "number( best)?\"")).containsExactly("number best\"", "number\"",
                "number best\"",
                "number\"");
        assertThat(PageText.matches(r2, "number( best)?\"")).containsExactly("number best\"", "number\"", "number\"",
                "number\"");
    }

    @Test
    void opensWithThePlainVerdict() throws IOException {
        assertThat(page(SampleReport.hourly("demand")))
                .contains("LSTM beats seasonal naive: its MASE is 50\u202f% lower"
                        + " (0.5000 against 1). It also beats naive and drift.");
    }

    @Test
    void drawsMissingValuesAsGaps() throws IOException {
        JsonValue plot = figure(page(SampleReport.hourly("demand")), "data").asObject().require("plots").asList()
                .getFirst();
        List<JsonValue> values = plot.asObject().require("lines").asList().getFirst().asObject().require("values")
                .asList();

        assertThat(values.subList(29, 36)).extracting(value -> Double.isNaN(value.asDouble()))
                .containsExactly(false, true, true, true, false, true, false);
        assertThat(plot.asObject().require("gaps").asList()).hasSize(2);
    }

    @Test
    void listsTheLongestGapsWithTheirTimes() throws IOException {
        // step 30 is 2012-03-26 06:00 UTC, eight o'clock in Berlin's summer time
        assertThat(page(SampleReport.hourly("demand"))).contains("2012-03-26 08:00", "2012-03-26 10:00",
                "4 (4.2\u202f%)");
    }

    @Test
    void worksWithoutTimes() throws IOException {
        String page = page(SampleReport.steps("level"));
        JsonValue axis = figure(page, "forecast").asObject().require("plots").asList().getFirst().asObject()
                .require("axis");

        assertThat(axis.asObject().require("name").asText()).isEqualTo("step");
        assertThat(axis.asObject().get("offsets")).isNull();
        assertThat(page).doesNotContain("times in");
    }

    @Test
    void rendersExtremesAndShowsAFewOfManySeries() throws IOException {
        String page = page(SampleReport.extremes());

        assertThat(figure(page, "forecast").asObject().require("plots").asList()).hasSize(12);
        assertThat(page).contains("The first 12 of 17 series can be chosen.").contains("<bdi>series 14</bdi>");
    }

    @Test
    void leavesOutTheLearningCurveOfAModelThatWasNotTrainedHere() throws IOException {
        ReportModel whole = SampleReport.hourly("demand");
        ReportModel evaluated = new ReportModel(whole.title(), whole.target(), whole.data(), LearningCurve.none(),
                whole.evaluation(), whole.reproduction());

        assertThat(page(whole)).contains("Learning curve");
        assertThat(page(evaluated)).doesNotContain("Learning curve");
    }

    @Test
    void saysNoneForASettingWithoutAValue() throws IOException {
        ReportModel whole = SampleReport.hourly("demand");
        Reproduction reproduction = new Reproduction("", List.of(Fact.of("past", "")), List.of());

        assertThat(page(new ReportModel(whole.title(), whole.target(), whole.data(), whole.learning(),
                whole.evaluation(), reproduction))).contains("<bdi>past</bdi></th><td><bdi>none</bdi>");
    }

    @Test
    void speaksOfPartsOnlyWhereTheDataWasSplitByTime() throws IOException {
        ReportModel whole = SampleReport.hourly("demand");
        List<SeriesData> unsplit = whole.data().series().stream()
                .map(series -> new SeriesData(series.name(), series.axis(), series.values(), List.of())).toList();
        DataSummary data = new DataSummary("x.csv", List.of(), unsplit);

        assertThat(page(whole)).contains(
                "The whole series and its parts from left to right: demand, demand 2. Gaps");
        assertThat(page(new ReportModel(whole.title(), whole.target(), data, whole.learning(), whole.evaluation(),
                whole.reproduction()))).contains("The whole series.").doesNotContain("its parts");
    }

    @Test
    void keepsTheLicenceOfThePlotLibrary() throws IOException {
        assertThat(page(SampleReport.hourly("demand"))).contains("uPlot 1.6.32", "Copyright (c) 2022 Leon Sorokin",
                "Permission is hereby granted, free of charge");
    }

    @Test
    void writesTheWholePageIntoAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");
        Files.writeString(file, "old");

        new HtmlReport(SampleReport.hourly("demand")).writeTo(file);

        assertThat(file).content(StandardCharsets.UTF_8).isEqualTo(page(SampleReport.hourly("demand")));
        assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void namesFileCauseAndFixWhenItCannotWrite(@TempDir Path folder) {
        Path file = folder.resolve("missing").resolve("report.html");

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> new HtmlReport(SampleReport.hourly("demand")).writeTo(file))
                .withMessageContaining("cannot write " + file)
                .withMessageContaining("create the folder first");
    }

    @Test
    void leavesNothingBehindWhenTheFileIsAFolder(@TempDir Path folder) throws IOException {
        Path file = Files.createDirectory(folder.resolve("report.html"));

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> new HtmlReport(SampleReport.hourly("demand")).writeTo(file));
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    private static String page(ReportModel model) throws IOException {
        StringBuilder page = new StringBuilder();
        new HtmlReport(model).writeTo(page);
        return page.toString();
    }

    private static JsonValue figure(String page, String id) {
        return Json.parse(PageText.only(page, "(?s)<script type=\"application/json\" id=\"figures\">(.*?)</script>"))
                .asObject()
                .require(id);
    }
}
