package org.lstm4j.report;

import java.util.List;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.StudyContent;
import org.lstm4j.report.content.StudyTrial.State;

/// A page about a tuning study: was it worth it, which trial is best, how it was found, and what matters.
public final class StudyPage extends HtmlPage {

    private static final PageAssets ASSETS = PageAssets.load(List.of("more", "study"), List.of("trials", "sort"))
            .withStyle(TrialColors.style());

    public StudyPage(StudyContent study) {
        super(new PageFrame(ASSETS, study.title(), subject(study)).around(page -> {
            new StudyResultSection(study).write(page);
            new TrialLinesSection(study).write(page);
            new BestSoFarSection(study).write(page);
            new HyperparameterSection(study).write(page);
            new TrialTableSection(study).write(page);
            new ReproductionSection(study.reproduction(), "Train with the best settings",
                    "This command trains on all of the training part with the settings of the best trial.").write(page);
        }));
    }

    /// `100 trials · 36 complete · 58 stopped early · 6 failed · MASE, mean of 3 folds`
    private static String subject(StudyContent study) {
        StringBuilder text = new StringBuilder(NumberText.count(study.trials().size(), "trial"));
        for (State state : State.values()) {
            if (study.count(state) > 0) {
                text.append(" · ").append(study.count(state)).append(' ').append(state.label());
            }
        }
        return text.append(" · ").append(study.space().measure()).toString();
    }
}
