package org.lstm4j.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lstm4j.ConfigurationException;
import org.lstm4j.json.Json;
import org.lstm4j.tune.sampler.RandomSampler;
import org.lstm4j.tune.sampler.Sampler;
import org.lstm4j.tune.sampler.TpeSampler;
import org.lstm4j.tune.space.Configuration;
import org.lstm4j.tune.space.SearchSpace;

@Timeout(120)
class TunerTest {

    private static final int TRIALS = 22;
    private static final Hills OBJECTIVE = new Hills(0.3);
    private static final TuningSettings SETTINGS = TuningSettings.ofTrials(TRIALS);

    private static Study run(Objective objective, TuningSettings settings, Journal journal, Deadline deadline)
            throws InterruptedException {
        return Hills.tuner(objective).run(settings, journal, deadline, TuningListener.SILENT);
    }

    private static String whole(int trials) throws InterruptedException {
        return text(run(OBJECTIVE, SETTINGS.withTrials(trials), new MemoryJournal(), Deadline.NEVER));
    }

    private static String text(Study study) {
        return Json.write(study.toJson());
    }

    @Test
    void studyHasTrialsOfEveryKind() throws InterruptedException {
        Study study = run(OBJECTIVE, SETTINGS, new MemoryJournal(), Deadline.NEVER);
        assertThat(study.trials()).hasSize(TRIALS);
        assertThat(study.trials().getFirst().trial().configuration()).isEqualTo(Configuration.empty());
        assertThat(study.trials().getFirst().state()).isEqualTo(TrialState.COMPLETE);
        for (TrialState state : TrialState.values()) {
            assertThat(study.count(state)).as(state.name()).isPositive();
        }
        assertThat(study.best().orElseThrow().state()).isEqualTo(TrialState.COMPLETE);
        assertThat(study.gain().orElseThrow()).isBetween(0.1, 0.9);
    }

    @Test
    void fewTrialsAreHowManyBegin() throws InterruptedException {
        Study all = run(OBJECTIVE, SETTINGS, new MemoryJournal(), Deadline.NEVER);
        for (int trials = 1; trials < TRIALS; trials++) {
            assertThat(whole(trials)).as(trials + " trials")
                    .isEqualTo(text(new Study(3, all.trials().subList(0, trials))));
        }
    }

