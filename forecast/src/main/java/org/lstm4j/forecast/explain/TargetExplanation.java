package org.lstm4j.forecast.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lstm4j.explain.LagSpans;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;

/// What the forecasts of one target depend on, over many windows.
///
/// @param target the column
/// @param unit of all numbers: that of the target, or log(1 + target) where it was scaled by a logarithm
/// @param columns each input, in the order of the channels
/// @param spans which input steps are hidden together; a span's lags are those of its steps
/// @param error mean absolute error of the steps that are explained
/// @param worstGap the most that the attributions of a window miss of their sum
/// @param points most points on a path
/// @param complete whether all windows met the tolerance
public record TargetExplanation(
        String target,
        String unit,
        List<ColumnExplanation> columns,
        LagSpans spans,
        double error,
        double worstGap,
        int points,
        boolean complete) {

    public TargetExplanation {
        columns = List.copyOf(columns);
    }

    /// The share of a column in what all columns are by a method, in [0, 1]; where hiding helps, 0.
    ///
    /// @param index of the column
    public double share(ExplanationMethod method, int index) {
        double sum = 0;
        for (ColumnExplanation column : columns) {
            sum += Math.max(0, column.total(method));
        }
        return sum == 0 ? 0 : Math.max(0, columns.get(index).total(method)) / sum;
    }

    /// A column at a lag, with its mean attribution.
    public record Lag(InputColumn column, int lag, double attribution) {}

    /// The columns and lags of the largest attributions, largest first.
    public List<Lag> strongest(int count) {
        List<Lag> all = new ArrayList<>();
        for (ColumnExplanation column : columns) {
            for (int step = 0; step < column.attribution().size(); step++) {
                all.add(new Lag(column.column(), column.column().lag(step), column.attribution().get(step)));
            }
        }
        all.sort(Comparator.comparingDouble(Lag::attribution).reversed());
        return List.copyOf(all.subList(0, Math.min(count, all.size())));
    }

    public JsonObject toJson() {
        List<JsonValue> shares = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            ObjectBuilder share = JsonValue.object().put("column", columns.get(index).column().name());
            for (ExplanationMethod method : ExplanationMethod.values()) {
                share.put(method.label(), share(method, index));
            }
            shares.add(share.build());
        }
        return JsonValue.object()
                .put("target", target)
                .put("unit", unit)
                .put("mae", error)
                .put("shares", new JsonArray(shares))
                .put("span", spans.length())
                .put("worst_gap", worstGap)
                .put("path_points", points)
                .put("complete", complete)
                .put("columns", new JsonArray(
                        columns.stream().map(ColumnExplanation::toJson).map(JsonValue.class::cast).toList()))
                .build();
    }
}
