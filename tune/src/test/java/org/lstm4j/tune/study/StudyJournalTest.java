package org.lstm4j.tune.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.ConfigurationException;
import org.lstm4j.StorageException;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.tune.Journal;
import org.lstm4j.tune.RungResult;
import org.lstm4j.tune.Score;
import org.lstm4j.tune.Trial;
import org.lstm4j.tune.space.Configuration;

class StudyJournalTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("s.db");
    }

    @Test
    void goesOnWhereTheStudyHasEnded() {
        try (StudyFile study = StudyFile.open(file)) {
            Journal journal = study.journal(StudySamples.identity());
            assertThat(journal.configuration(1)).isEmpty();
            journal.record(StudySamples.trial(1));
            journal.record(StudySamples.trial(2));
            journal.record(StudySamples.result(2, 0));
            journal.record(StudySamples.result(2, 1));
            assertThat(journal.result(2, 1)).contains(StudySamples.result(2, 1));
        }
        try (StudyFile study = StudyFile.open(file)) {
            Journal journal = study.journal(StudySamples.identity());
            assertThat(journal.configuration(1)).contains(StudySamples.trial(1).configuration());
            assertThat(journal.configuration(2).orElseThrow().names()).containsExactly("hidden", "lr", "loss");
            assertThat(journal.configuration(3)).isEmpty();
            assertThat(journal.result(1, 0)).isEmpty();
            assertThat(journal.result(2, 0)).contains(StudySamples.result(2, 0));
            assertThat(journal.result(2, 1)).contains(StudySamples.result(2, 1));
            assertThat(journal.result(2, 2)).isEmpty();
            journal.record(StudySamples.result(2, 2));
        }
        try (StudyFile study = StudyFile.openExisting(file)) {
            StoredStudy stored = study.study().orElseThrow();
            assertThat(stored.identity()).isEqualTo(StudySamples.identity());
            assertThat(stored.trials()).containsExactly(
                    new StoredTrial(StudySamples.trial(1), List.of()),
                    new StoredTrial(StudySamples.trial(2), List.of(StudySamples.result(2, 0),
                            StudySamples.result(2, 1), StudySamples.result(2, 2))));
        }
    }

    @Test
    void keepsEveryBitOfADouble() {
        double[] awkward = {0.1, 1.0 / 3, -0.0, 0, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE,
            -Double.MAX_VALUE, 1e16, 9007199254740992.0, Math.nextUp(1), 1e9 / 7, 4.9E-324 * 3, 1e22,
            Math.nextDown(Double.MIN_NORMAL), Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        try (StudyFile study = StudyFile.open(file)) {
            Journal journal = study.journal(StudySamples.identity());
            for (int number = 1; number <= awkward.length; number++) {
                journal.record(trial(number, awkward[number - 1]));
                journal.record(new RungResult(number, 0, Score.of(awkward[number - 1]), Double.MIN_VALUE));
            }
        }
        try (StudyFile study = StudyFile.open(file)) {
            Journal journal = study.journal(StudySamples.identity());
            for (int number = 1; number <= awkward.length; number++) {
                RungResult result = journal.result(number, 0).orElseThrow();
                assertThat(Double.doubleToRawLongBits(result.score().error()))
                        .isEqualTo(Double.doubleToRawLongBits(awkward[number - 1]));
                assertThat(result.seconds()).isEqualTo(Double.MIN_VALUE);
                assertThat(journal.configuration(number)).contains(trial(number, awkward[number - 1]).configuration());
            }
        }
    }

    @Test
    void tellsHowFarTrialsHaveComeAndWhichIsBest() {
        try (StudyFile study = StudyFile.open(file)) {
            Journal journal = study.journal(StudySamples.identity());
            for (int number = 1; number <= 6; number++) {
                journal.record(StudySamples.trial(number));
            }
            journal.record(new RungResult(2, 0, Score.of(0.001), 1));
            journal.record(new RungResult(3, 0, Score.failed("it diverged"), 1));
            for (int number = 4; number <= 6; number++) {
                journal.record(new RungResult(number, 2, Score.of(number == 4 ? 0.9 : 0.5), 1));
            }
            StoredStudy stored = study.study().orElseThrow();
            assertThat(stored.trials()).extracting(trial -> trial.state(3)).containsExactly(TrialProgress.PROPOSED,
                    TrialProgress.TRIED, TrialProgress.FAILED, TrialProgress.COMPLETE, TrialProgress.COMPLETE,
                    TrialProgress.COMPLETE);
            assertThat(stored.best().orElseThrow().trial()).isEqualTo(5);
            assertThat(stored.trials().get(2).results().getFirst().score()).isEqualTo(Score.failed("it diverged"));
        }
    }

    @Test
    void saysThatTheDataIsOther() {
        StudyFile.open(file).close();
        begin(StudySamples.identity());
        StudyIdentity other = new StudyIdentity(StudySamples.OTHER_DATA, 3, 42, StudySamples.space(),
                StudySamples.settings(24), "0.1.0");

        assertThatThrownBy(() -> begin(other)).isInstanceOf(ConfigurationException.class).hasMessage(
                "the study in '" + file + "' was made with other data; expected data "
                        + StudySamples.DATA.substring(0, 60)
                        + "…; received data " + StudySamples.OTHER_DATA.substring(0, 60)
                        + "…; repeat what the study was "
                        + "made with to go on with it, or give another file name to begin a new one");
    }

    @Test
    void namesAllThatDiffers() {
        begin(StudySamples.identity());
        JsonObject settings = JsonValue.object().put("horizon", 12).put("target", "load").put("folds", 3).build();
        JsonObject space = JsonValue.object().put("hidden", JsonValue.object().put("from", 8).put("to", 64).build())
                .put("lr", "log").build();
        StudyIdentity other = new StudyIdentity(StudySamples.DATA, 1, 7, space, settings, "0.2.0");

        assertThatThrownBy(() -> begin(other)).isInstanceOf(ConfigurationException.class).hasMessage(
                "the study in '" + file
                        + "' was made with another horizon, folds, space of hidden, space of lr, rungs, "
                        + "seed, version of lstm4j; "
                        + "expected horizon 24, folds nothing, space of hidden {\"from\":8,\"to\":128}, space of lr nothing, "
                        + "rungs 3, seed 42, version of lstm4j 0.1.0; "
                        + "received horizon 12, folds 3, space of hidden {\"from\":8,\"to\":64}, space of lr log, "
                        + "rungs 1, seed 7, version of lstm4j 0.2.0; "
                        + "repeat what the study was made with to go on with it, or give another file name to begin a new one");
    }

    @Test
    void letsOneTuneAtATimeWhileOthersLookAndAddRuns() {
        try (StudyFile study = StudyFile.open(file)) {
            Journal journal = study.journal(StudySamples.identity());
            journal.record(StudySamples.trial(1));
            assertThatThrownBy(() -> begin(StudySamples.identity())).isInstanceOf(StorageException.class).hasMessage(
                    "'" + file + "' is in use by another tuning; wait until that has ended, or use another file");
            try (StudyFile other = StudyFile.open(file)) {
                other.add(StudySamples.label("beside"), StudySamples.run(1));
            }
            try (StudyFile other = StudyFile.openExisting(file)) {
                assertThat(other.study().orElseThrow().trials()).hasSize(1);
                assertThat(other.runs()).hasSize(1);
            }
            journal.record(StudySamples.result(1, 0));
        }
        begin(StudySamples.identity());
    }

    @Test
    void takesOverTheLockOfAProcessThatDied() throws Exception {
        Files.writeString(folder.resolve("s.db-lock"), "left behind");
        begin(StudySamples.identity());

        assertThat(folder.resolve("s.db-lock")).doesNotExist();
    }

    @Test
    void recordsNothingTwiceAndNoResultWithoutItsTrial() {
        try (StudyFile study = StudyFile.open(file)) {
            Journal journal = study.journal(StudySamples.identity());
            journal.record(StudySamples.trial(1));
            journal.record(StudySamples.result(1, 0));
            assertThatThrownBy(() -> journal.record(StudySamples.trial(1))).hasMessage("trial 1 is recorded already");
            assertThatThrownBy(() -> journal.record(StudySamples.result(1, 0)))
                    .hasMessage("trial 1 has a result on rung 0 already");
            assertThatThrownBy(() -> journal.record(StudySamples.result(2, 0)))
                    .hasMessage("trial 2 must be recorded before its result is");
            assertThatThrownBy(() -> study.journal(StudySamples.identity())).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void recordsNothingInAFileThatIsOnlyLookedAt() {
        begin(StudySamples.identity());
        try (StudyFile study = StudyFile.openExisting(file)) {
            assertThatThrownBy(() -> study.add(StudySamples.label("a"), StudySamples.run(1)))
                    .isInstanceOf(StorageException.class)
                    .hasMessage("'" + file + "' cannot be opened or written to; received attempt to write a readonly "
                            + "database; check the permissions of the file and of its folder, or use another");
            assertThatThrownBy(() -> study.journal(StudySamples.identity())).isInstanceOf(StorageException.class);
        }
    }

    private void begin(StudyIdentity identity) {
        try (StudyFile study = StudyFile.open(file)) {
            study.journal(identity);
        }
    }

    private static Trial trial(int number, double value) {
        return new Trial(number, new Configuration(JsonValue.object().put("lr", value).build()));
    }
}
