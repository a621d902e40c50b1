package org.lstm4j.report.content;

import java.util.List;
import java.util.Optional;
import org.lstm4j.report.content.StudyTrial.State;

/// All that the page of a tuning study says.
///
/// @param title `Tuning of bike rentals, 24 hours ahead`
/// @param facts data, target, horizon, seed, sampler, time spent
/// @param space what was searched
/// @param trials in the order of their numbers
/// @param references errors to beat, in order: the default settings, seasonal naive
/// @param importance which hyperparameters matter
/// @param reproduction the command that trains with the best configuration, that configuration, and the provenance
public record StudyContent(String title, List<Fact> facts, StudySpace space, List<StudyTrial> trials,
        List<Reference> references, Importance importance, Reproduction reproduction) {

    public StudyContent {
        facts = List.copyOf(facts);
        trials = List.copyOf(trials);
        references = List.copyOf(references);
        int parameters = space.hyperparameters().size();
        for (StudyTrial trial : trials) {
            Lengths.requireEqual("values of trial " + trial.number(), trial.values().size(), parameters);
            if (trial.errors().size() > space.rungs().size()) {
                throw new IllegalArgumentException("trial " + trial.number() + " has errors of "
                        + trial.errors().size() + " rungs, but the study has " + space.rungs().size());
            }
        }
        if (importance.shares().size() > 0) {
            Lengths.requireEqual("shares of importance", importance.shares().size(), parameters);
        }
    }

    /// The complete trial with the smallest error, the first of several.
    public Optional<StudyTrial> best() {
        StudyTrial best = null;
        for (StudyTrial trial : trials) {
            if (trial.state() == State.COMPLETE && (best == null || trial.lastError() < best.lastError())) {
                best = trial;
            }
        }
        return Optional.ofNullable(best);
    }

    /// How many trials ended like that.
    public long count(State state) {
        return trials.stream().filter(trial -> trial.state() == state).count();
    }
}
