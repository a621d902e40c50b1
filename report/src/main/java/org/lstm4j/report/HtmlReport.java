package org.lstm4j.report;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.ReportModel;
import org.lstm4j.report.content.SeriesData;
import org.lstm4j.report.content.Target;
import org.lstm4j.report.content.TimeAxis;

/// A report about a trained model.
public final class HtmlReport extends HtmlPage {

    private static final PageAssets ASSETS = PageAssets.load(List.of(), List.of());

    public HtmlReport(ReportModel model) {
        super(new PageFrame(ASSETS, model.title(), subject(model)).around(page -> {
            new ScoreSection(model.evaluation()).write(page);
            new ForecastSection(model.evaluation(), model.target()).write(page);
            new HorizonSection(model.evaluation()).write(page);
            model.evaluation().intervals().ifPresent(intervals -> new IntervalSection(model.evaluation().methods(),
                    intervals, model.target()).write(page));
            new LearningSection(model.learning()).write(page);
            new DataSection(model.data(), model.target()).write(page);
            new ReproductionSection(model.reproduction()).write(page);
        }));
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
