package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.lstm4j.forecast.prepare.SeasonalIndices;
import org.lstm4j.interop.onnx.OnnxAttribute.Whole;

/// What the season adds to targets, in the unit of their scalers: looked up by the place in the season, time index mod season.
///
/// @param arithmetic of the graph
/// @param seasons one for each target, some of which have none
/// @param timeIndex of the last step of the history, [batch] int64; empty where no target has a season
record ForecastSeason(Arithmetic arithmetic, List<SeasonalIndices> seasons, String timeIndex) {

    /// Whether any target has one.
    private boolean isThere() {
        return seasons.stream().anyMatch(SeasonalIndices::isSeasonal);
    }

    /// Scaled values without their season.
    ///
    /// @param scaled of a history that ends at the time index, [batch, steps, targets] float64
    String takenOff(String scaled) {
        return isThere() ? arithmetic.minus(scaled, before(scaled)) : scaled;
    }

    private String before(String history) {
        GraphBuilder graph = graph();
        String steps = graph.node("Gather", List.of(graph.node("Shape", List.of(history)), graph.whole("steps", 1)));
        String first = graph.node("Sub", List.of(graph.whole("one", 1), steps));
        return at(graph.node("Range", List.of(first, graph.whole("end", 1), graph.whole("step", 1))));
    }

    /// Of the steps after the history, [batch, horizon, targets] float64; null where no target has one.
    @Nullable
    String ahead(int horizon) {
        return !isThere() ? null : at(graph().wholes("ahead", LongStream.rangeClosed(1, horizon).toArray()));
    }

    /// @param distances of steps from the last one of the history, [steps] int64
    private String at(String distances) {
        GraphBuilder graph = graph();
        String steps = graph.node("Add", List.of(
                graph.node("Unsqueeze", List.of(timeIndex, graph.wholes("axes", 1))), distances));
        List<String> columns = new ArrayList<>();
        for (SeasonalIndices season : seasons) {
            double[] indices = season.isSeasonal()
                    ? season.indices().stream().mapToDouble(Double::doubleValue).toArray()
                    : new double[1];
            String table = graph.doubles("season", indices, indices.length);
            // of the sign of the divisor, and so a place also before 1970
            String places = graph.node("Mod", List.of(steps, graph.whole("length", indices.length)));
            String column = graph.node("Gather", List.of(table, places), Map.of("axis", new Whole(0)));
            columns.add(graph.node("Unsqueeze", List.of(column, graph.wholes("axes", 2))));
        }
        return arithmetic.joined(columns, 2);
    }

    private GraphBuilder graph() {
        return arithmetic.graph();
    }
}
