package org.lstm4j.interop.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.ExtendedForecast;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.ForecastTrainer;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.NetworkSettings;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.forecast.prepare.CalendarFeature;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.interop.onnx.ForecasterWriter.Recursion;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.loss.MonotoneQuantiles;

/// What ONNX Runtime says of raw values, beside what the forecaster says of the series that they end.
class ForecasterWriterTest {

    private static final int LOOKBACK = 10;
    private static final int HORIZON = 4;
    private static final Loss QUANTILES = MonotoneQuantiles.of(0.1, 0.5, 0.9);
    private static final TimeSeries SERIES = series(1);

    static Stream<Arguments> forecasters() {
        Scaling standard = settings().scaling();
        return Stream.of(
                Arguments.of(WindowScaling.NONE, standard, new MeanSquaredError(), 0),
                Arguments.of(WindowScaling.LAST, standard, QUANTILES, 0),
                Arguments.of(WindowScaling.REVIN, standard, QUANTILES, 0.2),
                Arguments.of(WindowScaling.NONE, Scaling.LOG, new MeanSquaredError(), 0.2));
    }

    @ParameterizedTest
    @MethodSource("forecasters")
    void saysInOnnxRuntimeWhatTheForecasterSays(WindowScaling windows, Scaling scaling, Loss loss, double calibration)
            throws OrtException {
        Forecaster forecaster = fit(settings().withWindowScaling(windows).withScaling(scaling), loss, calibration);
        Forecast expected = forecaster.forecast(SERIES, HORIZON, Compute.shared()).getFirst();

        Map<String, double[]> said = run(ForecasterWriter.toBytes(forecaster, "", Recursion.NONE), history(LOOKBACK),
                0);

        assertThat(said.get("point")).containsExactly(numbers(expected.mean()), within(2e-3));
        if (forecaster.givesQuantiles()) {
            double[] quantiles = numbers(expected.quantiles().stream().flatMap(List::stream).toList());
            assertThat(said.get("quantiles")).containsExactly(quantiles, within(2e-3));
        }
    }

    @Test
    void goesOnFromItsOwnForecastsInALoop() throws OrtException {
        Forecaster forecaster = fit(settings().withWindowScaling(WindowScaling.LAST), new MeanSquaredError(), 0);
        byte[] model = ForecasterWriter.toBytes(forecaster, "", Recursion.LOOP);

        for (int horizon : List.of(1, HORIZON, 3 * HORIZON + 1)) {
            Forecast expected = new ExtendedForecast(forecaster, Compute.shared()).forecast(SERIES, horizon).getFirst();
            assertThat(run(model, history(LOOKBACK), horizon).get("point"))
                    .containsExactly(numbers(expected.mean()), within(5e-3));
        }
    }

    /// With what the calendar says of hours, in one call and in a loop.
    @Test
    void readsWhatIsKnownAhead() throws OrtException {
        TimeSeries hours = TimeSeries.of("", Timeline.of(1_767_225_600_000L, Frequency.parse("h"), ZoneOffset.UTC),
                SERIES.columns(), new double[][]{SERIES.column("load")});
        Forecaster forecaster = new ForecastTrainer(settings()
                .withOptimization(OptimizationSettings.standard().withEpochs(2)), Compute.shared())
                .fit(List.of(hours)).forecaster();
        assertThat(forecaster.schema().calendar()).isNotEmpty();

        Forecast expected = new ExtendedForecast(forecaster, Compute.shared()).forecast(hours, 2 * HORIZON).getFirst();
        double[] point = numbers(expected.mean());
        assertThat(runKnowing(forecaster, hours, Recursion.NONE, 0)).containsExactly(Arrays.copyOf(point, HORIZON),
                within(2e-3));
        assertThat(runKnowing(forecaster, hours, Recursion.LOOP, 2 * HORIZON)).containsExactly(point, within(2e-3));
    }

    private static double[] runKnowing(Forecaster forecaster, TimeSeries series, Recursion recursion, int horizon)
            throws OrtException {
        int rows = forecaster.form().layout().rows(forecaster.window()) + Math.max(0, horizon - HORIZON);
        int first = series.steps() - LOOKBACK + HORIZON;
        List<CalendarFeature> calendar = forecaster.schema().calendar();
        double[] known = new double[rows * calendar.size()];
        Arrays.setAll(known, index -> calendar.get(index % calendar.size())
                .value(series.timeline().at(first + index / calendar.size())));
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Map<String, OnnxTensor> inputs = inputs(history(LOOKBACK), horizon);
        inputs.put("known", OnnxTensor.createTensor(environment, DoubleBuffer.wrap(known),
                new long[]{1, rows, calendar.size()}));
        return output(run(ForecasterWriter.toBytes(forecaster, "", recursion), inputs), "point");
    }

    /// A step at a time with states in hand comes to what one run over all steps comes to.
    @Test
    void goesOnFromStatesThatTheCallerKeeps() throws OrtException {
        Forecaster forecaster = fit(settings().withWindowScaling(WindowScaling.NONE), new MeanSquaredError(), 0);
        byte[] model = ForecasterWriter.toBytes(forecaster, "", Recursion.STATES);
        double[] history = history(30);
        Arrays.fill(history, 11, 15, Double.NaN);
        history[29] = Double.NaN;

        Map<String, float[]> states = new LinkedHashMap<>(
                Map.of("h0_0", new float[6], "c0_0", new float[6], "last0", new float[1]));
        Map<String, double[]> whole = runWithStates(model, history, states);
        Map<String, double[]> step = Map.of();
        for (double value : history) {
            step = runWithStates(model, new double[]{value}, states);
            states.put("h0_0", floats(output(step, "hn_0")));
            states.put("c0_0", floats(output(step, "cn_0")));
            states.put("last0", floats(output(step, "lastn")));
        }

        assertThat(step.get("point")).containsExactly(whole.get("point"), within(2e-3));
    }

