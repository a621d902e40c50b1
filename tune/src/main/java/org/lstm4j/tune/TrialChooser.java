package org.lstm4j.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.json.Json;
import org.lstm4j.tune.sampler.EarlierTrial;
import org.lstm4j.tune.space.Configuration;

/// Chooses the trials of a generation, and makes sure that an earlier run chose the same ones.
final class TrialChooser {

    private final Tuner tuner;
    private final Journal journal;
    private final Deadline deadline;
    private final TuningListener listener;

    TrialChooser(Tuner tuner, Journal journal, Deadline deadline, TuningListener listener) {
        this.tuner = tuner;
        this.journal = journal;
        this.deadline = deadline;
        this.listener = listener;
    }

    /// The next trials, fewer than wanted where time is up; one that the journal has takes no time.
    List<Trial> generation(List<TrialOutcome> over, int wanted) {
        List<EarlierTrial> earlier = new ArrayList<>();
        over.forEach(
                outcome -> earlier.add(new EarlierTrial(outcome.number(), place(outcome.trial()), outcome.errors())));
        List<Trial> chosen = new ArrayList<>();
        for (int number = over.size() + 1; number <= over.size() + wanted; number++) {
            Optional<Configuration> known = journal.configuration(number);
            if (known.isEmpty() && deadline.passed()) {
                return chosen;
            }
            Trial trial = new Trial(number, configuration(number, earlier));
            known.ifPresentOrElse(configuration -> checkSame(trial, configuration), () -> journal.record(trial));
            listener.trialChosen(trial);
            chosen.add(trial);
            earlier.add(new EarlierTrial(number, place(trial), List.of()));
        }
        return chosen;
    }

    /// Where a trial lies in the space.
    private Configuration place(Trial trial) {
        return trial.number() == SuccessiveHalving.MEASURE ? tuner.defaults() : trial.configuration();
    }

    private Configuration configuration(int number, List<EarlierTrial> earlier) {
        if (number == SuccessiveHalving.MEASURE) {
            return Configuration.empty();
        }
        Configuration configuration = tuner.sampler().propose(number, List.copyOf(earlier));
        tuner.space().check(configuration);
        return configuration;
    }

    private static void checkSame(Trial trial, Configuration known) {
        if (!known.equals(trial.configuration())) {
            throw new ConfigurationException(new Problem(
                    "trial " + trial.number() + " of the study is not the one chosen now, so that the "
                            + "study is one of other settings or of another version of lstm4j",
                    text(trial.configuration()), text(known),
                    "go on with the data, settings and version it was begun with, or begin a new study"));
        }
    }

    private static String text(Configuration configuration) {
        return configuration.names().isEmpty() ? "the defaults" : Json.write(configuration.values());
    }
}
