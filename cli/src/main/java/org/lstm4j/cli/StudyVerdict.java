package org.lstm4j.cli;

import java.util.Locale;
import java.util.Map;
import org.lstm4j.tune.ParameterImportance;
import org.lstm4j.tune.ParameterImportance.Share;
import org.lstm4j.tune.TrialOutcome;

/// What a study came to, in sentences for readers.
final class StudyVerdict {

    private static final int FEWEST_SHOWN_PERCENT = 1;

    private final TunedStudy tuned;

    StudyVerdict(TunedStudy tuned) {
        this.tuned = tuned;
    }

    /// Whether tuning gained anything, and what simple methods make of the same windows.
    String sentence() {
        if (tuned.study().best().isEmpty()) {
            return "every trial that was to climb all rungs failed, so there are no settings to train with; smaller learning rates, another"
                    + " loss or clipping may help";
        }
        TrialOutcome best = tuned.study().best().get();
        String error = tuned.measure().label() + " " + MetricsTable.number(best.error());
        String found = best.number() == 1
                ? "no trial beats the defaults: by rolling validation their " + error + " is the smallest"
                : "trial " + best.number() + " is the best: by rolling validation its " + error + " is " + beside();
        return found + baselines(best.error());
    }

    private String beside() {
        if (tuned.defaultError().isEmpty()) {
            return "the smallest; the defaults failed";
        }
        double gain = tuned.study().gain().orElse(0);
        return String.format(Locale.ROOT, "%.1f %% below that of the defaults, %s", 100 * gain,
                MetricsTable.number(tuned.defaultError().getAsDouble()));
    }

    private String baselines(double error) {
        if (tuned.baselines().isEmpty()) {
            return "";
        }
        Map.Entry<String, Double> strongest = tuned.baselines().entrySet().stream().min(Map.Entry.comparingByValue())
                .orElseThrow();
        return "; the best baseline, " + strongest.getKey().replace('_', ' ') + ", has "
                + MetricsTable.number(strongest.getValue())
                + (error < strongest.getValue() ? "" : " and is not beaten");
    }

    /// Which hyperparameters matter, the most important first.
    String importance() {
        ParameterImportance importance = tuned.importance();
        if (!importance.reliable()) {
            return "importance: " + importance.trials()
                    + " trials beside the defaults do not tell which settings matter;"
                    + " at least " + ParameterImportance.FEWEST + " are needed, and some that stand out";
        }
        StringBuilder text = new StringBuilder("importance:");
        for (Share share : importance.ranked()) {
            if (100 * share.share() >= FEWEST_SHOWN_PERCENT) {
                text.append(String.format(Locale.ROOT, " %s %.0f %%,", share.name(), 100 * share.share()));
            }
        }
        return text.substring(0, text.length() - 1);
    }
}
