package org.lstm4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every page, whatever it is about.
class PageRulesTest {

    private static final String EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;";

    static Stream<Named<Supplier<HtmlPage>>> pages() {
        return Stream.of(Named.of("study", () -> new StudyPage(SampleStudy.large(30))),
                Named.of("small study", () -> new StudyPage(SampleStudy.small())),
                Named.of("runs", () -> new RunsPage(SampleRuns.realistic(3))),
                Named.of("runs that differ", () -> new RunsPage(SampleRuns.different())),
                Named.of("explanation", () -> new ExplainPage(SampleExplanation.realistic(24, 16))),
                Named.of("smallest explanation", () -> new ExplainPage(SampleExplanation.realistic(1, 1))),
                Named.of("evil study", () -> new StudyPage(SampleStudy.named(EVIL))),
                Named.of("evil runs", () -> new RunsPage(SampleRuns.named(EVIL))),
                Named.of("evil explanation", () -> new ExplainPage(SampleExplanation.named(EVIL))));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namesAreTextAndNothingElse(Supplier<HtmlPage> page) throws IOException {
        String text = text(page);

        assertThat(text).doesNotContain("<script>alert", "<img src=x");
        assertThat(PageText.matches(text, "<script[^>]*>")).containsExactly(
                "<script type=\"application/json\" id=\"figures\">", "<script>");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingIsAskedForFromOutside(Supplier<HtmlPage> page) throws IOException {
        String text = text(page);
        String markup = text.replaceAll("(?s)<script.*?</script>", "");

        assertThat(text).doesNotContainIgnoringCase("http:").doesNotContainIgnoringCase("https:");
        assertThat(text).doesNotContain("<link", "<iframe", "<object", "<base", "<form", "@import", "url(");
        assertThat(markup).doesNotContainPattern("<[^>]* (href|action|srcset)=");
        assertThat(PageText.matches(markup, "<[a-z]+[^>]* src=\"[^\"]{0,22}"))
                .allMatch(source -> source.startsWith("<img ") && source.endsWith(" src=\"data:image/png;base64,"));
        assertThat(text).doesNotContain("fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon", "import(");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void onlyTheScriptAndStyleNamedByHashMayRun(Supplier<HtmlPage> page) throws IOException {
        String text = text(page);
        String policy = PageText.only(text, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"")
                .replace("&#39;", "'");
        String images = text.contains("<img ") ? "; img-src data:" : "";

        assertThat(policy)
                .isEqualTo("default-src 'none'; script-src '"
                        + PageText.sha256(PageText.only(text, "(?s)<script>(.*?)</script>"))
                        + "'; style-src '" + PageText.sha256(PageText.only(text, "(?s)<style>(.*?)</style>")) + "'"
                        + images
                        + "; base-uri 'none'; form-action 'none'");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thereAreNoInlineHandlersAndNoInlineStyles(Supplier<HtmlPage> page) throws IOException {
        String markup = text(page).replaceAll("(?s)<script.*?</script>", "").replaceAll("\"[^\"]*\"", "\"\"");

        assertThat(markup).doesNotContainPattern("<[^>]* on[a-z]+=").doesNotContainPattern("<[^>]* style=");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void equalContentGivesEqualBytes(Supplier<HtmlPage> page) throws IOException {
        assertThat(text(page)).isEqualTo(text(page));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPictureIsDescribedAndNoNumberIsWrittenAsAProgramWould(Supplier<HtmlPage> page) throws IOException {
        String markup = text(page).replaceAll("(?s)<script.*?</script>", "");

        assertThat(PageText.matches(markup, "<img [^>]{0,40}")).allMatch(image -> image.startsWith("<img alt=\""));
        assertThat(markup).doesNotContain(">NaN<", ">Infinity<", ">null<");
        assertThat(markup).doesNotContainPattern("=\"-?(NaN|Infinity)\"").doesNotContainPattern(" points=\"[^\"]*NaN");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyElementHasAnIdOfItsOwn(Supplier<HtmlPage> page) throws IOException {
        assertThat(PageText.matches(text(page).replaceAll("(?s)<script>.*?</script>", ""), " id=\"[^\"]*\""))
                .doesNotHaveDuplicates();
    }

    private static String text(Supplier<HtmlPage> page) throws IOException {
        StringBuilder text = new StringBuilder();
        page.get().writeTo(text);
        return text.toString();
    }
}
