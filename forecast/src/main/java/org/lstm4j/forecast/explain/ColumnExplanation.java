package org.lstm4j.forecast.explain;

import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;

/// How much a forecast of one target depends on one input column: means over windows, in the unit of the forecast.
///
/// | numbers | what | by |
/// |---|---|---|
/// | `saliency` | mean magnitude of the slope; for each 1 of the column's scaled values | lag |
/// | `gradientTimesInput` | mean magnitude of slope × distance from the reference | lag |
/// | `attribution` | mean magnitude of the integrated gradient | lag |
/// | `change` | mean magnitude of the change when the reference takes the column's place | span |
/// | `errorRise` | rise of the mean absolute error then; below 0 where hiding the column helps | span |
///
/// A category counts by the numbers of its learnt vector: the norm of their slopes, the sum of what they add, all hidden at once.
///
/// @param column the input, which says what lag an input step is
/// @param saliency, gradientTimesInput, attribution [lookback]
/// @param change, errorRise [spans]
/// @param hiddenChange, hiddenErrorRise when the whole column is hidden at once
public record ColumnExplanation(
        InputColumn column,
        List<Double> saliency,
        List<Double> gradientTimesInput,
        List<Double> attribution,
        List<Double> change,
        List<Double> errorRise,
        double hiddenChange,
        double hiddenErrorRise) {

    public ColumnExplanation {
        saliency = List.copyOf(saliency);
        gradientTimesInput = List.copyOf(gradientTimesInput);
        attribution = List.copyOf(attribution);
        change = List.copyOf(change);
        errorRise = List.copyOf(errorRise);
    }

    /// How much of it there is in all, by a method: the sum over lags, or what hiding the whole column does.
    public double total(ExplanationMethod method) {
        return switch (method) {
            case SALIENCY -> sum(saliency);
            case GRADIENT_TIMES_INPUT -> sum(gradientTimesInput);
            case INTEGRATED_GRADIENTS -> sum(attribution);
            case OCCLUSION -> hiddenChange;
            case ERROR_RISE -> hiddenErrorRise;
        };
    }

    private static double sum(List<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    public JsonObject toJson() {
        return JsonValue.object()
                .put("column", column.name())
                .put("role", column.role().label())
                .put("first_lag", column.first())
                .put("saliency", numbers(saliency))
                .put("gradient_times_input", numbers(gradientTimesInput))
                .put("attribution", numbers(attribution))
                .put("occlusion", numbers(change))
                .put("error_rise", numbers(errorRise))
                .put("hidden_change", hiddenChange)
                .put("hidden_error_rise", hiddenErrorRise)
                .build();
    }

    static JsonArray numbers(List<Double> values) {
        return new JsonArray(values.stream().map(value -> JsonValue.of((double) value)).toList());
    }
}
