package org.lstm4j.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether the model is worth having: a plain sentence about the model and the
/// baselines.
///
/// The reference is the best baseline: the one with the lowest MASE, or MAE where
/// MASE is undefined. A model that does not beat it is not worth having, whatever
/// else it beats.
///
/// @param outcome whether the model's error is below that of the reference
/// @param sentence the verdict for readers
public record Verdict(Outcome outcome, String sentence) {

    /// Above this ratio "times as high" is easier to grasp than percent.
    private static final double TWICE = 2;

    /// What became of the comparison.
    public enum Outcome {
        BEATS, DOES_NOT_BEAT, UNDECIDED
    }

    /// Compares the model with the best baseline, then with every other method.
    public static Verdict of(Evaluation evaluation) {
        List<String> methods = evaluation.methods();
        if (methods.size() < 2) {
            return new Verdict(Outcome.UNDECIDED, "There is no baseline to compare " + methods.getFirst() + " with.");
        }
        return decisive(evaluation.scores()).map(score -> compare(methods, score, best(score))).orElseGet(
                () -> new Verdict(Outcome.UNDECIDED, "Whether " + methods.getFirst() + " beats the baselines cannot be"
                        + " said: neither MASE nor MAE is defined for it and one of them."));
    }

    /// The measure to decide by: the first that is defined for the model and a baseline.
    private static Optional<Score> decisive(List<Score> scores) {
        for (String measure : List.of("MASE", "MAE")) {
            for (Score score : scores) {
                if (score.measure().equals(measure) && score.byMethod().observed(0) && best(score) > 0) {
                    return Optional.of(score);
                }
            }
        }
        return Optional.empty();
    }

    /// The baseline with the smallest value, the first of several; 0, which is the model, when none has one.
    private static int best(Score score) {
        int best = 0;
        for (int method = 1; method < score.byMethod().size(); method++) {
            if (score.byMethod().observed(method)
                    && (best == 0 || score.byMethod().at(method) < score.byMethod().at(best))) {
                best = method;
            }
        }
        return best;
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
        if (own > TWICE * bar) {
            return "its " + measure + " is " + NumberText.of(own / bar) + " times as high" + figures;
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
