package org.lstm4j.forecast.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Architecture;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.ForecastTrainer;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.NetworkSettings;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.Skip;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.forecast.prepare.PreparedSeries;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.inference.Predictor;
import org.lstm4j.inference.WeightFormat;
import org.lstm4j.nn.Initialization;
import org.lstm4j.optim.Adam;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Tensor;

/// Two shops in two regions, whose level of 100 a sale doubles: nothing tells of it but the kind of the step. In one region prices lower the
/// load, in the other they raise it. The wind is no use.
class CategoryExplanationTest {

    private static final Compute COMPUTE = Compute.shared();
    private static final int LOOKBACK = 8;
    private static final int HORIZON = 3;
    private static final List<TimeSeries> SHOPS = List.of(shop("a", "north", 200, 40), shop("b", "south", 200, 40));
    private static final Map<String, Forecaster> FORECASTERS = new LinkedHashMap<>();
    private static final ColumnRoles EVERYTHING = ColumnRoles.targets(List.of("load")).withPast("wind")
            .withFuture("kind", "price").withStatics(List.of("region"));
    private static final ColumnRoles KIND = ColumnRoles.targets(List.of("load")).withPast("wind").withFuture("kind");
    private static final ColumnRoles STATIC = ColumnRoles.targets(List.of("load")).withFuture("price", "offer")
            .withStatics(List.of("region"));

    /// Single networks, and two of them with vectors of their own, each beside a skip path; of a segment network the vectors stand before it,
    /// or within.
    @ParameterizedTest
    @CsvSource({"direct, all, 1", "segment, all, 1", "direct, all, 2", "segment, all, 2", "direct, region, 1",
        "segment, region, 1", "segment, region, 2"})
    void attributionsAddUpToTheForecast(String architecture, String columns, int networks) {
        Forecaster forecaster = trained(architecture, columns, networks);
        int step = 2;
        ForecastExplainer explainer = explainer(forecaster, settings().withStep(OptionalInt.of(step)));
        PreparedSeries prepared = forecaster.prepare(SHOPS.getLast());

        WindowExplanation one = explainer.explain(prepared, 190).getFirst();

        double forecast = forecaster.forecastAt(prepared, 190, step, COMPUTE).getFirst().mean().getLast();
        assertThat(one.forecast()).isCloseTo(forecast, within(1e-3));
        double sum = one.columns().stream().mapToDouble(WindowExplanation.ColumnAttribution::sum).sum();
        assertThat(one.gap()).isLessThan(1e-3 * Math.abs(one.forecast() - one.reference()) + 1e-2);
        assertThat(sum).isCloseTo(one.forecast() - one.reference(), within(one.gap() + 1e-4));
        assertThat(one.complete()).isTrue();
        for (String category : columns.equals("all") ? List.of("wind", "kind", "region") : List.of("region")) {
            assertThat(Math.abs(attribution(one, category).sum())).as(category).isGreaterThan(1e-4);
        }
    }

    /// The network that reads vectors says what the one that reads categories does.
    @ParameterizedTest
    @CsvSource({"direct, all, 1", "segment, all, 1", "direct, all, 2", "segment, all, 2", "segment, region, 1",
        "segment, region, 2"})
    void aNetworkOfVectorsSaysTheSame(String architecture, String columns, int networks) {
        Forecaster forecaster = trained(architecture, columns, networks);
        WindowForm form = forecaster.form();
        VectorNetwork vectors = VectorNetwork.of(forecaster.network(), form);
        Tensor samples = Tensor.zeros(form.inputShape().withBatch(SHOPS.size()));
        for (int shop = 0; shop < SHOPS.size(); shop++) {
            forecaster.prepare(SHOPS.get(shop)).copyInputs(100 + shop, 0, samples.data(),
                    shop * form.inputShape().elements());
        }

        Tensor read = vectors.channels().read(samples);

        float[] said = Predictor.of(forecaster.network(), WeightFormat.FLOAT32, COMPUTE).newPass(samples.shape())
                .forward(samples).copy().data();
        float[] ofVectors = Predictor.of(vectors.network(), WeightFormat.FLOAT32, COMPUTE).newPass(read.shape())
                .forward(read).data();
        for (int index = 0; index < said.length; index++) {
            assertThat(ofVectors[index]).isCloseTo(said[index], within(1e-5f));
        }
    }

    /// Most at the very step that is foretold; between a sale and none lie 100.
    @Test
    void findsTheCategoryThatDecides() {
        TimeSeries deals = shop("", "north", 600, 0);
        Forecaster forecaster = trained("direct", KIND, 1, 30, List.of(deals));
        ForecastExplainer explainer = ForecastExplainer.of(forecaster, forecaster.windowsToJudge(List.of(deals)),
                settings().withWindows(40).withStep(OptionalInt.of(1)), COMPUTE);

        TargetExplanation found = explainer.explain().targets().getFirst();

        assertThat(found.columns()).extracting(one -> one.column().name() + " " + one.column().role().label() + " "
                + one.column().first()).startsWith("load target -8").endsWith("wind past -8", "kind future -5");
        TargetExplanation.Lag strongest = found.strongest(1).getFirst();
        assertThat(strongest.column().name() + " " + strongest.lag()).isEqualTo("kind 0");
        for (ExplanationMethod method : ExplanationMethod.values()) {
            assertThat(found.share(method, found.columns().size() - 1)).as("kind by %s", method).isGreaterThan(0.5);
        }
        assertThat(found.columns().getLast().errorRise().getLast()).as("its last span").isGreaterThan(10);
        assertThat(found.complete()).isTrue();
        assertThat(ofKind(explainer, forecaster.prepare(deals), "sale")
                - ofKind(explainer, forecaster.prepare(deals), "plain")).isCloseTo(100, within(15.0));
    }

