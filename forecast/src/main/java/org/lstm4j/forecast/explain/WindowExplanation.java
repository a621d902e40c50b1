package org.lstm4j.forecast.explain;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;

/// Why one forecast is what it is: what each input adds to it, beside the forecast of the reference. The attributions add up to
/// forecast − reference, but for the gap.
///
/// @param series the name of the series, empty when there is only one
/// @param time of the first step foretold
/// @param target the column
/// @param unit of all numbers: that of the target, or log(1 + target) where it was scaled by a logarithm
/// @param forecast what is explained
/// @param reference what the forecaster says of the reference, at the level of this window
/// @param columns each input, in the order of the channels, with signs
/// @param gap how far the sum of attributions is from forecast − reference
/// @param complete whether the gap is within the tolerance
public record WindowExplanation(
        String series,
        String time,
        String target,
        String unit,
        double forecast,
        double reference,
        List<ColumnAttribution> columns,
        double gap,
        boolean complete) {

    public WindowExplanation {
        columns = List.copyOf(columns);
    }

    /// What a column adds, lag by lag.
    ///
    /// @param attribution [lookback], with signs
    public record ColumnAttribution(InputColumn column, List<Double> attribution) {

        public ColumnAttribution {
            attribution = List.copyOf(attribution);
        }

        /// What it adds in all.
        public double sum() {
            double sum = 0;
            for (double value : attribution) {
                sum += value;
            }
            return sum;
        }
    }

    public JsonObject toJson() {
        List<JsonValue> all = new ArrayList<>();
        for (ColumnAttribution one : columns) {
            all.add(JsonValue.object()
                    .put("column", one.column().name())
                    .put("role", one.column().role().label())
                    .put("first_lag", one.column().first())
                    .put("sum", one.sum())
                    .put("attribution", ColumnExplanation.numbers(one.attribution()))
                    .build());
        }
        return JsonValue.object()
                .put("series", series)
                .put("time", time)
                .put("target", target)
                .put("unit", unit)
                .put("forecast", forecast)
                .put("reference", reference)
                .put("gap", gap)
                .put("complete", complete)
                .put("columns", new JsonArray(all))
                .build();
    }
}
