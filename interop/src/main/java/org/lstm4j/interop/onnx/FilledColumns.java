package org.lstm4j.interop.onnx;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.onnx.OnnxAttribute.Whole;

/// Columns [batch, rows, columns] whose missing values are filled as [org.lstm4j.forecast.prepare.PreparedSeries] fills them: by the last value
/// before, never a later one.
///
/// All windows and columns at once, for any number of rows and without a loop. Values that are there are counted from the first, missing ones
/// from the last: these are places, no two of them the same, and place 0 is what stands before the first value. How many values there are up to
/// a row is then the place of what stands there.
///
/// | | | | | | |
/// |---|---|---|---|---|---|
/// | values | NaN | 5 | NaN | NaN | 7 |
/// | values up to here | 0 | 1 | 1 | 1 | 2 |
/// | place | −1 | 1 | −2 | −3 | 2 |
/// | by place: 0 and then | 5 | 7 | NaN | NaN | NaN |
/// | filled | 0 | 5 | 5 | 5 | 7 |
///
/// Nodes that say where values were are added when they are asked for.
final class FilledColumns {

    private final Arithmetic arithmetic;
    private final String values;
    private final Supplier<String> observedWhenAsked;
    private final Supplier<String> begunWhenAsked;
    private @Nullable String observed;
    private @Nullable String begun;

    private FilledColumns(Arithmetic arithmetic, String values, Supplier<String> observed, Supplier<String> begun) {
        this.arithmetic = arithmetic;
        this.values = values;
        this.observedWhenAsked = observed;
        this.begunWhenAsked = begun;
    }

    /// Fills with 0 where no value is before.
    ///
    /// @param raw NaN where missing, float64
    /// @param scaled the same as a network reads it, float32
    static FilledColumns of(Arithmetic arithmetic, String raw, String scaled) {
        GraphBuilder graph = arithmetic.graph();
        // begins and then ends of each axis
        return byPlace(arithmetic, raw, scaled,
                graph.node("Pad", List.of(scaled, graph.wholes("pads", 0, 1, 0, 0, 0, 0))));
    }

    /// Fills with what a caller knows from before.
    ///
    /// @param before [batch, columns] float32
    static FilledColumns after(Arithmetic arithmetic, String before, String raw, String scaled) {
        GraphBuilder graph = arithmetic.graph();
        String first = graph.node("Unsqueeze", List.of(before, graph.wholes("axes", 1)));
        return byPlace(arithmetic, raw, scaled, arithmetic.joined(List.of(first, scaled), 1));
    }

    /// @param places [batch, 1 + rows, columns], of which place 0 stays as it is
    private static FilledColumns byPlace(Arithmetic arithmetic, String raw, String scaled, String places) {
        GraphBuilder graph = arithmetic.graph();
        String missing = graph.node("IsNaN", List.of(raw));
        String there = graph.node("Not", List.of(missing));
        String count = counted(graph, there);
        String place = arithmetic.chosen(there, count, graph.node("Neg", List.of(counted(graph, missing))));
        Map<String, OnnxAttribute> byRow = Map.of("axis", new Whole(1));
        String placed = graph.node("ScatterElements", List.of(places, place, scaled), byRow);
        return new FilledColumns(arithmetic, graph.node("GatherElements", List.of(placed, count), byRow),
                () -> arithmetic.toFloat(there),
                () -> arithmetic.toBoolean(count));
    }

    private static String counted(GraphBuilder graph, String what) {
        String ones = graph.node("Cast", List.of(what), Map.of("to", new Whole(ElementTypes.INT64)));
        return graph.node("CumSum", List.of(ones, graph.whole("axis", 1)));
    }

    /// The last rows.
    FilledColumns last(int rows) {
        return new FilledColumns(arithmetic, last(values, rows), () -> last(observed(), rows),
                () -> last(begun(), rows));
    }

    private String last(String value, int rows) {
        return arithmetic.part(value, 1, -rows, Long.MAX_VALUE);
    }

    /// The same, of which the model's runtime refuses fewer rows.
    FilledColumns ofSize(int rows, int columns) {
        return new FilledColumns(arithmetic, arithmetic.reshaped(values, 0, rows, columns), this::observed,
                this::begun);
    }

    /// Without gaps, float32.
    String values() {
        return values;
    }

    /// 1 where there was a value and 0 where a gap was filled, float32.
    String observed() {
        if (observed == null) {
            observed = observedWhenAsked.get();
        }
        return observed;
    }

    /// From the first value on, boolean.
    String begun() {
        if (begun == null) {
            begun = begunWhenAsked.get();
        }
        return begun;
    }
}
