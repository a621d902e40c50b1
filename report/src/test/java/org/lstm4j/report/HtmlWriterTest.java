package org.lstm4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class HtmlWriterTest {

    @Test
    void escapesTextAndAttributeValues() {
        HtmlWriter html = new HtmlWriter().element("p", "a < b & 'c'", "title", "\"><script>");

        assertThat(html.finish())
                .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;\">a &lt; b &amp; &#39;c&#39;</p>");
    }

    @Test
    void replacesControlCharactersThatHtmlCannotHold() {
        assertThat(new HtmlWriter().text("a\u0000b\u001b[31mc\td").finish()).isEqualTo("a\ufffdb\ufffd[31mc\td");
    }

    @Test
    void isolatesForeignText() {
        assertThat(new HtmlWriter().foreign("שלום").finish()).isEqualTo("<bdi>שלום</bdi>");
    }

    @Test
    void rejectsAPageWithAnOpenElement() {
        assertThatIllegalStateException().isThrownBy(() -> new HtmlWriter().open("p").finish())
                .withMessage("element p was left open");
    }
}
