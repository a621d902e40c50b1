package org.lstm4j.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.data.Dataset;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.RollingPlan;
import org.lstm4j.forecast.RollingValidation;
import org.lstm4j.tune.Deadline;
import org.lstm4j.tune.Journal;
import org.lstm4j.tune.MemoryJournal;
import org.lstm4j.tune.Study;
import org.lstm4j.tune.Tuner;
import org.lstm4j.tune.TuningSettings;
import org.lstm4j.tune.forecaster.ForecastObjective;
import org.lstm4j.tune.forecaster.ForecastSpace;
import org.lstm4j.tune.sampler.RandomSampler;
import org.lstm4j.tune.sampler.Sampler;
import org.lstm4j.tune.sampler.TpeSampler;
import org.lstm4j.tune.space.SearchSpace;
import org.lstm4j.tune.study.StudyFile;
import org.lstm4j.tune.study.StudyIdentity;

/// Searches for a forecaster's settings: what was asked for, in the library's terms.
final class StudySearch {

    private static final int STANDARD_TRIALS = 30;
    /// More than any time budget has room for.
    static final int MOST_TRIALS = 100_000;

    private final Dataset data;
    private final ForecastSettings base;
    private final TuneOptions options;
    private final List<String> fixed;
    private final long begun;

    /// @param base what is known of the settings, the defaults for the rest
    /// @param fixed names of settings that were given
    /// @param begun when the command began, in nanoseconds of [System#nanoTime]
    StudySearch(Dataset data, ForecastSettings base, TuneOptions options, List<String> fixed, long begun) {
        this.data = data;
        this.base = base;
        this.options = options;
        this.fixed = List.copyOf(fixed);
        this.begun = begun;
    }

    /// Searches until there are enough trials or time is up.
    ///
    /// @param workers trials at once
    TunedStudy run(Console console, int workers) throws InterruptedException {
        RollingPlan plan = RollingPlan.standard().withFolds(options.folds);
        RollingValidation validation = RollingValidation.of(data.series(), base, plan);
        ForecastSpace space = options.space.isEmpty()
                ? ForecastSpace.standard(validation, base, fixed)
                : new ForecastSpace(SearchSpace.parse(options.space), fixed);
        ForecastObjective objective = new ForecastObjective(validation, space, base);
        int usualLookback = validation.lookback(base);
        Tuner tuner = new Tuner(
                space.space(), sampler(space.space()), objective, space.placeOf(base, usualLookback));
        TuningSettings settings = TuningSettings.ofTrials(trials()).withWorkers(workers);
        StudyIdentity identity = new StudySettings(data, base, settings, objective, validation)
                .identity(space, options.sampler.toString());
        StudyProgress progress = new StudyProgress(console, objective.trainingRungs().windows());
        progress.begin(space, settings, options.timeBudget);
        Study study = study(tuner, settings, identity, progress);
        progress.end();
        double seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1e3;
        return new TunedStudy(data, base, space.textsOf(base, usualLookback), space,
                objective.trainingRungs().windows(),
                options.folds,
                identity, study, seconds);
    }

    private Study study(Tuner tuner, TuningSettings settings, StudyIdentity identity, StudyProgress progress)
            throws InterruptedException {
        Path path = options.study;
        if (path == null) {
            return tuner.run(settings, new MemoryJournal(), deadline(), progress);
        }
        try (StudyFile file = StudyFile.open(path)) {
            Journal journal = file.journal(identity);
            return tuner.run(settings, journal, deadline(), progress);
        }
    }

    private int trials() {
        if (options.trials != null) {
            return options.trials;
        }
        return options.timeBudget == null ? STANDARD_TRIALS : MOST_TRIALS;
    }

    private Sampler sampler(SearchSpace space) {
        long seed = base.optimization().seed();
        return switch (options.sampler) {
            case TPE -> TpeSampler.of(space, seed);
            case RANDOM -> new RandomSampler(space, seed);
        };
    }

    private Deadline deadline() {
        @Nullable
        Duration budget = options.timeBudget;
        if (budget == null) {
            return Deadline.NEVER;
        }
        long nanos = budget.toNanos();
        return () -> System.nanoTime() - begun >= nanos;
    }
}
