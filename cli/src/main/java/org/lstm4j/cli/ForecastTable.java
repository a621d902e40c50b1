package org.lstm4j.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.json.JsonValue;

/// Forecasts as rows: `series,time,step,mean`, steps from 1, and where the model gives quantiles a column for each: `q0.1`. With several targets the series is followed by the target:
/// `series/target`. A quantile that is not known, beyond the trained horizon, is an empty cell, and null in JSON.
final class ForecastTable {

    private ForecastTable() {}

    static String csv(List<Forecast> forecasts) {
        boolean several = severalTargets(forecasts);
        StringBuilder text = new StringBuilder("series,time,step,mean");
        levels(forecasts).forEach(level -> text.append(',').append(quantile(level)));
        text.append('\n');
        for (Forecast forecast : forecasts) {
            for (int step = 0; step < forecast.horizon(); step++) {
                text.append(cell(name(forecast, several)))
                        .append(',')
                        .append(forecast.timeline().format(step))
                        .append(',')
                        .append(step + 1)
                        .append(',')
                        .append(forecast.mean().get(step));
                forecast.quantiles().get(step)
                        .forEach(value -> text.append(',').append(value.isNaN() ? "" : value.toString()));
                text.append('\n');
            }
        }
        return text.toString();
    }

    static List<JsonValue> rows(List<Forecast> forecasts) {
        boolean several = severalTargets(forecasts);
        List<JsonValue> rows = new ArrayList<>();
        for (Forecast forecast : forecasts) {
            for (int step = 0; step < forecast.horizon(); step++) {
                JsonValue.ObjectBuilder row = JsonValue.object()
                        .put("series", name(forecast, several))
                        .put("time", forecast.timeline().format(step))
                        .put("step", step + 1)
                        .put("mean", forecast.mean().get(step));
                for (int level = 0; level < forecast.levels().size(); level++) {
                    row.put(quantile(forecast.levels().get(level)), forecast.quantiles().get(step).get(level));
                }
                rows.add(row.build());
            }
        }
        return rows;
    }

    private static List<Double> levels(List<Forecast> forecasts) {
        return forecasts.isEmpty() ? List.of() : forecasts.getFirst().levels();
    }

    /// `q0.1`, also where the level is one of those that binary cannot say.
    private static String quantile(double level) {
        return "q" + BigDecimal.valueOf(level).round(new MathContext(9)).stripTrailingZeros().toPlainString();
    }

    private static boolean severalTargets(List<Forecast> forecasts) {
        return forecasts.stream().map(Forecast::target).distinct().count() > 1;
    }

    private static String name(Forecast forecast, boolean several) {
        if (!several) {
            return forecast.series();
        }
        return forecast.series().isEmpty() ? forecast.target() : forecast.series() + "/" + forecast.target();
    }

    /// Quoted where CSV needs it; a name that a spreadsheet would take for a formula gets an apostrophe in front.
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+@-].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