    /// What kinds add to the forecast of a step of that kind, mean over such steps.
    private static double ofKind(ForecastExplainer explainer, PreparedSeries deals, String kind) {
        double place = deals.series().categories("kind").indexOf(kind);
        int column = deals.series().columnIndex("kind");
        return IntStream.range(550, 590).filter(origin -> deals.series().value(column, origin) == place)
                .mapToDouble(origin -> attribution(explainer.explain(deals, origin).getFirst(), "kind").sum())
                .average().orElseThrow();
    }

    /// A region that is the same in all windows is its own reference.
    @Test
    void aCategoryThatNeverChangesAddsNothing() {
        for (String architecture : List.of("direct", "segment")) {
            Forecaster forecaster = trained(architecture, "region", 1);
            ForecastExplainer explainer = ForecastExplainer.of(forecaster,
                    forecaster.windowsToJudge(SHOPS.subList(0, 1)), settings(), COMPUTE);
            ColumnExplanation region = explainer.explain().targets().getFirst().columns().getLast();
            assertThat(region.column().name()).isEqualTo("region");
            for (ExplanationMethod method : List.of(ExplanationMethod.INTEGRATED_GRADIENTS,
                    ExplanationMethod.GRADIENT_TIMES_INPUT, ExplanationMethod.OCCLUSION,
                    ExplanationMethod.ERROR_RISE)) {
                assertThat(region.total(method)).as("%s by %s", architecture, method).isCloseTo(0, within(1e-4));
            }
            assertThat(region.total(ExplanationMethod.SALIENCY)).isPositive();
        }
    }

    /// Extended windows have rows for the steps ahead, of which a past column knows nothing.
    @Test
    void aPastCategoryAddsNothingAhead() {
        Forecaster forecaster = trained("segment", "all", 1);
        ForecastExplainer explainer = explainer(forecaster, settings());
        WindowExplanation one = explainer.explain(forecaster.prepare(SHOPS.getFirst()), 180).getFirst();
        List<Double> wind = attribution(one, "wind").attribution();
        assertThat(wind).hasSize(LOOKBACK + HORIZON);
        assertThat(wind.subList(LOOKBACK, wind.size())).allMatch(value -> value == 0);
        assertThat(wind.subList(0, LOOKBACK)).anyMatch(value -> value != 0);
        assertThat(explainer.gradientBySteps(0)).hasSize(LOOKBACK + HORIZON);
    }

    private static WindowExplanation.ColumnAttribution attribution(WindowExplanation one, String column) {
        return one.columns().stream().filter(of -> of.column().name().equals(column)).findFirst().orElseThrow();
    }

    private static ExplanationSettings settings() {
        return ExplanationSettings.standard().withWindows(12).withSpan(OptionalInt.of(2));
    }

    private static ForecastExplainer explainer(Forecaster forecaster, ExplanationSettings settings) {
        return ForecastExplainer.of(forecaster, forecaster.windowsToJudge(SHOPS), settings, COMPUTE);
    }

    private static Forecaster trained(String architecture, String columns, int networks) {
        return FORECASTERS.computeIfAbsent(architecture + columns + networks,
                _ -> trained(architecture, columns.equals("all") ? EVERYTHING : STATIC, networks, 4 * networks, SHOPS));
    }

    private static Forecaster trained(String architecture, ColumnRoles columns, int networks, int epochs,
            List<TimeSeries> series) {
        ForecastSettings settings = ForecastSettings.horizon(HORIZON, "load")
                .withColumns(columns)
                .withLookback(OptionalInt.of(LOOKBACK))
                .withNetwork(new NetworkSettings(12, 1, false, 0, 0, Initialization.PYTORCH,
                        Architecture.valueOf(architecture.toUpperCase(Locale.ROOT))))
                .withOptimization(OptimizationSettings.standard().withEpochs(epochs).withOptimizer(new Adam(0.01))
                        .withNetworks(networks));
        return new ForecastTrainer(networks == 1 ? settings : settings.withSkip(Skip.LINEAR), COMPUTE)
                .train(series).forecaster();
    }

    /// @param fall of the load from the lowest price to the highest; in the south a rise
    private static TimeSeries shop(String name, String region, int steps, double fall) {
        RandomStream random = new RandomStreams(7).stream(name);
        double[] load = new double[steps];
        double[] price = new double[steps];
        double[] offer = new double[steps];
        List<String> kinds = new ArrayList<>();
        List<String> winds = new ArrayList<>();
        List<String> regions = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            boolean isSale = random.nextDouble() < 0.3;
            kinds.add(isSale ? "sale" : "plain");
            offer[step] = isSale ? 1 : 0;
            price[step] = random.nextDouble();
            winds.add(random.nextDouble() < 0.5 ? "east" : random.nextDouble() < 0.2 ? "" : "west");
            regions.add(region);
            double ofPrice = fall * (0.5 - price[step]) * (region.equals("north") ? 1 : -1);
            load[step] = 100 + (isSale ? 100 : 0) + ofPrice + random.nextDouble();
        }
        return TimeSeries
                .of(name, Timeline.of(0, Frequency.parse("h"), ZoneOffset.UTC), List.of("load", "price", "offer"),
                        new double[][]{load, price, offer})
                .withTexts("wind", winds).withTexts("kind", kinds).withTexts("region", regions);
    }
}
