package org.lstm4j.report;

import java.util.List;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.RunsContent;

/// A page about several training runs: how good each is, how its loss went, and in what they differ.
public final class RunsPage extends HtmlPage {

    private static final PageAssets ASSETS = PageAssets.load(List.of("more", "runs"), List.of("sort"));

    public RunsPage(RunsContent content) {
        super(new PageFrame(ASSETS, content.title(), subject(content)).around(page -> {
            new RunScoreSection(content).write(page);
            new RunCurveSection(content).write(page);
            new RunSettingsSection(content).write(page);
        }));
    }

    private static String subject(RunsContent content) {
        String runs = NumberText.count(content.runs().size(), "run");
        if (!content.differences().isEmpty()) {
            return runs;
        }
        var task = content.runs().getFirst().task();
        return String.join(" · ", runs, task.data(), task.target(),
                NumberText.count(task.horizon(), "step") + " ahead");
    }
}
