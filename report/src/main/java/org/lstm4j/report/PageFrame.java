package org.lstm4j.report;

import java.util.function.Consumer;

/// What every page has around its sections: head, title, the data of its figures, and the script.
///
/// @param assets script and style
/// @param title of the page
/// @param subject the line below the title, may be empty
record PageFrame(PageAssets assets, String title, String subject) {

    /// The whole page.
    ///
    /// @param sections writes what stands between title and script
    String around(Consumer<Page> sections) {
        Page page = new Page();
        HtmlWriter html = page.html();
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").raw("\n");
        head(html);
        html.open("body").raw("\n");
        header(html);
        html.open("main").raw("\n");
        sections.accept(page);
        html.closeLine();
        html.open("template", "id", "swatch");
        page.swatch("");
        html.closeLine();
        html.open("script", "type", "application/json", "id", "figures").raw(page.figureData()).closeLine();
        html.open("script").raw(assets.script()).closeLine();
        html.close().closeLine();
        return html.finish();
    }

    private void head(HtmlWriter html) {
        html.open("head").raw("\n").empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", assets.policy());
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", title).raw("\n");
        html.open("style").raw(assets.style()).closeLine();
        html.closeLine();
    }

    private void header(HtmlWriter html) {
        html.open("header").raw("\n").element("h1", title).raw("\n");
        if (!subject.isEmpty()) {
            html.open("p", "class", "subject").foreign(subject).closeLine();
        }
        html.open("noscript").open("p", "class", "remark")
                .text("The charts need JavaScript, which is switched off here."
                        + " Every figure is in the tables as well.")
                .close().closeLine();
        html.closeLine();
    }
}
