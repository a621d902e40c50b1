package org.lstm4j.forecast.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Architecture;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.ForecastLosses;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.ForecastTrainer;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.NetworkSettings;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.RateSchedule;
import org.lstm4j.forecast.Skip;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.forecast.prepare.CalendarFeature;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.PreparedSeries;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.forecast.prepare.WindowSpec;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.CellSignal;
import org.lstm4j.optim.Adam;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

/// A series in which load_t = 100 + 20·plan_t + 10·heat_{t−3}, with plan known ahead, heat known up to now, and wind no use at all.
class ForecastExplainerTest {

    private static final Compute COMPUTE = Compute.shared();
    private static final int STEPS = 900;
    private static final int LOOKBACK = 8;
    private static final TimeSeries SERIES = series();
    private static Forecaster forecaster = train(Scaling.STANDARD, WindowScaling.NONE, 1);

    @BeforeAll
    static void learnWell() {
        forecaster = train(Scaling.STANDARD, WindowScaling.NONE, 40);
    }

    @Test
    void namesTheStepsThatChannelsAreReadAt() {
        FeatureSchema schema = new FeatureSchema(List.of("y"), List.of("p"), List.of("f"),
                List.of(CalendarFeature.WEEKEND));
        List<InputColumn> columns = InputColumn.of(
                new WindowForm(schema, new WindowSpec(168, 24), WindowScaling.NONE), 0);
        assertThat(columns).extracting(column -> column.name() + " " + column.role().label() + " " + column.lag(0) + " "
                + column.lag(167)).containsExactly("y target -168 -1", "p past -168 -1", "f future -144 23",
                        "weekend calendar -144 23");
        assertThat(List.of(InputColumn.label(-24), InputColumn.label(0), InputColumn.label(3)))
                .containsExactly("t-24", "t+0", "t+3");
    }

    /// The plan at the very step, the heat three steps before it, counted from the first step foretold.
    @ParameterizedTest
    @CsvSource({"1, 0, -3", "2, 1, -2"})
    void findsThePlantedLags(int step, int ofPlan, int ofHeat) {
        TargetExplanation found = explainer(forecaster, settings().withStep(OptionalInt.of(step))).explain().targets()
                .getFirst();
        List<TargetExplanation.Lag> strongest = found.strongest(2);
        assertThat(strongest).extracting(lag -> lag.column().name() + " " + lag.lag())
                .containsExactly("plan " + ofPlan, "heat " + ofHeat);
        // plan and heat are even in [−1, 1): mean magnitudes 20/2 and 10/2
        assertThat(strongest.getFirst().attribution()).isCloseTo(10, within(2.0));
        assertThat(strongest.getLast().attribution()).isCloseTo(5, within(1.5));
        for (ExplanationMethod method : ExplanationMethod.values()) {
            assertThat(found.share(method, 3)).as("plan by %s", method).isGreaterThan(0.4);
            assertThat(found.share(method, 2) + found.share(method, 0)).as("wind and load by %s", method)
                    .isLessThan(0.25);
        }
        ColumnExplanation plan = found.columns().get(3);
        assertThat(plan.errorRise().getLast()).as("its last span").isGreaterThan(5);
        assertThat(found.unit()).isEqualTo("load");
        assertThat(found.error()).isBetween(0.01, 4.0);
        assertThat(found.complete()).isTrue();
    }

    /// In the target's own unit, whatever is done to its scale; only a logarithm does not add up.
    @ParameterizedTest
    @CsvSource({"standard, none", "minmax, none", "standard, last", "standard, revin", "log, none", "log, revin"})
    void attributionsAddUpToTheForecast(String scaling, String windowScaling) {
        Forecaster trained = train(Scaling.of(scaling), WindowScaling.of(windowScaling), 2);
        PreparedSeries prepared = trained.prepare(SERIES);
        WindowExplanation one = explainer(trained, settings().withStep(OptionalInt.of(2))).explain(prepared, 700)
                .getFirst();
        double forecast = trained.forecastAt(prepared, 700, 2, COMPUTE).getFirst().mean().get(1);
        boolean bent = scaling.equals("log");
        assertThat(one.unit()).isEqualTo(bent ? "log(1 + load)" : "load");
        assertThat(bent ? StrictMath.expm1(one.forecast()) : one.forecast()).isCloseTo(forecast, within(1e-3));
        double sum = one.columns().stream().mapToDouble(WindowExplanation.ColumnAttribution::sum).sum();
        assertThat(one.gap()).isLessThan(1e-3 * Math.abs(one.forecast() - one.reference()) + 1e-2);
        assertThat(sum).isCloseTo(one.forecast() - one.reference(), within(one.gap() + 1e-4));
        assertThat(sum).isNotCloseTo(0, within(1e-2));
        assertThat(one.complete()).isTrue();
        assertThat(one.time()).isEqualTo(SERIES.timeline().format(700));
    }

