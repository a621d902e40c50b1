package org.lstm4j.report;

import java.nio.file.Path;
import java.util.List;
import org.lstm4j.report.content.CurvesContent;
import org.lstm4j.report.content.ExplainContent;
import org.lstm4j.report.content.HeatMapContent;
import org.lstm4j.report.picture.GatesPicture;
import org.lstm4j.report.picture.HeatMapPicture;
import org.lstm4j.report.picture.LinePicture;

/// Writes every kind of page and picture into a folder, to be looked at: pages with src/test/browser/look.mjs.
final class PageSamples {

    private static final String EVIL = "</script><script>alert(1)</script> a long name that goes on and on";

    private PageSamples() {}

    public static void main(String[] folder) {
        Path to = Path.of(folder[0]);
        pictures(to);
        new StudyPage(SampleStudy.large(100)).writeTo(to.resolve("study.html"));
        new ExplainPage(SampleExplanation.realistic(168, 32)).writeTo(to.resolve("explain.html"));
        new ExplainPage(SampleExplanation.realistic(500, 256)).writeTo(to.resolve("explain-large.html"));
        new ExplainPage(SampleExplanation.realistic(1, 1)).writeTo(to.resolve("explain-tiny.html"));
        new ExplainPage(SampleExplanation.named(EVIL)).writeTo(to.resolve("explain-names.html"));
        new RunsPage(SampleRuns.realistic(4)).writeTo(to.resolve("runs.html"));
        new RunsPage(SampleRuns.different()).writeTo(to.resolve("runs-different.html"));
        new RunsPage(SampleRuns.named(EVIL)).writeTo(to.resolve("runs-names.html"));
        new StudyPage(SampleStudy.small()).writeTo(to.resolve("study-small.html"));
        new StudyPage(SampleStudy.named(EVIL)).writeTo(to.resolve("study-names.html"));
    }

    private static void pictures(Path folder) {
        ExplainContent content = SampleExplanation.realistic(168, 32);
        HeatMapContent signed = content.attributions().maps().getFirst();
        new HeatMapPicture(signed).writeTo(folder.resolve("attribution.png"));
        new HeatMapPicture(content.gates().getFirst().maps().getFirst()).writeTo(folder.resolve("forget.png"));
        new GatesPicture("0.lstm", content.gates().getFirst().maps()).writeTo(folder.resolve("gates.png"));
        List<CurvesContent> curves = List.of(content.gradients().getFirst(),
                content.attributions().bySteps().getFirst());
        new LinePicture(curves.getFirst()).writeTo(folder.resolve("gradient.png"));
        new LinePicture(curves.getLast()).writeTo(folder.resolve("occlusion.png"));
        ExplainContent large = SampleExplanation.realistic(500, 256);
        new GatesPicture("0.lstm", large.gates().getFirst().maps()).writeTo(folder.resolve("gates-large.png"));
        new HeatMapPicture(large.gates().getFirst().maps().get(4)).writeTo(folder.resolve("cell-large.png"));
        ExplainContent tiny = SampleExplanation.realistic(2, 2);
        new HeatMapPicture(tiny.gates().getFirst().maps().get(4)).writeTo(folder.resolve("tiny.png"));
        new GatesPicture("0.lstm", tiny.gates().getFirst().maps()).writeTo(folder.resolve("gates-tiny.png"));
        new LinePicture(tiny.gradients().getFirst()).writeTo(folder.resolve("gradient-tiny.png"));
    }
}
