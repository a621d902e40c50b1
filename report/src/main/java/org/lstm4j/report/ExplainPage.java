package org.lstm4j.report;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.report.content.CurvesContent;
import org.lstm4j.report.content.ExplainContent;
import org.lstm4j.report.content.Fact;

/// A page about the inside of a model: which inputs a forecast came from, what the gates did on the way, and what the
/// network is made of.
public final class ExplainPage extends HtmlPage {

    private static final PageAssets ASSETS = PageAssets.load(List.of("more", "runs", "heat"), List.of("heat"))
            .withInlineImages();

    public ExplainPage(ExplainContent content) {
        super(new PageFrame(ASSETS, content.title(), subject(content)).around(page -> {
            new WindowSection(content.window()).write(page);
            new AttributionSection(content.attributions()).write(page);
            new GateSection(content).write(page);
            gradients(page, content.gradients());
            new ModelSection(content.model()).write(page);
            new ReproductionSection(content.reproduction(), "Make it again", "This command makes this page.")
                    .write(page);
        }));
    }

    private static void gradients(Page page, List<CurvesContent> gradients) {
        if (!gradients.isEmpty()) {
            page.openSection("gradients", "How far back learning reaches");
            for (int index = 0; index < gradients.size(); index++) {
                new CurvesFigure("gradient" + (index + 1), gradients.get(index)).write(page);
            }
            page.closeSection();
        }
    }

    private static String subject(ExplainContent content) {
        List<String> values = new ArrayList<>();
        for (Fact fact : content.model().facts()) {
            values.add(fact.name() + " " + fact.value());
        }
        return String.join(" · ", values);
    }
}
