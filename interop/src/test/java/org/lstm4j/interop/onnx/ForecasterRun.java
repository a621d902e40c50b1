package org.lstm4j.interop.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.ExtendedForecast;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.prepare.CalendarFeature;
import org.lstm4j.forecast.prepare.CategoryColumn;
import org.lstm4j.forecast.prepare.CategoryColumn.Role;
import org.lstm4j.forecast.prepare.PreparedSeries;
import org.lstm4j.forecast.prepare.WindowLayout;
import org.lstm4j.interop.onnx.ForecasterWriter.Recursion;

/// The ONNX model of a forecaster in ONNX Runtime, given what a caller gives it, beside the forecaster itself.
///
/// @param forecaster small
/// @param series what it is asked about; targets end before it does where columns are known ahead
/// @param earlier steps that it is given before those that it reads, which fill gaps at the beginning of a window
record ForecasterRun(Forecaster forecaster, TimeSeries series, int earlier) {

    private static final double CLOSE = 1e-5;
    /// Windows of a batch.
    private static final int WINDOWS = 7;
    /// Of the one recurrent layer, where states are kept.
    private static final int UNITS = 6;

    ForecasterRun(Forecaster forecaster, TimeSeries series) {
        this(forecaster, series, 0);
    }

    /// Points and quantiles of a batch of windows, each target within 1e-5 of the standard deviation of its outputs.
    void assertSame() throws OrtException {
        int end = forecaster.prepare(series).endOfTargets();
        List<Integer> origins = new ArrayList<>();
        for (int window = WINDOWS - 1; window >= 0; window--) {
            origins.add(end - 3 * window);
        }
        assertSame(origins);
    }

    /// @param origins steps at which windows end
    void assertSame(List<Integer> origins) throws OrtException {
        PreparedSeries prepared = forecaster.prepare(series);
        List<List<Forecast>> expected = origins.stream()
                .map(origin -> forecaster.forecastAt(prepared, origin, forecaster.horizon(), Compute.shared()))
                .toList();

        Map<String, double[]> said = run(Recursion.NONE, origins, 0);

        List<double[]> byTarget = new ArrayList<>();
        List<double[]> levels = new ArrayList<>();
        int targets = forecaster.schema().targets().size();
        for (int target = 0; target < targets; target++) {
            int index = target;
            byTarget.add(
                    expected.stream().flatMap(one -> one.get(index).mean().stream()).mapToDouble(x -> x).toArray());
            levels.add(expected.stream().flatMap(one -> one.get(index).quantiles().stream()).flatMap(List::stream)
                    .mapToDouble(x -> x).toArray());
        }
        assertClose(said, "point", byTarget, 1);
        assertThat(said.containsKey("quantiles")).isEqualTo(forecaster.givesQuantiles());
        if (forecaster.givesQuantiles()) {
            assertClose(said, "quantiles", levels, forecaster.levels().length);
        }
    }

    /// Points of one window and beyond the horizon.
    void assertGoesOn(int horizon) throws OrtException {
        int origin = forecaster.prepare(series).endOfTargets();
        List<double[]> expected = new ExtendedForecast(forecaster, Compute.shared()).forecast(series, horizon).stream()
                .map(one -> one.mean().stream().mapToDouble(x -> x).toArray()).toList();

        assertClose(run(Recursion.LOOP, List.of(origin), horizon), "point", expected, 1);
    }

