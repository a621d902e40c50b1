package org.lstm4j.interop.onnx;

import java.util.List;
import java.util.Map;
import org.lstm4j.forecast.Forecaster;

/// A forecaster within a loop, which goes on from its own point forecasts, window after window.
///
/// The loop carries the history [batch, lookback, targets]. Each turn foretells one horizon and moves it into the history; all turns together
/// are cut to the steps that were asked for. What is known ahead has to reach to the end of the last turn. The same as [org.lstm4j.forecast.ExtendedForecast].
///
/// @param graph that gets it
record ForecastLoop(GraphBuilder graph, Forecaster forecaster, String series) {

    void write() {
        long lookback = forecaster.lookback();
        long horizon = forecaster.horizon();
        long targets = forecaster.schema().targets().size();
        String history = graph.input("history", ElementTypes.DOUBLE, List.of("batch", lookback, targets));
        String wanted = graph.input("horizon", ElementTypes.INT64, List.of());
        int columns = ForecasterWriter.knownColumns(forecaster);
        String known = columns == 0
                ? ""
                : graph.input("known", ElementTypes.DOUBLE, List.of("batch", "rows", (long) columns));
        String turns = graph.node("Div", List.of(
                graph.node("Add", List.of(wanted, graph.whole("less_one", horizon - 1))),
                graph.whole("horizon_of_turn", horizon)));
        GraphBuilder body = body(lookback, horizon, targets, known);
        List<String> ends = graph.nodes("Loop", List.of(turns, "", history),
                Map.of("body", new OnnxAttribute.Body(body)), 2);
        Arithmetic arithmetic = new Arithmetic(graph);
        // [turns, batch, horizon, targets]
        String byBatch = graph.node("Transpose", List.of(ends.getLast()),
                Map.of("perm", NodeMessage.wholes(1, 0, 2, 3)));
        String inRow = arithmetic.reshaped(byBatch, 0, -1, targets);
        String end = graph.node("Unsqueeze", List.of(wanted, graph.wholes("axes", 0)));
        String cut = graph.node("Slice", List.of(inRow, graph.wholes("from", 0), end, graph.wholes("axes", 1)));
        graph.output("point", cut, ElementTypes.DOUBLE, List.of("batch", "horizon", targets));
    }

    private GraphBuilder body(long lookback, long horizon, long targets, String known) {
        GraphBuilder body = graph.body().within("turn");
        String turn = body.input("turn", ElementTypes.INT64, List.of());
        String goes = body.input("goes_on", ElementTypes.BOOL, List.of());
        String history = body.input("history_before", ElementTypes.DOUBLE, List.of("batch", lookback, targets));
        ForecastAnswer answer = ForecasterWriter.answer(body, forecaster, series, history, "",
                known.isEmpty() ? "" : knownOf(body, turn, known, horizon), false);
        String point = answer.point(answer.grouped());
        Arithmetic arithmetic = new Arithmetic(body);
        String longer = arithmetic.joined(List.of(history, point), 1);
        body.output("goes_on_still", goes, ElementTypes.BOOL, List.of());
        body.output("history_after", arithmetic.part(longer, 1, -lookback, Long.MAX_VALUE), ElementTypes.DOUBLE,
                List.of("batch", lookback, targets));
        body.output("point_of_turn", point, ElementTypes.DOUBLE, List.of("batch", horizon, targets));
        return body;
    }

    /// The rows of a turn: they begin so many horizons later.
    private String knownOf(GraphBuilder body, String turn, String known, long horizon) {
        String first = body.node("Unsqueeze", List.of(
                body.node("Mul", List.of(turn, body.whole("horizon_of_turn", horizon))), body.wholes("axes", 0)));
        String end = body.node("Add", List.of(first, body.wholes("rows", forecaster.form().layout().rows(
                forecaster.window()))));
        return body.node("Slice", List.of(known, first, end, body.wholes("axes", 1)));
    }
}
