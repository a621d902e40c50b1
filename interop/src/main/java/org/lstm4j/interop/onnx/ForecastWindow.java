package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.FittedScaler;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.forecast.prepare.WindowLayout;

/// Makes the samples of a forecaster out of raw values: scaled, brought to the level of the window, with masks that say that all was
/// observed, and channels in their order.
final class ForecastWindow {

    private final Arithmetic arithmetic;
    private final GraphBuilder graph;
    private final WindowForm form;
    private final List<FittedScaler> scalers;

    ForecastWindow(Arithmetic arithmetic, Forecaster forecaster, String series) {
        this.arithmetic = arithmetic;
        this.graph = arithmetic.graph();
        this.form = forecaster.form();
        this.scalers = forecaster.scalers(series);
    }

    /// What goes in and the level it was brought to.
    ///
    /// @param sample [batch, rows, channels] float32
    /// @param level of the targets
    record Sample(String sample, ForecastLevel level) {}

    /// @param history targets, [batch, lookback, targets] float64
    /// @param past past columns, [batch, lookback, columns] float64; empty for none
    /// @param known future columns, static columns and calendar, [batch, rows, columns] float64; empty for none
    Sample of(String history, String past, String known) {
        FeatureSchema schema = form.schema();
        int targets = schema.targets().size();
        int observedColumns = targets + schema.past().size();
        String scaled = arithmetic.toDouble(
                new ForecastScale(arithmetic, scalers.subList(0, targets)).scaled(history));
        ForecastLevel level = ForecastLevel.of(arithmetic, form.scaling(), scaled);
        List<String> observed = new ArrayList<>(List.of(level.levelled(scaled)));
        if (!past.isEmpty()) {
            observed.add(new ForecastScale(arithmetic, scalers.subList(targets, observedColumns)).scaled(past));
        }
        if (schema.masks()) {
            observed.add(allObserved(observed, observedColumns));
        }
        String upToNow = padded(arithmetic.joined(observed, 2));
        return new Sample(known.isEmpty()
                ? upToNow
                : arithmetic.joined(List.of(upToNow, known(known, observedColumns)), 2), level);
    }

    /// Calendar features come as they are, with scale 1.
    private String known(String known, int observedColumns) {
        List<FittedScaler> ofKnown = new ArrayList<>(scalers.subList(observedColumns, scalers.size()));
        ofKnown.addAll(Collections.nCopies(form.schema().calendar().size(), new FittedScaler(0, 1)));
        return new ForecastScale(arithmetic, ofKnown).scaled(known);
    }

    /// Ones in the shape of what was observed: 0·x + 1.
    private String allObserved(List<String> observed, int columns) {
        String values = arithmetic.joined(observed, 2);
        String one = graph.numbers("one", filled(columns), columns);
        return graph.node("Add",
                List.of(graph.node("Mul", List.of(values, graph.numbers("nothing", new float[]{0f}))), one));
    }

    private static float[] filled(int count) {
        float[] ones = new float[count];
        java.util.Arrays.fill(ones, 1f);
        return ones;
    }

    /// With zeros at the steps of the horizon, where the layout has rows for them.
    private String padded(String observed) {
        if (form.layout() == WindowLayout.SHIFTED) {
            return observed;
        }
        // begins and then ends of each axis
        return graph.node("Pad", List.of(observed, graph.wholes("pads", 0, 0, 0, 0, form.window().horizon(), 0)));
    }
}
