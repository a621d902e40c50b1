package org.lstm4j.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lstm4j.report.content.Verdict.Outcome;

/// Whether tuning was worth it: the best trial beside the references, in a plain sentence.
public final class StudyVerdict {

    private static final double TWICE = 2;

    private StudyVerdict() {}

    /// Good when the best trial's error is below that of every reference.
    public static Verdict of(StudyContent study) {
        Optional<StudyTrial> best = study.best();
        if (best.isEmpty()) {
            return new Verdict(Outcome.UNDECIDED, "No trial was completed, so there is no best one.");
        }
        double error = best.get().lastError();
        String measure = study.space().shortMeasure();
        List<Reference> known = study.references().stream().filter(one -> Double.isFinite(one.error())).toList();
        String start = "Trial " + best.get().number() + " is the best: in validation its " + measure + " is ";
        if (known.isEmpty()) {
            return new Verdict(Outcome.UNDECIDED,
                    start + NumberText.of(error) + ". There is no reference to compare it with.");
        }
        List<String> parts = new ArrayList<>();
        known.forEach(reference -> parts.add(difference(error, reference)));
        boolean beats = known.stream().allMatch(reference -> error < reference.error());
        return new Verdict(beats ? Outcome.BEATS : Outcome.DOES_NOT_BEAT,
                start + NumberText.of(error) + ", " + String.join(", and ", parts) + ".");
    }

    /// `12 % below that of the default settings (0.8100)`
    private static String difference(double error, Reference reference) {
        String other = " that of " + reference.name() + " (" + NumberText.of(reference.error()) + ")";
        if (error == reference.error()) {
            return "the same as" + other;
        }
        if (reference.error() <= 0 || error > TWICE * reference.error()) {
            return (error < reference.error() ? "below" : "far above") + other;
        }
        double percent = 100 * Math.abs(error - reference.error()) / reference.error();
        return NumberText.percent(percent) + (error < reference.error() ? " below" : " above") + other;
    }
}