    /// @param outputs of which one is [batch, horizon, targets, numbers]
    /// @param expected by target [batch, horizon, numbers]
    private static void assertClose(Map<String, double[]> outputs, String name, List<double[]> expected,
            int numbers) {
        double[] said = Objects.requireNonNull(outputs.get(name), name);
        int targets = expected.size();
        for (int target = 0; target < targets; target++) {
            double[] ofTarget = expected.get(target);
            assertThat(said).hasSize(targets * ofTarget.length);
            double mean = 0;
            double squares = 0;
            for (double value : ofTarget) {
                mean += value / ofTarget.length;
            }
            double worst = 0;
            for (int index = 0; index < ofTarget.length; index++) {
                squares += (ofTarget[index] - mean) * (ofTarget[index] - mean) / ofTarget.length;
                int row = index / numbers;
                double one = said[(row * targets + target) * numbers + index % numbers];
                worst = Math.max(worst, Math.abs(one - ofTarget[index]));
            }
            double inDeviations = worst / Math.sqrt(squares);
            assertThat(inDeviations).as("worst error of target %d in standard deviations", target).isLessThan(CLOSE);
        }
    }

    /// All outputs for windows that begin at these steps.
    ///
    /// @param horizon for a loop
    Map<String, double[]> run(Recursion recursion, List<Integer> origins, int horizon) throws OrtException {
        byte[] model = ForecasterWriter.toBytes(forecaster, series.name(), recursion);
        int ahead = Math.max(forecaster.horizon(), Math.ceilDiv(horizon, forecaster.horizon()) * forecaster.horizon());
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        Map<String, double[]> outputs = new LinkedHashMap<>();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model)) {
            for (String name : session.getInputNames()) {
                inputs.put(name, name.equals("horizon")
                        ? OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[]{horizon}), new long[0])
                        : input(environment, name, origins, ahead));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                for (Map.Entry<String, ai.onnxruntime.OnnxValue> output : result) {
                    DoubleBuffer numbers = ((OnnxTensor) output.getValue()).getDoubleBuffer();
                    double[] values = new double[numbers.remaining()];
                    numbers.get(values);
                    outputs.put(output.getKey(), values);
                }
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
        return outputs;
    }

    private OnnxTensor input(OrtEnvironment environment, String name, List<Integer> origins, int ahead)
            throws OrtException {
        List<double[]> windows = origins.stream().map(origin -> window(name, origin, ahead)).toList();
        int length = windows.getFirst().length;
        double[] all = windows.stream().flatMapToDouble(Arrays::stream).toArray();
        long[] flat = {origins.size(), length};
        long[] shape = switch (name) {
            case "time_index" -> new long[]{origins.size()};
            case "static_categories" -> flat;
            default -> new long[]{origins.size(), length / columns(name), columns(name)};
        };
        return name.equals("time_index") || name.endsWith("categories")
                ? OnnxTensor.createTensor(environment,
                        LongBuffer.wrap(Arrays.stream(all).mapToLong(value -> (long) value).toArray()), shape)
                : OnnxTensor.createTensor(environment, DoubleBuffer.wrap(all), shape);
    }

    private int columns(String name) {
        return switch (name) {
            case "history" -> forecaster.schema().targets().size();
            case "past" -> forecaster.schema().past().size();
            case "known" -> forecaster.schema().future().size() + forecaster.schema().statics().size()
                    + forecaster.schema().calendar().size();
            case "past_categories" -> ofRole(Role.PAST).size();
            case "known_categories" -> ofRole(Role.FUTURE).size();
            default -> throw new AssertionError("an input that nothing is known of: " + name);
        };
    }

    private List<CategoryColumn> ofRole(Role role) {
        return forecaster.schema().categories().stream().filter(column -> column.role() == role).toList();
    }

    /// One window of an input, row by row. Before the series, its first row is what is known.
    private double[] window(String name, int origin, int ahead) {
        int lookback = forecaster.lookback();
        boolean extended = forecaster.form().layout() == WindowLayout.EXTENDED;
        int firstKnown = origin - lookback + (extended ? 0 : forecaster.horizon());
        List<Double> values = new ArrayList<>();
        switch (name) {
            case "history" -> add(values, forecaster.schema().targets(),
                    origin - forecaster.form().reach() - earlier, origin);
            case "past" -> add(values, forecaster.schema().past(), origin - lookback - earlier, origin);
            case "known" -> {
                List<String> columns = new ArrayList<>(forecaster.schema().future());
                columns.addAll(forecaster.schema().statics());
                for (int step = firstKnown; step < origin + ahead; step++) {
                    int there = Math.max(0, step);
                    add(values, columns, there, there + 1);
                    for (CalendarFeature feature : forecaster.schema().calendar()) {
                        values.add(feature.value(series.timeline().at(there)));
                    }
                }
            }
            case "past_categories" -> addCategories(values, Role.PAST, origin - lookback, origin);
            case "known_categories" -> addCategories(values, Role.FUTURE, firstKnown, origin + ahead);
            case "static_categories" -> addCategories(values, Role.STATIC, 0, 1);
            case "time_index" -> values.add((double) series.timeline().ordinal(origin - 1));
            default -> throw new AssertionError("an input that nothing is known of: " + name);
        }
        return values.stream().mapToDouble(x -> x).toArray();
    }

    /// NaN before the series.
    private void add(List<Double> values, List<String> columns, int from, int to) {
        for (int step = from; step < to; step++) {
            for (String column : columns) {
                values.add(step < 0 ? Double.NaN : series.value(series.columnIndex(column), step));
            }
        }
    }

    private void addCategories(List<Double> values, Role role, int from, int to) {
        for (int step = from; step < to; step++) {
            for (CategoryColumn column : ofRole(role)) {
                String text = series.categories(column.name())
                        .get((int) series.value(series.columnIndex(column.name()), step));
                values.add(1.0 + column.names().indexOf(text));
            }
        }
    }

    /// What a model with states says after the last steps, handed to it in pieces.
    ///
    /// @param steps of the series, before the end of its targets
    /// @param piece steps of a call
    double[] runWithStates(int steps, int piece) throws OrtException {
        byte[] model = ForecasterWriter.toBytes(forecaster, series.name(), Recursion.STATES);
        int origin = forecaster.prepare(series).endOfTargets();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Map<String, float[]> states = new LinkedHashMap<>();
        double[] point = {};
        float[] last = new float[1];
        try (OrtSession session = environment.createSession(model)) {
            for (int from = origin - steps; from < origin; from += piece) {
                int to = Math.min(origin, from + piece);
                Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
                List<Double> history = new ArrayList<>();
                add(history, forecaster.schema().targets(), from, to);
                inputs.put("history", OnnxTensor.createTensor(environment,
                        DoubleBuffer.wrap(history.stream().mapToDouble(x -> x).toArray()),
                        new long[]{1, to - from, history.size() / (to - from)}));
                inputs.put("last0", OnnxTensor.createTensor(environment, FloatBuffer.wrap(last), new long[]{1, 1}));
                inputs.put("time_index", OnnxTensor.createTensor(environment,
                        LongBuffer.wrap(new long[]{series.timeline().ordinal(to - 1)}), new long[]{1}));
                for (String state : List.of("h0_0", "c0_0")) {
                    float[] values = states.getOrDefault(state, new float[UNITS]);
                    inputs.put(state, OnnxTensor.createTensor(environment, FloatBuffer.wrap(values),
                            new long[]{1, 1, values.length}));
                }
                try (OrtSession.Result result = session.run(inputs)) {
                    point = new double[forecaster.horizon()];
                    ((OnnxTensor) result.get("point").orElseThrow()).getDoubleBuffer().get(point);
                    ((OnnxTensor) result.get("lastn").orElseThrow()).getFloatBuffer().get(last);
                    states.put("h0_0", floats((OnnxTensor) result.get("hn_0").orElseThrow()));
                    states.put("c0_0", floats((OnnxTensor) result.get("cn_0").orElseThrow()));
                } finally {
                    inputs.values().forEach(OnnxTensor::close);
                }
            }
        }
        return point;
    }

    private static float[] floats(OnnxTensor tensor) {
        float[] values = new float[UNITS];
        tensor.getFloatBuffer().get(values);
        return values;
    }
}
