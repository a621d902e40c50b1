package org.lstm4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.report.content.ComparedRun;
import org.lstm4j.report.content.RunsContent;

class RunsPageTest {

    @Test
    void marksTheBestRunOfEachMeasureAndShowsEqualBaselinesOnce() throws IOException {
        String page = page(SampleRuns.realistic(2));

        assertThat(page.split("<bdi>seasonal naive</bdi>", -1)).hasSize(2);
        assertThat(page).containsSubsequence("<bdi>run 2</bdi></th><td class=\"number best\"");
    }

    @Test
    void warnsOfRunsThatAnswerDifferentQuestionsAndMarksNoBest() throws IOException {
        String page = page(SampleRuns.different());

        assertThat(page).contains("These runs differ in their data and their horizon")
                .doesNotContain("aria-label=\"best:\"");
        assertThat(page(SampleRuns.realistic(2))).doesNotContain("These runs differ in");
    }

    @Test
    void foldsWhatAllShareAndShowsWhatDiffers() throws IOException {
        String text = page(SampleRuns.realistic(3)).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");

        assertThat(text).contains("Settings that differ run 1 run 2 run 3 units 16 32 64 dropout 0.0 0.1 0.2")
                .contains("The 5 settings that all runs share");
    }

    @Test
    void endsACurveWhereItsRunEnded() throws IOException {
        String text = page(SampleRuns.realistic(2)).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");

        assertThat(text).containsPattern(" 20 0\\.\\d+ 0\\.\\d+ 21 – 0\\.\\d+ ");
    }

    @Test
    void aSingleRunIsShownToo() throws IOException {
        assertThat(page(SampleRuns.realistic(1))).contains("All settings").doesNotContain("Settings that differ");
    }

    @Test
    void rejectsRunsOfTheSameName() {
        ComparedRun run = SampleRuns.run("a", SampleRuns.RENTALS, 3, 8, 0);

        assertThatIllegalArgumentException().isThrownBy(() -> new RunsContent("x", List.of(run, run), List.of()))
                .withMessage("runs need a name each, but two are called 'a'; rename one");
        assertThatIllegalArgumentException().isThrownBy(() -> new RunsContent("x", List.of(), List.of()))
                .withMessage("a comparison needs at least one run, but there is none");
    }

    private static String page(RunsContent content) throws IOException {
        StringBuilder page = new StringBuilder();
        new RunsPage(content).writeTo(page);
        return page.toString();
    }
}
