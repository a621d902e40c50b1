package org.lstm4j.interop.onnx;

import java.util.List;
import java.util.Map;
import org.lstm4j.forecast.Forecaster;

/// A forecaster within a loop, which goes on from its own point forecasts, window after window.
///
/// The loop carries the history, [batch, steps, targets]. Each turn foretells one horizon and puts it behind the history, whose gaps stay gaps; all
/// turns together are cut to the steps that were asked for. What is known ahead has to reach to the end of the last turn. The same as
/// [org.lstm4j.forecast.ExtendedForecast].
///
/// @param graph that gets it
record ForecastLoop(GraphBuilder graph, Forecaster forecaster, String series) {

    /// @param inputs of the graph
    /// @return the point forecast, [batch, horizon, targets] float64
    String write(ForecastInputs inputs) {
        long horizon = forecaster.horizon();
        long targets = forecaster.schema().targets().size();
        String wanted = inputs.get(ForecasterSignature.HORIZON);
        String turns = graph.node("Div", List.of(
                graph.node("Add", List.of(wanted, graph.whole("less_one", horizon - 1))),
                graph.whole("horizon_of_turn", horizon)));
        List<String> ends = graph.nodes("Loop", List.of(turns, "", inputs.get(ForecasterSignature.HISTORY)),
                Map.of("body", new OnnxAttribute.Body(body(inputs))), 2);
        // [turns, batch, horizon, targets]
        String byBatch = graph.node("Transpose", List.of(ends.getLast()),
                Map.of("perm", NodeMessage.wholes(1, 0, 2, 3)));
        String inRow = new Arithmetic(graph).reshaped(byBatch, 0, -1, targets);
        String end = graph.node("Unsqueeze", List.of(wanted, graph.wholes("axes", 0)));
        return graph.node("Slice", List.of(inRow, graph.wholes("from", 0), end, graph.wholes("axes", 1)));
    }

    private GraphBuilder body(ForecastInputs inputs) {
        long targets = forecaster.schema().targets().size();
        GraphBuilder body = graph.body().within("turn");
        String turn = body.input("turn", ElementTypes.INT64, List.of());
        String goes = body.input("goes_on", ElementTypes.BOOL, List.of());
        String history = body.input("history_before", ElementTypes.DOUBLE, List.of("batch", "steps_before", targets));
        ForecastInputs ofTurn = ofTurn(body, inputs.with(ForecasterSignature.HISTORY, history), turn);
        String point = ForecasterWriter.answer(body, forecaster, series, ofTurn, false).point();
        Arithmetic arithmetic = new Arithmetic(body);
        body.output("goes_on_still", goes, ElementTypes.BOOL, List.of());
        body.output("history_after", arithmetic.joined(List.of(history, point), 1), ElementTypes.DOUBLE,
                List.of("batch", "steps_after", targets));
        body.output("point_of_turn", point, ElementTypes.DOUBLE,
                List.of("batch", (long) forecaster.horizon(), targets));
        return body;
    }

    /// What goes in at a turn: rows that begin, and a time that is, so many horizons later.
    private ForecastInputs ofTurn(GraphBuilder body, ForecastInputs inputs, String turn) {
        String first = body.node("Mul", List.of(turn, body.whole("horizon_of_turn", forecaster.horizon())));
        ForecastInputs ofTurn = inputs;
        for (String known : List.of(ForecasterSignature.KNOWN, ForecasterSignature.KNOWN_CATEGORIES)) {
            ofTurn = inputs.has(known) ? ofTurn.with(known, rows(body, first, inputs.get(known))) : ofTurn;
        }
        return inputs.has(ForecasterSignature.TIME_INDEX)
                ? ofTurn.with(ForecasterSignature.TIME_INDEX,
                        body.node("Add", List.of(inputs.get(ForecasterSignature.TIME_INDEX), first)))
                : ofTurn;
    }

    private String rows(GraphBuilder body, String first, String known) {
        String from = body.node("Unsqueeze", List.of(first, body.wholes("axes", 0)));
        String end = body.node("Add", List.of(from, body.wholes("rows", forecaster.form().layout().rows(
                forecaster.window()))));
        return body.node("Slice", List.of(known, from, end, body.wholes("axes", 1)));
    }
}
