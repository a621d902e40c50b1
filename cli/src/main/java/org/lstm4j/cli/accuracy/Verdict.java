package org.lstm4j.cli.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a protocol comes to, in one sentence: whether the LSTM beats the best baseline, whether by more than chance, and which
/// bar it reaches.
record Verdict(ProtocolResult result) {

    String sentence() {
        List<String> parts = new ArrayList<>();
        if (result.lstm().isEmpty()) {
            result.bestBaseline().ifPresent(best -> parts.add("the LSTM did not run; the best of these is "
                    + words(best.method()) + ": " + main(best)));
            return String.join("; ", parts);
        }
        MethodResult ours = result.lstm().get();
        result.bestBaseline().ifPresent(best -> parts.add("the LSTM "
                + (result.beatsBestBaseline().orElse(false) ? "beats" : "does not beat") + " the best baseline, "
                + words(best.method()) + ": " + main(ours) + " against " + number(best)));
        result.comparison().ifPresent(comparison -> parts.add(comparison.sentence("the LSTM",
                words(result.bestBaseline().orElseThrow().method()))));
        parts.add(bars(ours));
        parts.removeIf(String::isEmpty);
        return String.join("; ", parts);
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

    private String main(MethodResult result) {
        return "its " + this.result.protocol().main().label() + " is " + number(result);
    }

    private String number(MethodResult one) {
        return number(one.value(result.protocol().main()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String words(String method) {
        return method.replace('_', ' ');
    }
}
