package org.lstm4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lstm4j.report.content.Hyperparameter;
import org.lstm4j.report.content.Importance;
import org.lstm4j.report.content.Reference;
import org.lstm4j.report.content.Reproduction;
import org.lstm4j.report.content.StudyContent;
import org.lstm4j.report.content.StudySpace;
import org.lstm4j.report.content.StudyTrial;
import org.lstm4j.report.content.StudyTrial.State;
import org.lstm4j.report.content.StudyVerdict;
import org.lstm4j.report.content.Values;
import org.lstm4j.report.content.Verdict.Outcome;

class StudyPageTest {

    private static final StudySpace SPACE = new StudySpace("MASE, mean of 3 folds",
            List.of(Hyperparameter.logarithmic("units", 10, 1000),
                    Hyperparameter.categories("loss", List.of("mse", "mae"))),
            List.of("2 epochs", "8 epochs"));
    private static final StudyTrial GOOD = new StudyTrial(1, State.COMPLETE, "", Values.of(100, 1), Values.of(0.9, 0.6),
            10);
    private static final StudyTrial POOR = new StudyTrial(2, State.COMPLETE, "", Values.of(10, 0), Values.of(1.2, 1),
            9);
    private static final StudyTrial STOPPED = new StudyTrial(3, State.PRUNED, "worse than most", Values.of(1000, 0),
            Values.of(2), 3);
    private static final StudyTrial BROKEN = new StudyTrial(4, State.FAILED, "the loss was not finite",
            Values.of(20, Double.NaN), Values.empty(), 1);

    @Test
    void opensWithTheVerdictAgainstEveryReference() {
        assertThat(
                StudyVerdict.of(study(new Reference("the default settings", 0.8), new Reference("seasonal naive", 1.2)))
                        .sentence())
                .isEqualTo("Trial 1 is the best: in validation its MASE is 0.6000, 25\u202f% below that of the default"
                        + " settings (0.8000), and 50\u202f% below that of seasonal naive (1.200).");
        assertThat(StudyVerdict.of(study(new Reference("the default settings", 0.5))).outcome())
                .isEqualTo(Outcome.DOES_NOT_BEAT);
        assertThat(StudyVerdict.of(study()).outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void aStudyWithoutACompleteTrialHasNoBest() throws IOException {
        StudyContent study = new StudyContent("x", List.of(), SPACE, List.of(STOPPED, BROKEN), List.of(),
                Importance.none(""), new Reproduction("", List.of(), List.of()));

        assertThat(study.best()).isEmpty();
        assertThat(page(study)).contains("No trial was completed").doesNotContain("Best so far</h2>");
    }

    @Test
    void drawsATrialWhereItsSettingsAndItsErrorAre() throws IOException {
        // 100 of 10 to 1000 is the middle by ratio, mae the upper of two, 0.6 the smallest error
        assertThat(points(1)).containsExactly("14,208 244,44 474,372");
        assertThat(points(2)).containsExactly("14,372 244,372 474,44");
    }

    @Test
    void trialsWithoutAFinalErrorEndBeforeItsAxis() throws IOException {
        assertThat(points(3)).containsExactly("14,44 244,372");
        assertThat(points(4).getFirst()).startsWith("14,").doesNotContain("244", "474");
    }

    @Test
    void drawsTheErrorsByRungWhereTrialsStoppedEarlyEnd() throws IOException {
        String rungs = page(study()).split("data-trials=\"rungs\"", 2)[1];

        assertThat(groups(rungs, "data-trial=\"3\"[^>]* points=\"([^\"]*)\"")).containsExactly("14,44 24,44");
        assertThat(groups(rungs, "data-trial=\"1\"[^>]* points=\"([^\"]*)\"").getFirst()).startsWith("14,")
                .contains(" 244,372");
    }

    @Test
    void theBestIsDrawnLastAndMarkedInTheTable() throws IOException {
        String page = page(study());

        assertThat(groups(page, "<polyline class=\"trial (\\w+)").getLast()).isEqualTo("best");
        assertThat(page).contains("<tr class=\"best\" data-trial=\"1\">");
    }

    @Test
    void everythingDrawnIsInTheTable() throws IOException {
        assertThat(page(study()).replaceAll("<[^>]+>", " ").replaceAll(" +", " "))
                .contains("3 stopped early worse than most 2 – 1,000 mse 3")
                .contains("4 failed the loss was not finite – – 20 – 1")
                .contains("1 best 0.9000 0.6000 100 mae 10");
    }

    @Test
    void saysWhyHyperparametersAreNotRanked() throws IOException {
        assertThat(page(SampleStudy.small())).contains("8 trials are too few")
                .doesNotContain("share of the differences");
        assertThat(page(SampleStudy.large(20))).contains("share of the differences")
                .containsSubsequence("<bdi>learning-rate</bdi></th><td class=\"share\">", "<bdi>units</bdi>");
    }

    @Test
    void axesOfNumbersAreMarkedAtBothEndsAndAtRoundNumbers() {
        ParallelAxis units = ParallelAxis.of(Hyperparameter.logarithmic("units", 8, 256), true);

        assertThat(units.marks()).extracting(ParallelAxis.Mark::label).containsExactlyInAnyOrder("8", "20", "50", "100",
                "256");
        assertThat(units.place(45.254834)).isCloseTo(0.5, within(1e-6));
        assertThat(ParallelAxis.of(Hyperparameter.linear("layers", 1, 3), true).marks())
                .extracting(ParallelAxis.Mark::label).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(ParallelAxis.of(Hyperparameter.linear("seed", 7, 7), true).place(7)).isEqualTo(0.5);
    }

    @Test
    void rejectsContentThatDoesNotFitTogether() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StudyContent("x", List.of(), SPACE,
                List.of(new StudyTrial(1, State.COMPLETE, "", Values.of(1), Values.of(1), 1)), List.of(),
                Importance.none(""), new Reproduction("", List.of(), List.of())))
                .withMessage("values of trial 1: expected 2, but there are 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Hyperparameter.logarithmic("units", 0, 5)).withMessage(
                "hyperparameter 'units' needs a range from a positive number to one not below it, but has 0.0 to 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StudyTrial(3, State.COMPLETE, "", Values.empty(), Values.empty(), 1))
                .withMessage(
                        "trial 3 is complete and needs a finite error, but has []; a trial without one has failed");
    }

    private static StudyContent study(Reference... references) {
        return new StudyContent("x", List.of(), SPACE, List.of(GOOD, POOR, STOPPED, BROKEN), List.of(references),
                Importance.none(""), new Reproduction("", List.of(), List.of()));
    }

    private static List<String> points(int trial) throws IOException {
        String page = page(study()).split("data-trials=\"rungs\"", 2)[0];
        return groups(page, "data-trial=\"" + trial + "\"[^>]* points=\"([^\"]*)\"");
    }

    private static List<String> groups(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
    }

    private static String page(StudyContent study) throws IOException {
        StringBuilder page = new StringBuilder();
        new StudyPage(study).writeTo(page);
        return page.toString();
    }
}
