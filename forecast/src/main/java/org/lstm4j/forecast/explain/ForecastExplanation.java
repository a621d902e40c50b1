package org.lstm4j.forecast.explain;

import java.util.List;
import java.util.OptionalInt;
import org.lstm4j.explain.CellActivity;
import org.lstm4j.explain.GradientStatistics;
import org.lstm4j.explain.ParameterStatistics;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;

/// What the forecasts of a forecaster depend on, and what goes on inside it.
///
/// @param step which step of the horizon is explained, from 1; empty for the mean over all
/// @param windows over how many windows
/// @param targets each target
/// @param gatesAt the first step foretold by the window whose gates are shown
/// @param gates what the gates did over the lookback of that window, for each recurrent layer and direction
/// @param parameters the weights
/// @param gradients of the mean squared error of the windows explained in those weights, part by part in the same order; in the network's
///        own scale
public record ForecastExplanation(
        OptionalInt step,
        int windows,
        List<TargetExplanation> targets,
        String gatesAt,
        List<CellActivity> gates,
        List<ParameterStatistics> parameters,
        List<GradientStatistics> gradients) {

    public ForecastExplanation {
        targets = List.copyOf(targets);
        gates = List.copyOf(gates);
        parameters = List.copyOf(parameters);
        gradients = List.copyOf(gradients);
    }

    /// The same with the gates of another window.
    ///
    /// @param at the time of its first step foretold
    public ForecastExplanation withGates(String at, List<CellActivity> other) {
        return new ForecastExplanation(step, windows, targets, at, other, parameters, gradients);
    }

    public JsonObject toJson() {
        return JsonValue.object()
                .put("step", step.isPresent() ? JsonValue.of((long) step.getAsInt()) : JsonValue.of("mean"))
                .put("windows", windows)
                .put("targets", array(targets.stream().map(TargetExplanation::toJson).toList()))
                .put("gates_at", gatesAt)
                .put("gates", array(gates.stream().map(gate -> gate.toJson(0)).toList()))
                .put("parameters", array(parameters.stream().map(ParameterStatistics::toJson).toList()))
                .put("gradients", array(gradients.stream().map(GradientStatistics::toJson).toList()))
                .build();
    }

    private static JsonArray array(List<JsonObject> objects) {
        return new JsonArray(objects.stream().map(JsonValue.class::cast).toList());
    }
}