    @Test
    void parallelTrialsGiveTheSameStudy() throws InterruptedException {
        String expected = whole(TRIALS);
        for (int workers : new int[]{2, 3, 8}) {
            Objective slow = new Slowly(OBJECTIVE);
            assertThat(text(run(slow, SETTINGS.withWorkers(workers), new MemoryJournal(), Deadline.NEVER)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void killedAndResumedStudyEqualsTheUnbrokenOne() throws InterruptedException {
        MemoryJournal unbroken = new MemoryJournal();
        String expected = text(run(OBJECTIVE, SETTINGS, unbroken, Deadline.NEVER));
        for (int workers : new int[]{1, 3}) {
            for (int kill = 0; kill < unbroken.size() + TRIALS; kill++) {
                MemoryJournal kept = new MemoryJournal();
                int after = kill;
                assertThatThrownBy(() -> run(OBJECTIVE, SETTINGS.withWorkers(workers), new DyingJournal(kept, after),
                        Deadline.NEVER))
                        .isInstanceOf(Killed.class);
                Counted resumed = new Counted(OBJECTIVE);
                int stored = kept.size();
                assertThat(text(run(resumed, SETTINGS.withWorkers(4 - workers), kept, Deadline.NEVER)))
                        .isEqualTo(expected);
                assertThat(resumed.count.get()).as("nothing twice").isEqualTo(unbroken.size() - stored);
            }
        }
    }

    @Test
    void studyEndedByTheDeadlineIsTheOneOfFewerTrials() throws InterruptedException {
        MemoryJournal unbroken = new MemoryJournal();
        String expected = text(run(OBJECTIVE, SETTINGS, unbroken, Deadline.NEVER));
        List<Integer> lengths = new ArrayList<>();
        for (int workers : new int[]{1, 3}) {
            for (int evaluations = workers == 1 ? 3 : 6; evaluations < unbroken.size(); evaluations++) {
                Counted counted = new Counted(OBJECTIVE);
                int most = evaluations;
                MemoryJournal journal = new MemoryJournal();
                Study cut = run(counted, SETTINGS.withWorkers(workers), journal, () -> counted.count.get() >= most);
                assertThat(text(cut)).isEqualTo(whole(cut.trials().size()));
                lengths.add(cut.trials().size());
                assertThat(text(run(OBJECTIVE, SETTINGS, journal, Deadline.NEVER))).isEqualTo(expected);
            }
        }
        assertThat(lengths.stream().distinct()).as("deadlines in the midst of generations").hasSizeGreaterThan(10);
    }

    @Test
    void whatIsKnownTakesNoTime() throws InterruptedException {
        MemoryJournal journal = new MemoryJournal();
        run(OBJECTIVE, SETTINGS.withTrials(9), journal, Deadline.NEVER);
        assertThat(text(run(OBJECTIVE, SETTINGS, journal, () -> true))).isEqualTo(whole(9));
    }

    @Test
    void evaluationsThatFindNoEndAreDropped() throws InterruptedException {
        Objective endless = new Objective() {
            @Override
            public int rungs() {
                return 3;
            }

            @Override
            public Optional<Score> evaluate(Trial trial, int rung, Deadline deadline) {
                return trial.number() < 6 ? OBJECTIVE.evaluate(trial, rung, deadline) : waitFor(deadline);
            }
        };
        AtomicInteger asked = new AtomicInteger();
        Study study = run(endless, SETTINGS.withWorkers(2), new MemoryJournal(), () -> asked.incrementAndGet() > 1000);
        assertThat(study.trials()).hasSizeBetween(4, 5);
        assertThat(text(study)).isEqualTo(whole(study.trials().size()));
    }

    private static Optional<Score> waitFor(Deadline deadline) {
        while (!deadline.passed()) {
            Thread.onSpinWait();
        }
        return Optional.empty();
    }

    @Test
    void saysWhenNothingFinished() {
        Counted counted = new Counted(OBJECTIVE);
        assertThatThrownBy(() -> run(counted, SETTINGS, new MemoryJournal(), () -> counted.count.get() >= 2))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "time was up before the first trial was through; expected results on all 3 rungs; received 2 of them; give more "
                                + "time, or choose settings that train faster; what was found is kept, and the same command goes on with it");
        assertThatThrownBy(() -> run(OBJECTIVE, SETTINGS, new MemoryJournal(), () -> true))
                .hasMessageContaining("received 0 of them");
    }

    @Test
    void firstTrialDoesNotWaitForOthers() throws InterruptedException {
        Counted counted = new Counted(OBJECTIVE);
        Study study = run(counted, SETTINGS, new MemoryJournal(), () -> counted.count.get() >= 3);
        assertThat(study.trials()).hasSize(1);
    }

    @Test
    void exceptionOfAnObjectiveEndsTheRun() throws InterruptedException {
        AtomicInteger ended = new AtomicInteger();
        AtomicBoolean fifthBegun = new AtomicBoolean();
        Objective broken = new Objective() {
            @Override
            public int rungs() {
                return 3;
            }

            @Override
            public Optional<Score> evaluate(Trial trial, int rung, Deadline deadline) {
                if (trial.number() == 6) {
                    waitFor(fifthBegun::get);
                    throw new IllegalStateException("no data");
                }
                fifthBegun.compareAndSet(false, trial.number() == 5);
                Optional<Score> score = trial.number() == 5
                        ? waitFor(deadline)
                        : OBJECTIVE.evaluate(trial, rung, deadline);
                ended.incrementAndGet();
                return score;
            }
        };
        MemoryJournal journal = new MemoryJournal();
        assertThatThrownBy(() -> run(broken, SETTINGS.withWorkers(2), journal, Deadline.NEVER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no data");
        assertThat(ended.get()).as("the other worker was stopped").isEqualTo(journal.size() + 1);
        assertThat(text(run(OBJECTIVE, SETTINGS, journal, Deadline.NEVER))).isEqualTo(whole(TRIALS));
    }

    @Test
    void interruptionEndsTheRun() throws InterruptedException {
        MemoryJournal journal = new MemoryJournal();
        AtomicInteger ended = new AtomicInteger();
        Thread caller = Thread.currentThread();
        Objective interrupting = new Objective() {
            @Override
            public int rungs() {
                return 3;
            }

            @Override
            public Optional<Score> evaluate(Trial trial, int rung, Deadline deadline) {
                if (trial.number() < 5) {
                    return OBJECTIVE.evaluate(trial, rung, deadline);
                }
                caller.interrupt();
                Optional<Score> none = waitFor(deadline);
                ended.incrementAndGet();
                return none;
            }
        };
        assertThatThrownBy(() -> run(interrupting, SETTINGS, journal, Deadline.NEVER))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(ended).hasValue(1);
        assertThat(text(run(OBJECTIVE, SETTINGS, journal, Deadline.NEVER))).isEqualTo(whole(TRIALS));
    }

    @Test
    void refusesTheJournalOfAnotherSearch() throws InterruptedException {
        MemoryJournal journal = new MemoryJournal();
        run(OBJECTIVE, SETTINGS.withTrials(1), journal, Deadline.NEVER);
        Configuration other = SearchSpace.parse(List.of("hidden=8", "rate=0.01", "optimizer=adam"))
                .configurationAt(new double[3]);
        journal.record(new Trial(2, other));
        assertThatThrownBy(() -> run(OBJECTIVE, SETTINGS, journal, Deadline.NEVER))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "trial 2 of the study is not the one chosen now, so that the study is one of other settings or of "
                                + "another version of lstm4j; expected {\"hidden\":")
                .hasMessageEndingWith(
                        "received {\"hidden\":8,\"rate\":0.01,\"optimizer\":\"adam\"}; go on with the data, settings and version "
                                + "it was begun with, or begin a new study");
    }

    @Test
    void refusesSamplersThatLeaveTheSpace() {
        Tuner tuner = new Tuner(Hills.SPACE, (_, _) -> Configuration.empty(), OBJECTIVE);
        assertThatThrownBy(() -> tuner.run(SETTINGS, new MemoryJournal(), Deadline.NEVER, TuningListener.SILENT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the configuration is not one of this search space");
    }

    @Test
    void samplersLearnFromTheDefaultsWhereTheyLieInTheSpace() throws InterruptedException {
        Configuration defaults = Hills.SPACE.configurationAt(new double[]{0.5, 0.5, 0.1});
        List<Configuration> first = new ArrayList<>();
        Sampler watching = (trial, earlier) -> {
            first.add(earlier.getFirst().configuration());
            return new RandomSampler(Hills.SPACE, 1).propose(trial, earlier);
        };
        Study study = new Tuner(Hills.SPACE, watching, OBJECTIVE, defaults)
                .run(SETTINGS.withTrials(6), new MemoryJournal(), Deadline.NEVER, TuningListener.SILENT);

        assertThat(first).hasSize(5).containsOnly(defaults);
        assertThat(study.trials().getFirst().trial().configuration()).as("what is tried is the defaults themselves")
                .isEqualTo(Configuration.empty());
    }

    @Test
    void refusesDefaultsThatAreNotOfTheSpace() {
        Configuration other = SearchSpace.parse(List.of("depth=3")).configurationAt(new double[1]);
        assertThatThrownBy(() -> new Tuner(Hills.SPACE, TpeSampler.of(Hills.SPACE, 1), OBJECTIVE, other))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the configuration is not one of this search space");
    }

    @Test
    void refusesSettingsThatCannotBe() {
        assertThatThrownBy(() -> SETTINGS.withTrials(0)).isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "tuning is not possible with that number of trials; expected 1 or more; received 0; choose 1 or more");
        assertThatThrownBy(() -> SETTINGS.withWorkers(0)).hasMessageContaining("workers");
        assertThatThrownBy(() -> SETTINGS.withGeneration(0)).hasMessageContaining("trials per generation");
    }

    @Test
    void studyOfFailuresHasNoWinner() throws InterruptedException {
        Objective failing = new Objective() {
            @Override
            public int rungs() {
                return 3;
            }

            @Override
            public Optional<Score> evaluate(Trial trial, int rung, Deadline deadline) {
                return Optional.of(Score.failed("diverged"));
            }
        };
        Study study = run(failing, SETTINGS, new MemoryJournal(), Deadline.NEVER);
        assertThat(study.count(TrialState.FAILED)).isEqualTo(TRIALS);
        assertThat(study.best()).isEmpty();
        assertThat(study.gain()).isEmpty();
    }

    @Test
    void listenerHearsEverything() throws InterruptedException {
        List<String> heard = new ArrayList<>();
        MemoryJournal journal = new MemoryJournal();
        run(OBJECTIVE, SETTINGS.withTrials(1), journal, Deadline.NEVER);
        Hills.tuner(OBJECTIVE).run(SETTINGS.withTrials(2), journal, Deadline.NEVER, new TuningListener() {
            @Override
            public void trialChosen(Trial trial) {
                heard.add("chosen " + trial.number());
            }

            @Override
            public void resultKnown(Trial trial, RungResult result) {
                heard.add("known " + trial.number() + " on " + result.rung());
            }

            @Override
            public void resultFound(Trial trial, RungResult result) {
                heard.add("found " + trial.number() + " on " + result.rung());
            }

            @Override
            public void generationFinished(Study study) {
                heard.add("finished " + study.trials().size());
            }
        });
        assertThat(heard)
                .startsWith("chosen 1", "chosen 2", "known 1 on 0", "known 1 on 1", "known 1 on 2", "found 2 on 0")
                .endsWith("finished 2");
    }

    /// Counts evaluations, and has none once the deadline has passed.
    private static final class Counted implements Objective {

        private final Objective objective;
        private final AtomicInteger count = new AtomicInteger();

        Counted(Objective objective) {
            this.objective = objective;
        }

        @Override
        public int rungs() {
            return objective.rungs();
        }

        @Override
        public Optional<Score> evaluate(Trial trial, int rung, Deadline deadline) {
            Optional<Score> score = objective.evaluate(trial, rung, deadline);
            count.incrementAndGet();
            return score;
        }
    }

    /// Takes longer for small numbers, so that later trials overtake earlier ones.
    private record Slowly(Objective objective) implements Objective {

        @Override
        public int rungs() {
            return objective.rungs();
        }

        @Override
        public Optional<Score> evaluate(Trial trial, int rung, Deadline deadline) {
            long until = System.nanoTime() + (4 - trial.number() % 4) * 1_000_000L;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            return objective.evaluate(trial, rung, deadline);
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Dies after some records.
    private static final class DyingJournal implements Journal {

        private final Journal journal;
        private int left;

        DyingJournal(Journal journal, int left) {
            this.journal = journal;
            this.left = left;
        }

        @Override
        public Optional<Configuration> configuration(int trial) {
            return journal.configuration(trial);
        }

        @Override
        public void record(Trial trial) {
            live();
            journal.record(trial);
        }

        @Override
        public Optional<RungResult> result(int trial, int rung) {
            return journal.result(trial, rung);
        }

        @Override
        public void record(RungResult result) {
            live();
            journal.record(result);
        }

        private void live() {
            if (left-- == 0) {
                throw new Killed();
            }
        }
    }
}