    @Test
    void takesTheScaleOfTheSeriesThatIsNamed() throws OrtException {
        TimeSeries large = series(1000);
        Forecaster forecaster = new ForecastTrainer(settings(), Compute.shared())
                .fit(List.of(named("small", SERIES), named("large", large))).forecaster();

        double small = output(run(ForecasterWriter.toBytes(forecaster, "small", Recursion.NONE), history(LOOKBACK), 0),
                "point")[0];
        assertThat(small).isCloseTo(forecaster.forecast(named("small", SERIES), HORIZON, Compute.shared()).getFirst()
                .mean().getFirst(), within(2e-3));
        assertThatThrownBy(() -> ForecasterWriter.toBytes(forecaster, "other", Recursion.NONE))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("[small, large]")
                .hasMessageContaining("--series");
    }

    /// More fill a gap at the beginning of the window; fewer would be a window of another length.
    @Test
    void takesTheStepsItNeedsOrMore() throws OrtException {
        Forecaster forecaster = fit(settings().withWindowScaling(WindowScaling.REVIN), new MeanSquaredError(), 0);
        byte[] model = ForecasterWriter.toBytes(forecaster, "", Recursion.NONE);

        double[] exact = output(run(model, history(LOOKBACK), 0), "point");
        assertThat(output(run(model, history(LOOKBACK + 5), 0), "point")).containsExactly(exact);
        assertThatThrownBy(() -> run(model, history(LOOKBACK - 1), 0)).isInstanceOf(OrtException.class)
                .hasMessageContaining("Reshape");
    }

    @Test
    void refusesStatesWhereWindowsHaveLevels() {
        Forecaster forecaster = fit(settings().withWindowScaling(WindowScaling.LAST), new MeanSquaredError(), 0);

        assertThatThrownBy(() -> ForecasterWriter.toBytes(forecaster, "", Recursion.STATES))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("window scaling");
    }

    private static ForecastSettings settings() {
        return ForecastSettings.horizon(HORIZON, "load").withLookback(OptionalInt.of(LOOKBACK))
                .withNetwork(new NetworkSettings(6, 1, false, 0, 0, Initialization.KERAS));
    }

    private static Forecaster fit(ForecastSettings settings, Loss loss, double calibration) {
        return new ForecastTrainer(settings
                .withOptimization(OptimizationSettings.standard().withEpochs(2).withLoss(loss))
                .withSplit(new SplitShares(0.1, calibration, 0.1, false)), Compute.shared()).fit(List.of(SERIES))
                .forecaster();
    }

    private static TimeSeries series(double factor) {
        double[] load = new double[300];
        for (int hour = 0; hour < load.length; hour++) {
            load[hour] = factor
                    * (100 + 20 * StrictMath.sin(hour * 2 * Math.PI / 24) + 7 * StrictMath.sin(hour * 0.17));
        }
        return TimeSeries.of("", Timeline.ofSteps(), List.of("load"),
                new double[][]{load});
    }

    private static TimeSeries named(String name, TimeSeries series) {
        return TimeSeries.of(name, series.timeline(), series.columns(), new double[][]{series.column("load")});
    }

    private static double[] history(int steps) {
        double[] load = SERIES.column("load");
        return Arrays.copyOfRange(load, load.length - steps, load.length);
    }

    private static Map<String, double[]> run(byte[] model, double[] history, long horizon) throws OrtException {
        return run(model, inputs(history, horizon));
    }

    private static Map<String, OnnxTensor> inputs(double[] history, long horizon) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        inputs.put("history", OnnxTensor.createTensor(environment, DoubleBuffer.wrap(history),
                new long[]{1, history.length, 1}));
        if (horizon > 0) {
            inputs.put("horizon",
                    OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[]{horizon}), new long[0]));
        }
        return inputs;
    }

    private static Map<String, double[]> runWithStates(byte[] model, double[] history, Map<String, float[]> states)
            throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Map<String, OnnxTensor> inputs = inputs(history, 0);
        for (Map.Entry<String, float[]> state : states.entrySet()) {
            long width = state.getValue().length;
            inputs.put(state.getKey(), OnnxTensor.createTensor(environment, FloatBuffer.wrap(state.getValue()),
                    state.getKey().equals("last0") ? new long[]{1, width} : new long[]{1, 1, width}));
        }
        return run(model, inputs);
    }

    private static Map<String, double[]> run(byte[] model, Map<String, OnnxTensor> inputs) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Map<String, double[]> outputs = new LinkedHashMap<>();
        try (OrtSession session = environment.createSession(model); OrtSession.Result result = session.run(inputs)) {
            for (Map.Entry<String, ai.onnxruntime.OnnxValue> output : result) {
                outputs.put(output.getKey(), numbers((OnnxTensor) output.getValue()));
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
        return outputs;
    }

    private static double[] numbers(OnnxTensor tensor) {
        boolean isDouble = tensor.getInfo().type == OnnxJavaType.DOUBLE;
        DoubleBuffer doubles = isDouble ? tensor.getDoubleBuffer() : DoubleBuffer.allocate(0);
        FloatBuffer floats = isDouble ? FloatBuffer.allocate(0) : tensor.getFloatBuffer();
        double[] numbers = new double[doubles.remaining() + floats.remaining()];
        Arrays.setAll(numbers, index -> isDouble ? doubles.get(index) : floats.get(index));
        return numbers;
    }

    private static double[] output(Map<String, double[]> outputs, String name) {
        return Objects.requireNonNull(outputs.get(name), name);
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int index = 0; index < floats.length; index++) {
            floats[index] = (float) values[index];
        }
        return floats;
    }
}
