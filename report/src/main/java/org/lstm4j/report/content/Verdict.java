package org.lstm4j.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether the model is worth having: a plain sentence about the model and the
/// baselines.
///
/// It is decided by MASE, or by MAE where MASE is undefined for the model or the
/// reference. The reference is the method called `seasonal naive`, or the first
/// baseline when there is none of that name.
///
/// @param outcome whether the model's error is below that of the reference
/// @param sentence the verdict for readers
public record Verdict(Outcome outcome, String sentence) {

    private static final String REFERENCE = "seasonal naive";

    /// What became of the comparison.
    public enum Outcome {
        BEATS, DOES_NOT_BEAT, UNDECIDED
    }

    /// Compares the model with the reference, then with every other method.
    public static Verdict of(Evaluation evaluation) {
        List<String> methods = evaluation.methods();
        if (methods.size() < 2) {
            return new Verdict(Outcome.UNDECIDED, "There is no baseline to compare " + methods.getFirst() + " with.");
        }
        int reference = Math.max(1, methods.indexOf(REFERENCE));
        Optional<Score> decisive = decisive(evaluation.scores(), reference);
        return decisive.map(score -> compare(methods, score, reference)).orElseGet(
                () -> new Verdict(Outcome.UNDECIDED, "Whether " + methods.getFirst() + " beats "
                        + methods.get(reference) + " cannot be said: neither MASE nor MAE is defined for both."));
    }

    private static Optional<Score> decisive(List<Score> scores, int reference) {
        for (String measure : List.of("MASE", "MAE")) {
            for (Score score : scores) {
                if (score.measure().equals(measure) && score.byMethod().observed(0)
                        && score.byMethod().observed(reference)) {
                    return Optional.of(score);
                }
            }
        }
        return Optional.empty();
    }

    private static Verdict compare(List<String> methods, Score score, int reference) {
        double own = score.byMethod().at(0);
        double bar = score.byMethod().at(reference);
        boolean beats = own < bar;
        String sentence = methods.getFirst() + (beats ? " beats " : " does not beat ") + methods.get(reference) + ": "
                + difference(score.measure(), own, bar) + "." + others(methods, score, reference, beats);
        return new Verdict(beats ? Outcome.BEATS : Outcome.DOES_NOT_BEAT, sentence);
    }

    /// `its MASE is 25 % lower (1.041 against 1.381)`
    private static String difference(String measure, double own, double bar) {
        String figures = " (" + NumberText.of(own) + " against " + NumberText.of(bar) + ")";
        if (own == bar) {
            return "its " + measure + " is the same" + figures;
        }
        if (bar == 0) {
            return "that one makes no error" + figures;
        }
        String direction = own < bar ? " lower" : " higher";
        return "its " + measure + " is " + NumberText.percent(100 * Math.abs(own - bar) / bar) + direction + figures;
    }

    private static String others(List<String> methods, Score score, int reference, boolean beats) {
        List<String> beaten = new ArrayList<>();
        List<String> unbeaten = new ArrayList<>();
        for (int method = 1; method < methods.size(); method++) {
            if (method != reference && score.byMethod().observed(method)) {
                (score.byMethod().at(0) < score.byMethod().at(method) ? beaten : unbeaten).add(methods.get(method));
            }
        }
        if (beats) {
            return sentence(" It also beats ", beaten) + sentence(" But it does not beat ", unbeaten);
        }
        return sentence(" Nor does it beat ", unbeaten) + sentence(" It does beat ", beaten);
    }

    private static String sentence(String start, List<String> names) {
        return names.isEmpty() ? "" : start + list(names) + ".";
    }

    private static String list(List<String> names) {
        if (names.size() == 1) {
            return names.getFirst();
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
