package org.lstm4j.interop.onnx;

import java.nio.file.Path;
import java.util.List;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.model.AtomicFile;

/// Writes whole forecasters as ONNX models: raw values in, forecasts in the targets' own unit out.
///
/// | | name | type and shape |
/// |---|---|---|
/// | input | `history` | float64 [batch, steps, targets]; at least as many steps as the lookback, and the longest lag more where there are lags |
/// | input, where there are past columns | `past` | float64 [batch, steps, columns]; at least as many steps as the lookback |
/// | input, where columns are known ahead | `known` | float64 [batch, rows, columns]: future columns, static columns, then what the calendar says as [FeatureSchema#calendar] lists it; rows from lookback − horizon steps before the first step ahead, or from lookback steps before it in an extended layout, to the last step ahead |
/// | input, where there are such columns | `past_categories`, `known_categories` | int64 [batch, lookback or rows, columns], the numbers of categories from 1 |
/// | input, where there are such columns | `static_categories` | int64 [batch, columns] |
/// | input, where a season is taken off | `time_index` | int64 [batch]: [org.lstm4j.forecast.Timeline#ordinal] of the last step of `history` |
/// | output | `point` | float64 [batch, horizon, targets] |
/// | output, where there are quantiles | `quantiles` | float64 [batch, horizon, targets, levels] |
///
/// NaN in `history` and `past` is a missing value, treated as [org.lstm4j.forecast.prepare.PreparedSeries] does: the last value before it goes in,
/// and 0 where none is. What is known from before the window can be given: further steps of `history` and `past` fill a gap at its beginning, and
/// are not read otherwise. So may a series shorter than the lookback, with NaN before it. All other inputs are complete.
///
/// The model's metadata has the names of categories, in the order of their numbers, under `categories.` and the name of the column, as a list in
/// JSON. [ForecasterSignature] says all of this in words.
///
/// With a loop ([Recursion#LOOP]) there is the input `horizon`, int64 without an axis: as many steps are foretold, the model going on from its own
/// point forecasts, what is known ahead has to reach to the end of the last whole horizon, and `point` is all there is. With states
/// ([Recursion#STATES]) `history` may have any number of steps, and the states of the recurrent layers go in and come out as [OnnxWriter] says: the
/// next call gives the point forecast as history, and the states that came out. One more state, `last0` in and `lastn` out, float32
/// [batch, targets], is the last value that was not missing, as the network reads it: it fills a gap at the beginning of the next history. All states
/// are 0 at first.
///
/// What surrounds the network is computed in float64, as lstm4j does.
public final class ForecasterWriter {

    private ForecasterWriter() {}

    /// How a model goes on beyond its horizon.
    public enum Recursion {
        /// Not at all.
        NONE,
        /// By a loop in the model.
        LOOP,
        /// By whoever calls it, who keeps the states.
        STATES
    }

    /// Writes a file, whole or not at all.
    ///
    /// @param series whose scale and season it is to have; of a forecaster of a single series any
    /// @throws org.lstm4j.ConfigurationException when ONNX cannot say something that the forecaster does
    /// @throws org.lstm4j.StorageException when the file cannot be written
    public static void write(Forecaster forecaster, String series, Recursion recursion, Path file) {
        byte[] bytes = toBytes(forecaster, series, recursion);
        AtomicFile.write(file, out -> out.write(bytes));
    }

    /// The bytes of a model.
    ///
    /// @throws org.lstm4j.ConfigurationException when ONNX cannot say something that the forecaster does
    public static byte[] toBytes(Forecaster forecaster, String series, Recursion recursion) {
        ForecasterRefusal.requireSayable(forecaster, series, recursion);
        ForecasterSignature signature = ForecasterSignature.of(forecaster, series, recursion);
        GraphBuilder graph = new GraphBuilder();
        forecaster.schema().categories().forEach(column -> graph.note("categories." + column.name(),
                Json.write(JsonValue.ofTexts(column.names()))));
        ForecastInputs inputs = ForecastInputs.declare(graph, signature);
        if (recursion == Recursion.LOOP) {
            give(graph, signature, List.of(new ForecastLoop(graph, forecaster, series).write(inputs)));
            return graph.toBytes();
        }
        ForecastAnswer answer = answer(graph, forecaster, series, inputs, recursion == Recursion.STATES);
        give(graph, signature, forecaster.givesQuantiles()
                ? List.of(answer.point(), answer.quantiles())
                : List.of(answer.point()));
        return graph.toBytes();
    }

    private static void give(GraphBuilder graph, ForecasterSignature signature, List<String> values) {
        List<ForecasterSignature.Entry> outputs = signature.outputs();
        for (int index = 0; index < outputs.size(); index++) {
            ForecasterSignature.Entry output = outputs.get(index);
            graph.output(output.name(), values.get(index), output.type(), output.sizes());
        }
    }

    /// Adds a forecaster to a graph.
    static ForecastAnswer answer(GraphBuilder graph, Forecaster forecaster, String series, ForecastInputs inputs,
            boolean states) {
        Arithmetic arithmetic = new Arithmetic(graph.within("window"));
        ForecastSeason season = new ForecastSeason(arithmetic, forecaster.seasons(series),
                inputs.has(ForecasterSignature.TIME_INDEX) ? inputs.get(ForecasterSignature.TIME_INDEX) : "");
        ForecastWindow.Sample sample = new ForecastWindow(arithmetic, forecaster, series, states).of(inputs, season);
        Data said = OnnxWriter.write(graph, forecaster.network(),
                new Data(sample.sample(), forecaster.network().inputShape(), false), new ExportOptions(states));
        graph.within("forecast");
        return new ForecastAnswer(arithmetic, forecaster, series, sample.level(), season, said.name());
    }
}
