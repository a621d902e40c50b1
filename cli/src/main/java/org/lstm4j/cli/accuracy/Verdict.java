package org.lstm4j.cli.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a protocol comes to: whether one of ours beats the best baseline, whether by more than chance, and which bar it reaches.
///
/// What was [selected][Selected] before the test part decides, or the LSTM of the defaults where there was nothing to select from. The others stand
/// in lines of their own: whoever takes the best of several on the test part has chosen by it.
record Verdict(ProtocolResult result) {

    private static final int DECIMALS = 3;
    private static final int MOST_DECIMALS = 6;

    /// What it comes to for the one that decides, in one sentence.
    String sentence() {
        Optional<MethodResult> ours = result.deciding();
        if (ours.isPresent()) {
            return sentence(ours.get());
        }
        boolean failed = result.failed().stream().anyMatch(one -> one.name().equals(LstmMethod.NAME));
        return result.bestBaseline().map(best -> (failed ? "the LSTM failed" : "the LSTM did not run")
                + "; the best of the baselines is " + words(best.method()) + ": " + main(best)).orElse("");
    }

    /// The others of ours that ran.
    List<MethodResult> others() {
        Optional<MethodResult> deciding = result.deciding();
        return result.ours().stream().filter(one -> !deciding.equals(Optional.of(one))).toList();
    }

    /// What it comes to for one of ours, in one sentence.
    String sentence(MethodResult ours) {
        List<String> parts = new ArrayList<>();
        String name = name(ours);
        result.bestBaseline().ifPresent(best -> {
            parts.add(name + (result.beatsBestBaseline(ours).orElse(false) ? " beats" : " does not beat")
                    + " the best baseline, " + words(best.method()) + ": " + both(ours, best));
            result.comparison(ours)
                    .ifPresent(comparison -> parts.add(comparison.sentence(name, words(best.method()))));
        });
        parts.add(bars(ours));
        parts.removeIf(String::isEmpty);
        return String.join("; ", parts);
    }

    private static String name(MethodResult ours) {
        if (ours.isSelected()) {
            return "the selected model";
        }
        return ours.isLstm() ? "the LSTM" : words(ours.method());
    }

    private String bars(MethodResult ours) {
        List<Bar> bars = result.bars();
        if (bars.isEmpty()) {
            return "";
        }
        String missed = "";
        for (Bar bar : bars.reversed()) {
            if (bar.isReachedBy(ours)) {
                return "it reaches the " + bar.name() + " bar (" + figures(bar) + ")" + unjudged(bar, ours)
                        + (missed.isEmpty() ? "" : ", but not the " + missed);
            }
            missed = bar.name() + " one (" + figures(bar) + ")";
        }
        return "it does not reach the " + bars.getFirst().name() + " bar (" + figures(bars.getFirst()) + ")"
                + unjudged(bars.getFirst(), ours);
    }

    private static String unjudged(Bar bar, MethodResult ours) {
        List<String> missing = bar.measures().keySet().stream()
                .filter(measure -> !ours.measures().containsKey(measure)).map(Measure::label).toList();
        return missing.isEmpty() ? "" : " as far as it is judged: it has no " + String.join(", ", missing);
    }

    private static String figures(Bar bar) {
        List<String> figures = new ArrayList<>();
        for (Map.Entry<Measure, Double> entry : bar.measures().entrySet()) {
            figures.add(entry.getKey().label() + " " + number(entry.getValue()));
        }
        return String.join(", ", figures);
    }

    private String main(MethodResult one) {
        return its() + number(one.value(result.protocol().main()));
    }

    /// With as many decimals as tell them apart.
    private String both(MethodResult ours, MethodResult best) {
        double own = ours.value(result.protocol().main());
        double other = best.value(result.protocol().main());
        int decimals = DECIMALS;
        while (own != other && decimals < MOST_DECIMALS && number(own, decimals).equals(number(other, decimals))) {
            decimals++;
        }
        return its() + number(own, decimals) + " against " + number(other, decimals);
    }

    private String its() {
        return "its " + result.protocol().main().label() + " is ";
    }

    private static String number(double value) {
        return number(value, DECIMALS);
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String words(String method) {
        return method.replace('_', ' ');
    }
}
