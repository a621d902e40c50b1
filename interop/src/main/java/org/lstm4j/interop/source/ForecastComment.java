package org.lstm4j.interop.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.Frequency.StepIndex;
import org.lstm4j.interop.source.ForecastSignature.Parameter;

/// The Javadoc comment of a file: what is foretold of what, and an example.
record ForecastComment(Forecaster forecaster, ForecastColumns columns, ForecastSignature signature) {

    String of(String className) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT,
                "Forecasts of %s, %d steps%s ahead: a forecaster that lstm4j wrote as plain"
                        + " Java. It needs nothing but Java 11 or later.",
                columns.listed(columns.schema().targets()),
                forecaster.horizon(), forecaster.frequency() instanceof StepIndex
                        ? ""
                        : " of " + forecaster.frequency().words()));
        lines.add("");
        lines.add("<pre>");
        signature.parameters().forEach(parameter -> lines.add(parameter.type() + " " + parameter.name() + " = "
                + parameter.example() + ";" + filled(parameter)));
        lines.add(signature.call(className));
        String first = "; // of " + SourceWords.comment(columns.schema().targets().getFirst()) + ", one step ahead";
        lines.add("double point = forecast.point[0][0]" + first);
        if (forecaster.givesQuantiles()) {
            lines.add(
                    "double least = forecast.quantiles[0][0][0]" + first + ", the quantile " + forecaster.levels()[0]);
        }
        lines.add("</pre>");
        lines.add("");
        lines.add("Values go in as they are and forecasts come out in the unit of their column.");
        if (forecaster.givesQuantiles()) {
            lines.add("The levels of the quantiles are " + Arrays.stream(forecaster.levels()).mapToObj(Double::toString)
                    .collect(Collectors.joining(", "))
                    + (forecaster.calibration().isPresent() ? "; they are calibrated." : "."));
        }
        if (!forecaster.floors().isEmpty()) {
            lines.add("No forecast goes below the floor of its target: " + forecaster.floors().text() + ".");
        }
        lines.add("The numbers are those of lstm4j, bit for bit.");
        return lines.stream().map(ForecastComment::line).collect(Collectors.joining("", "/**\n", " */\n"));
    }

    private static String line(String words) {
        String begin = words.isEmpty() ? " *" : " * ";
        return words.endsWith(".") ? SourceWords.wrapped(begin, begin, words) : begin + words + "\n";
    }

    private static String filled(Parameter parameter) {
        return parameter.example().startsWith("new ") ? " // to be filled" : "";
    }
}
