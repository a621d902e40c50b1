package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lstm4j.explain.CellActivity;
import org.lstm4j.explain.GradientStatistics;
import org.lstm4j.explain.ParameterStatistics;
import org.lstm4j.explain.SignalStatistics;
import org.lstm4j.forecast.explain.ExplanationMethod;
import org.lstm4j.forecast.explain.ForecastExplanation;
import org.lstm4j.forecast.explain.InputColumn;
import org.lstm4j.forecast.explain.TargetExplanation;
import org.lstm4j.forecast.explain.WindowExplanation;

/// An explanation as tables for readers.
final class ExplanationText {

    private static final int STRONGEST = 8;

    private ExplanationText() {}

    static List<String> lines(ForecastExplanation explanation) {
        List<String> lines = new ArrayList<>();
        for (TargetExplanation target : explanation.targets()) {
            addTarget(lines, target, explanation);
        }
        addGates(lines, explanation);
        addParameters(lines, explanation);
        return lines;
    }

    private static void addTarget(List<String> lines, TargetExplanation target, ForecastExplanation explanation) {
        String what = explanation.step().isPresent()
                ? "step " + explanation.step().getAsInt() + " of the forecast of " + target.target()
                : "the forecast of " + target.target() + ", mean over the horizon,";
        lines.add("What " + what + " depends on (windows: " + explanation.windows() + ", MAE "
                + MetricsTable.number(target.error()) + " in " + target.unit() + "):");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("column", "known", "adds", "share", "slope", "hidden", "MAE then", "share"));
        for (int index = 0; index < target.columns().size(); index++) {
            var column = target.columns().get(index);
            rows.add(List.of(column.column().name(), column.column().role().label(),
                    number(column.total(ExplanationMethod.INTEGRATED_GRADIENTS)),
                    percent(target.share(ExplanationMethod.INTEGRATED_GRADIENTS, index)),
                    percent(target.share(ExplanationMethod.SALIENCY, index)),
                    percent(target.share(ExplanationMethod.OCCLUSION, index)),
                    signed(column.hiddenErrorRise()), percent(target.share(ExplanationMethod.ERROR_RISE, index))));
        }
        lines.addAll(TextTable.lines(rows, 2));
        lines.add("Adds: sum over lags of the mean magnitude that integrated gradients attribute, in " + target.unit()
                + ".");
        lines.add(
                "Hidden: share of the change when the column gives way to its mean; MAE then: how much the error rises.");
        if (!target.complete()) {
            lines.add("note: the attributions of a window miss up to " + number(target.worstGap()) + " of their sum");
        }
        lines.add("Strongest lags (t is the first step foretold):");
        List<List<String>> lags = new ArrayList<>();
        for (TargetExplanation.Lag lag : target.strongest(STRONGEST)) {
            lags.add(List.of("  " + lag.column().name(), InputColumn.label(lag.lag()), number(lag.attribution())));
        }
        lines.addAll(TextTable.lines(lags, 1));
        lines.add("");
    }

    private static void addGates(List<String> lines, ForecastExplanation explanation) {
        lines.add("Gates over the window before " + explanation.gatesAt() + ":");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("layer", "signal", "mean", "sd", "min", "max", "below 0.1", "above 0.9"));
        for (CellActivity layer : explanation.gates()) {
            for (SignalStatistics signal : layer.statistics()) {
                boolean gate = signal.signal().isGate();
                rows.add(List.of(layer.title(), signal.signal().label(), number(signal.values().mean()),
                        number(signal.values().standardDeviation()), number(signal.values().least()),
                        number(signal.values().most()), gate ? percent(signal.shut()) : "",
                        gate ? percent(signal.open()) : ""));
            }
        }
        lines.addAll(TextTable.lines(rows, 2));
        lines.add("");
    }

    private static void addParameters(List<String> lines, ForecastExplanation explanation) {
        lines.add("Weights, and the gradient of the mean squared error of these windows in them:");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("parameter", "of", "count", "mean", "sd", "min", "max", "norm", "near 0", "gradient",
                "to weights"));
        for (int index = 0; index < explanation.parameters().size(); index++) {
            ParameterStatistics one = explanation.parameters().get(index);
            GradientStatistics gradient = explanation.gradients().get(index);
            rows.add(List.of(one.parameter(), one.gate().isEmpty() ? "all" : one.gate(),
                    Long.toString(one.values().count()), number(one.values().mean()),
                    number(one.values().standardDeviation()), number(one.values().least()),
                    number(one.values().most()), number(one.values().norm()), percent(one.values().nearZero()),
                    number(gradient.values().norm()), number(gradient.ratio())));
        }
        lines.addAll(TextTable.lines(rows, 2));
    }

    static List<String> lines(WindowExplanation window) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("The forecast of " + window.target() + (window.series().isEmpty() ? "" : " of " + window.series())
                + " at " + window.time() + " is " + number(window.forecast()) + ", that of the reference "
                + number(window.reference()) + " (" + window.unit() + "); what columns add to the reference:");
        List<List<String>> rows = new ArrayList<>();
        for (WindowExplanation.ColumnAttribution column : window.columns()) {
            rows.add(List.of("  " + column.column().name(), signed(column.sum())));
        }
        lines.addAll(TextTable.lines(rows, 1));
        return lines;
    }

    private static String number(double value) {
        return MetricsTable.number(value);
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + number(value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