    /// The mean over the horizon is the mean of its steps.
    @Test
    void explainsTheMeanOverTheHorizonWhenNoStepIsNamed() {
        PreparedSeries prepared = forecaster.prepare(SERIES);
        WindowExplanation mean = explainer(forecaster, settings()).explain(prepared, 800).getFirst();
        List<Double> steps = forecaster.forecastAt(prepared, 800, 2, COMPUTE).getFirst().mean();
        assertThat(mean.forecast()).isCloseTo((steps.get(0) + steps.get(1)) / 2, within(1e-3));
    }

    @Test
    void showsTheGatesOfTheLastWindowAndTheWeights() {
        ForecastExplanation explanation = explainer(forecaster, settings().withWindows(5)).explain();
        assertThat(explanation.windows()).isEqualTo(5);
        assertThat(explanation.gates()).hasSize(1);
        assertThat(explanation.gates().getFirst().signal(CellSignal.FORGET_GATE).shape().toString())
                .isEqualTo("[batch 1, steps 8, units 12]");
        assertThat(explanation.gatesAt()).isEqualTo(SERIES.timeline().format(STEPS - 2));
        assertThat(explanation.parameters()).extracting(one -> one.parameter() + one.gate())
                .contains("0.bias_l0forget gate");
    }

    @Test
    void saysTheGradientOfEveryParameter() {
        ForecastExplanation explanation = explainer(forecaster, settings().withWindows(5)).explain();
        assertThat(explanation.gradients()).extracting(one -> one.parameter() + one.gate())
                .isEqualTo(explanation.parameters().stream().map(one -> one.parameter() + one.gate()).toList());
        for (int index = 0; index < explanation.gradients().size(); index++) {
            assertThat(explanation.gradients().get(index).weightNorm())
                    .isEqualTo(explanation.parameters().get(index).values().norm());
            assertThat(explanation.gradients().get(index).values().norm()).isFinite().isPositive();
        }
    }

    @Test
    void writesJson() {
        JsonObject json = explainer(forecaster, settings().withWindows(3)).explain().toJson();
        String text = Json.write(json);
        assertThat(text)
                .startsWith("{\"step\":\"mean\",\"windows\":3,\"targets\":[{\"target\":\"load\",\"unit\":\"load\",")
                .contains("\"shares\":[{\"column\":\"load\",\"saliency\":",
                        "\"columns\":[{\"column\":\"load\",\"role\":\"target\",\"first_lag\":-8,",
                        "{\"column\":\"plan\",\"role\":\"future\",\"first_lag\":-6,",
                        "\"gates\":[{\"layer\":\"0 lstm\"");
        WindowExplanation window = explainer(forecaster, settings()).explain(forecaster.prepare(SERIES), 500)
                .getFirst();
        assertThat(Json.write(window.toJson())).startsWith("{\"series\":\"\",\"time\":\"1970-01-21T20:00Z\",");
    }

