package org.lstm4j.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lstm4j.json.JsonValue.JsonText;
import org.lstm4j.tune.RungResult;
import org.lstm4j.tune.Study;
import org.lstm4j.tune.Trial;
import org.lstm4j.tune.TuningListener;
import org.lstm4j.tune.TuningSettings;
import org.lstm4j.tune.forecaster.ForecastSpace;
import org.lstm4j.tune.space.HyperparameterText;

/// Shows how a search goes: a line for each result.
///
/// ```
/// trial 7  rung 1/3  error 0.6123  4.1 s  lookback=96 hidden=31
/// ```
final class StudyProgress implements TuningListener {

    private final Console console;
    private final List<Integer> windows;
    private int known;

    /// @param windows that each fold trains on, rung by rung
    StudyProgress(Console console, List<Integer> windows) {
        this.console = console;
        this.windows = windows;
    }

    /// Says what is going to happen.
    void begin(ForecastSpace space, TuningSettings settings, @Nullable Duration budget) {
        List<String> searched = space.space().hyperparameters().stream().map(HyperparameterText::write).toList();
        console.tell("searching " + String.join(" ", searched));
        List<String> rungs = windows.stream().map(count -> Integer.toString(count)).toList();
        console.tell((budget == null ? settings.trials() + " trials" : limits(settings, budget)) + ", "
                + (settings.workers() == 1 ? "one at a time" : settings.workers() + " at once")
                + "; each fold trains on "
                + String.join(", then ", rungs) + " windows; trial 1 is the defaults");
    }

    private static String limits(TuningSettings settings, Duration budget) {
        String time = budget.toSeconds() + " s";
        return settings.trials() < StudySearch.MOST_TRIALS
                ? "up to " + settings.trials() + " trials in " + time
                : "as many trials as " + time
                        + " allow";
    }

    @Override
    public void resultKnown(Trial trial, RungResult result) {
        known++;
    }

    @Override
    public void resultFound(Trial trial, RungResult result) {
        sayWhatWasKnown();
        console.message(String.format(Locale.ROOT, "trial %d  rung %d/%d  %s  %.1f s  %s", trial.number(),
                result.rung() + 1, windows.size(), outcome(result), result.seconds(), StudyTable.values(trial)));
    }

    @Override
    public void generationFinished(Study study) {
        if (known > 0) {
            return; // nothing new yet
        }
        study.best().ifPresent(best -> console.message(String.format(Locale.ROOT,
                "%d trials done; the best is trial %d with error %s", study.trials().size(), best.number(),
                MetricsTable.number(best.error()))));
    }

    /// Says it where there was nothing more to do.
    void end() {
        sayWhatWasKnown();
    }

    private void sayWhatWasKnown() {
        if (known > 0) {
            console.message("going on with the study: " + known + (known == 1 ? " result was" : " results were")
                    + " in the file already");
            known = 0;
        }
    }

    private static String outcome(RungResult result) {
        if (!result.score().failed()) {
            return "error " + MetricsTable.number(result.score().error());
        }
        return result.score().details().get("failure") instanceof JsonText(String reason)
                ? "failed: " + reason
                : "failed";
    }
}
