package org.lstm4j.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.lstm4j.model.AtomicFile;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.ReportModel;
import org.lstm4j.report.content.SeriesData;
import org.lstm4j.report.content.Target;
import org.lstm4j.report.content.TimeAxis;

/// A report as one HTML page that needs nothing but itself: no network, no
/// other file. It can be read on a phone, printed, read aloud and worked by
/// keyboard, in a light and a dark dress.
///
/// The page's content security policy names the hashes of its own script and
/// style, so nothing else can run in it, and every name from the data is text.
/// Equal models give equal bytes.
public final class HtmlReport {

    private static final PageAssets ASSETS = PageAssets.load();

    private final String page;

    public HtmlReport(ReportModel model) {
        this.page = render(model);
    }

    /// Writes the page; its encoding is UTF-8.
    public void writeTo(Appendable out) throws IOException {
        out.append(page);
    }

    /// Writes the page into a file, replacing one that is there. A file of that name
    /// holds the whole page, or is as it was before.
    ///
    /// @throws org.lstm4j.StorageException when the file cannot be written
    public void writeTo(Path file) {
        AtomicFile.write(file, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
    }

    private static String render(ReportModel model) {
        Page page = new Page();
        HtmlWriter html = page.html();
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").raw("\n");
        head(html, model.title());
        html.open("body").raw("\n");
        header(html, model);
        html.open("main").raw("\n");
        new ScoreSection(model.evaluation()).write(page);
        new ForecastSection(model.evaluation(), model.target()).write(page);
        new HorizonSection(model.evaluation()).write(page);
        new LearningSection(model.learning()).write(page);
        new DataSection(model.data(), model.target()).write(page);
        new ReproductionSection(model.reproduction()).write(page);
        html.closeLine();
        html.open("template", "id", "swatch");
        page.swatch("");
        html.closeLine();
        html.open("script", "type", "application/json", "id", "figures").raw(page.figureData()).closeLine();
        html.open("script").raw(ASSETS.script()).closeLine();
        html.close().closeLine();
        return html.finish();
    }

    private static void head(HtmlWriter html, String title) {
        html.open("head").raw("\n").empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", ASSETS.policy());
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", title).raw("\n");
        html.open("style").raw(ASSETS.style()).closeLine();
        html.closeLine();
    }

    private static void header(HtmlWriter html, ReportModel model) {
        html.open("header").raw("\n").element("h1", model.title()).raw("\n");
        html.open("p", "class", "subject").foreign(subject(model)).closeLine();
        html.open("noscript").open("p", "class", "remark")
                .text("The charts need JavaScript, which is switched off here."
                        + " Every figure is in the tables as well.")
                .close().closeLine();
        html.closeLine();
    }

    /// `cnt in rentals · 24 steps ahead · 1 step = 1 hour · 2011-01-01 00:00 to
    /// 2012-12-31 23:00`
    private static String subject(ReportModel model) {
        List<String> parts = new ArrayList<>();
        Target target = model.target();
        parts.add(target.unit().isEmpty() ? target.name() : target.name() + " in " + target.unit());
        if (model.evaluation().horizon() > 0) {
            parts.add(NumberText.count(model.evaluation().horizon(), "step") + " ahead");
        }
        List<SeriesData> series = model.data().series();
        if (series.size() > 1) {
            parts.add(NumberText.of(series.size()) + " series");
        }
        if (!series.isEmpty() && series.getFirst().axis() instanceof TimeAxis times && !times.step().isEmpty()) {
            parts.add("1 step = " + times.step());
            parts.add("times in " + zone(times.zone()));
        }
        return String.join(" · ", parts);
    }

    private static String zone(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }
}
