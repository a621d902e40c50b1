package org.lstm4j.interop.onnx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.head.PointHead;
import org.lstm4j.forecast.head.QuantileHead;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.TargetUse;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.model.AtomicFile;

/// Writes whole forecasters as ONNX models: raw values in, forecasts in the targets' own unit out.
///
/// | | name | type and shape |
/// |---|---|---|
/// | input | `history` | float64 [batch, lookback, targets], without gaps |
/// | input, where there are past columns | `past` | float64 [batch, lookback, columns] |
/// | input, where columns are known ahead | `known` | float64 [batch, rows, columns]: future columns, static columns, then what the calendar says as [FeatureSchema#calendar] lists it; rows from lookback − horizon steps before the first step ahead, or from lookback steps before it in an extended layout, to the last step ahead |
/// | output | `point` | float64 [batch, horizon, targets] |
/// | output, where there are quantiles | `quantiles` | float64 [batch, horizon, targets, levels] |
///
/// With a loop ([Recursion#LOOP]) there is the input `horizon`, int64 without an axis: as many steps are foretold, the model going on from its own
/// point forecasts, `known` has to reach to the end of the last whole horizon, and `point` is all there is. With states ([Recursion#STATES]) `history` may have any number of steps, and the states of the
/// recurrent layers go in and come out as [OnnxWriter] says: the next call gives the point forecast as history, and the states that came out.
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
    /// @param series whose scale it is to have; of a forecaster of a single series any
    /// @throws ConfigurationException when ONNX cannot say something that the forecaster does
    /// @throws org.lstm4j.StorageException when the file cannot be written
    public static void write(Forecaster forecaster, String series, Recursion recursion, Path file) {
        byte[] bytes = toBytes(forecaster, series, recursion);
        AtomicFile.write(file, out -> out.write(bytes));
    }

    /// The bytes of a model.
    ///
    /// @throws ConfigurationException when ONNX cannot say something that the forecaster does
    public static byte[] toBytes(Forecaster forecaster, String series, Recursion recursion) {
        requireSayable(forecaster, series, recursion);
        GraphBuilder graph = new GraphBuilder();
        if (recursion == Recursion.LOOP) {
            new ForecastLoop(graph, forecaster, series).write();
            return graph.toBytes();
        }
        WindowForm form = forecaster.form();
        FeatureSchema schema = form.schema();
        int knownColumns = knownColumns(forecaster);
        Object steps = recursion == Recursion.STATES ? "steps" : (Object) (long) form.window().lookback();
        String history = graph.input("history", ElementTypes.DOUBLE, sizes(steps, schema.targets().size()));
        String past = schema.past().isEmpty()
                ? ""
                : graph.input("past", ElementTypes.DOUBLE, sizes(steps, schema.past().size()));
        String known = knownColumns == 0
                ? ""
                : graph.input("known", ElementTypes.DOUBLE,
                        sizes((long) form.layout().rows(form.window()), knownColumns));
        ForecastAnswer answer = answer(graph, forecaster, series, history, past, known, recursion == Recursion.STATES);
        String grouped = answer.grouped();
        List<Object> sizes = new ArrayList<>(sizes((long) form.window().horizon(), schema.targets().size()));
        graph.output("point", answer.point(grouped), ElementTypes.DOUBLE, sizes);
        if (forecaster.givesQuantiles()) {
            sizes.add((long) forecaster.levels().length);
            graph.output("quantiles", answer.quantiles(grouped), ElementTypes.DOUBLE, sizes);
        }
        return graph.toBytes();
    }

    /// Columns known ahead: those of the series, then the calendar's.
    static int knownColumns(Forecaster forecaster) {
        FeatureSchema schema = forecaster.schema();
        return schema.future().size() + schema.statics().size() + schema.calendar().size();
    }

    private static List<Object> sizes(Object rows, int columns) {
        return List.of("batch", rows, (long) columns);
    }

    /// Adds a forecaster to a graph.
    static ForecastAnswer answer(GraphBuilder graph, Forecaster forecaster, String series, String history, String past,
            String known, boolean states) {
        Arithmetic arithmetic = new Arithmetic(graph.within("window"));
        ForecastWindow.Sample sample = new ForecastWindow(arithmetic, forecaster, series).of(history, past, known);
        Data said = OnnxWriter.write(graph, forecaster.network(),
                new Data(sample.sample(), forecaster.network().inputShape(), false), new ExportOptions(states));
        graph.within("forecast");
        return new ForecastAnswer(arithmetic, forecaster, series, sample.level(), said.name());
    }

    private static void requireSayable(Forecaster forecaster, String series, Recursion recursion) {
        FeatureSchema schema = forecaster.schema();
        require(schema.lags().isEmpty(), "lags");
        require(schema.categories().isEmpty(), "categories");
        require(forecaster.form().use() == TargetUse.TOGETHER || schema.targets().size() == 1,
                "several targets, each foretold by itself");
        require(forecaster.head() instanceof PointHead || forecaster.head() instanceof QuantileHead,
                "a distribution for an answer");
        try {
            require(forecaster.seasons(series).stream().noneMatch(season -> season.isSeasonal()),
                    "a season that is taken off");
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    Problem.of(String.valueOf(e.getMessage()), "name one of them with --series"), e);
        }
        require(recursion != Recursion.LOOP || schema.past().isEmpty(),
                "past columns, which a loop does not know ahead");
        boolean targetsAlone = schema.past().isEmpty() && knownColumns(forecaster) == 0;
        boolean plain = targetsAlone && !schema.masks() && forecaster.form().scaling() == WindowScaling.NONE;
        require(recursion != Recursion.STATES || plain,
                "other columns than targets, masks or window scaling, which states do not know of");
    }

    private static void require(boolean sayable, String what) {
        if (!sayable) {
            throw new ConfigurationException(new Problem("the forecaster cannot be written as an ONNX model",
                    "what ONNX has operators for", what, "export its network alone, or use it in lstm4j"));
        }
    }
}