    @Test
    void refusesStepsBeyondTheHorizonAndSeriesThatAreTooShort() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> explainer(forecaster, settings().withStep(OptionalInt.of(3))))
                .withMessage(
                        "step 3 of the forecast cannot be explained; expected 1 to 2, the steps the model foretells;"
                                + " received step 3; use --step 2 or less, or leave it out for the mean over all steps");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> forecaster.windowsToJudge(List.of(SERIES.slice(0, LOOKBACK))))
                .withMessageContaining("there is no window to judge the model on");
        PreparedSeries prepared = forecaster.prepare(SERIES);
        ForecastExplainer explainer = explainer(forecaster, settings());
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> explainer.explain(prepared, 7))
                .withMessageContaining("give a step from 8 to 900");
        assertThatIllegalArgumentException().isThrownBy(() -> settings().withWindows(0))
                .withMessage("windows must be at least 1, but was 0");
    }

    /// The central quantile is what is explained, of each target by itself, through segments and the skip path.
    @Test
    void explainsQuantilesOfSegmentModelsTargetByTarget() {
        ForecastSettings standard = ForecastSettings.horizon(2, "load", "heat");
        Forecaster trained = new ForecastTrainer(standard
                .withColumns(ColumnRoles.targets(List.of("load", "heat")).withFuture("plan"))
                .withLookback(OptionalInt.of(LOOKBACK)).withWindowScaling(WindowScaling.LAST).withSkip(Skip.LINEAR)
                .withNetwork(standard.network().withHidden(6).withArchitecture(Architecture.SEGMENT))
                .withOptimization(standard.optimization().withEpochs(2).withLoss(ForecastLosses.named("quantiles"))),
                COMPUTE).train(List.of(SERIES)).forecaster();
        ForecastExplainer explainer = explainer(trained, settings());
        PreparedSeries prepared = trained.prepare(SERIES);

        ForecastExplanation everywhere = explainer.explain();
        List<WindowExplanation> here = explainer.explain(prepared, 800);

        assertThat(everywhere.targets()).extracting(TargetExplanation::target).containsExactly("load", "heat");
        assertThat(everywhere.gates()).isNotEmpty();
        assertThat(here.get(1).columns()).extracting(one -> one.column().name()).startsWith("heat", "plan");
        for (int target = 0; target < 2; target++) {
            double median = trained.forecastAt(prepared, 800, 2, COMPUTE).get(target).mean().stream()
                    .mapToDouble(Double::doubleValue).average().orElseThrow();
            assertThat(here.get(target).forecast()).isCloseTo(median, within(1e-3));
        }
    }

    private static ExplanationSettings settings() {
        return ExplanationSettings.standard().withWindows(40).withSpan(OptionalInt.of(2));
    }

    private static ForecastExplainer explainer(Forecaster trained, ExplanationSettings settings) {
        return ForecastExplainer.of(trained, trained.windowsToJudge(List.of(SERIES)), settings, COMPUTE);
    }

    private static Forecaster train(Scaling scaling, WindowScaling windowScaling, int epochs) {
        ForecastSettings standard = ForecastSettings.horizon(2, "load");
        ForecastSettings settings = standard
                .withColumns(ColumnRoles.targets(List.of("load")).withPast("heat", "wind").withFuture("plan"))
                .withLookback(OptionalInt.of(LOOKBACK)).withScaling(scaling).withWindowScaling(windowScaling)
                .withNetwork(new NetworkSettings(12, 1, false, 0, 0,
                        Initialization.KERAS))
                .withOptimization(new OptimizationSettings(epochs, 32, new Adam(0.01),
                        RateSchedule.CONSTANT, new MeanSquaredError(), 1, 10, 42));
        return new ForecastTrainer(settings, COMPUTE).train(List.of(SERIES)).forecaster();
    }

    private static TimeSeries series() {
        double[] plan = even("plan");
        double[] heat = even("heat");
        double[] load = new double[STEPS];
        for (int step = 0; step < STEPS; step++) {
            load[step] = 100 + 20 * plan[step] + 10 * (step < 3 ? 0 : heat[step - 3]);
        }
        Timeline hours = Timeline.of(0, Frequency.parse("h"), ZoneOffset.UTC);
        return TimeSeries.ofColumn(hours, "load", load).withColumn("plan", plan).withColumn("heat", heat)
                .withColumn("wind", even("wind"));
    }

    private static double[] even(String name) {
        RandomStream random = new RandomStreams(9).stream(name);
        double[] values = new double[STEPS];
        for (int step = 0; step < STEPS; step++) {
            values[step] = 2 * random.nextDouble() - 1;
        }
        return values;
    }
}
