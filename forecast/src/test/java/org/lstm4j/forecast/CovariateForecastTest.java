package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.DataException;
import org.lstm4j.ModelFileException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.prepare.UnknownCategory;
import org.lstm4j.forecast.stream.StreamSettings;
import org.lstm4j.forecast.stream.StreamingForecaster;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.model.ModelFile;
import org.lstm4j.model.WeightsHash;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

/// Categories, statics and lags from training to a forecast, on series in which they decide the level.
class CovariateForecastTest {

    private static final Compute COMPUTE = Compute.shared();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void aCategoryKnownAheadIsLearnt(Architecture architecture) {
        ForecastSettings settings = settings(architecture, 30);
        TimeSeries deals = deals("", 600);
        double with = mae(settings.withColumns(settings.columns().withFuture("kind")), List.of(deals));
        double without = mae(settings, List.of(deals));

        assertThat(with).as("without it: %s", without).isLessThan(0.3 * without);
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void categoriesStaticsAndLagsComeBackFromTheFile(Architecture architecture) throws IOException {
        List<TimeSeries> series = shops();
        ForecastSettings one = everything(architecture, 1).withSkip(Skip.LINEAR);
        Forecaster trained = train(one.withOptimization(one.optimization().withNetworks(2)), series);
        Path file = folder.resolve("m.lstm4j");
        ForecasterFile.of(trained).write(file);

        Forecaster again = ForecasterFile.read(file);

        assertThat(again.schema()).isEqualTo(trained.schema());
        assertThat(again.schema().statics()).containsExactly("size");
        assertThat(again.schema().lags()).containsExactly(2, 30);
        assertThat(again.forecast(ahead(series.getFirst()), 4, COMPUTE))
                .isEqualTo(trained.forecast(ahead(series.getFirst()), 4, COMPUTE));
        Path copy = folder.resolve("copy.lstm4j");
        ForecasterFile.of(again).write(copy);
        assertThat(Files.mismatch(file, copy)).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void staticCategoriesAloneComeBackFromTheFile(Architecture architecture) {
        ForecastSettings settings = settings(architecture, 1);
        Forecaster trained = train(settings.withColumns(settings.columns().withStatics(List.of("region"))), shops());
        Path file = folder.resolve("m.lstm4j");
        ForecasterFile.of(trained).write(file);

        assertThat(ForecasterFile.read(file).forecast(shops().getFirst(), 4, COMPUTE))
                .isEqualTo(trained.forecast(shops().getFirst(), 4, COMPUTE));
    }

    @Test
    void aFileWhoseTablesAreOfOtherCategoriesIsRefused() {
        ForecastSettings settings = settings(Architecture.DIRECT, 1);
        ModelFile file = ForecasterFile.of(
                train(settings.withColumns(settings.columns().withFuture("kind")), List.of(deals("", 200))));
        String json = Json.write(file.section(ForecasterFile.SECTION, section -> section));
        JsonValue other = Json.parse(json.replace("\"sale\"", "\"sale\",\"more\""));

        assertThatThrownBy(() -> ForecasterFile.of(file.with(ForecasterFile.SECTION, other)))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("tables of categories should have [4] rows, but have [3]");
    }

    /// Static numbers are scaled over all series: by its own values alone each would be 0.
    @ParameterizedTest
    @EnumSource(Architecture.class)
    void aStaticNumberTellsSeriesApart(Architecture architecture) {
        ForecastSettings settings = settings(architecture, 30);
        double with = mae(settings.withColumns(settings.columns().withStatics(List.of("size"))), shops());
        double without = mae(settings, shops());

        assertThat(with).as("without it: %s", without).isLessThan(0.8 * without);
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void aStaticCategoryTellsSeriesApart(Architecture architecture) {
        ForecastSettings settings = settings(architecture, 30);
        double with = mae(settings.withColumns(settings.columns().withStatics(List.of("region"))), shops());
        double without = mae(settings, shops());

        assertThat(with).as("without it: %s", without).isLessThan(0.8 * without);
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void aLagBeyondTheLookbackIsLearnt(Architecture architecture) {
        ForecastSettings settings = settings(architecture, 30);
        TimeSeries repeating = repeating(600);
        double with = mae(settings.withColumns(settings.columns().withLags(List.of(30))), List.of(repeating));
        double without = mae(settings, List.of(repeating));

        assertThat(with).as("without it: %s", without).isLessThan(0.8 * without);
    }

    @Test
    void staticColumnsNeedNoRowsAhead() {
        ForecastSettings settings = settings(Architecture.DIRECT, 1);
        Forecaster forecaster = train(
                settings.withColumns(settings.columns().withStatics(List.of("size", "region"))), shops());
        assertThat(forecaster.forecast(shops().getLast(), 4, COMPUTE).getFirst().mean()).hasSize(4);
    }

    @Test
    void aSeriesThatWasNotTrainedOnHasItsStaticsScaledAsInTraining() {
        ForecastSettings settings = settings(Architecture.DIRECT, 2);
        Forecaster forecaster = train(settings.withColumns(settings.columns().withStatics(List.of("size"))), shops());
        TimeSeries known = shops().getFirst();
        TimeSeries small = renamed("new", known);
        double[] size = known.column("size");
        Arrays.fill(size, 99);

        assertThat(forecaster.forecast(small.withColumn("size", size), 4, COMPUTE).getFirst().mean())
                .isNotEqualTo(forecaster.forecast(small, 4, COMPUTE).getFirst().mean());
    }

    /// The leakage test of the whole: what comes after the training and validation parts changes no weight.
    @ParameterizedTest
    @EnumSource(Architecture.class)
    void changingTheTestPartChangesNoWeight(Architecture architecture) {
        ForecastSettings settings = everything(architecture, 1);
        List<TimeSeries> changed = new ArrayList<>();
        for (TimeSeries series : shops()) {
            double[] load = series.column("load");
            double[] wind = series.column("wind");
            for (int step = 260; step < load.length; step++) {
                load[step] = -1e5;
                wind[step] = 0;
            }
            changed.add(series.withColumn("load", load).withColumn("wind", wind));
        }

        assertThat(WeightsHash.sha256(train(settings, changed).network().parameters()))
                .isEqualTo(WeightsHash.sha256(train(settings, shops()).network().parameters()));
    }

    @Test
    void aCategoryThatOnlyTheTestPartHasIsRefusedOrMissing() {
        ForecastSettings settings = settings(Architecture.DIRECT, 1);
        ColumnRoles roles = settings.columns().withPast("wind");
        TimeSeries late = shops().getFirst();
        double[] wind = late.column("wind");
        wind[290] = 2;
        TimeSeries storm = late.withColumn("wind", wind).withCategories("wind", List.of("east", "west", "storm"));

        assertThatThrownBy(() -> train(settings.withColumns(roles), List.of(storm))).isInstanceOf(DataException.class)
                .hasMessageContaining("has a category that the training part did not have; expected one of east, west;"
                        + " received 'storm'");
        Forecaster lenient = train(
                settings.withColumns(roles.withUnknown(UnknownCategory.MISSING)), List.of(storm));
        assertThat(lenient.forecast(storm, 4, COMPUTE).getFirst().mean()).allMatch(Double::isFinite);
    }

    @Test
    void aTargetHoldsNoCategories() {
        assertThatThrownBy(() -> train(ForecastSettings.horizon(4, "kind"), List.of(deals("", 100))))
                .isInstanceOf(DataException.class)
                .hasMessage("the target 'kind' holds categories; expected numbers; received 'plain' and others; choose"
                        + " another --target; categories can be covariates");
    }

    @Test
    void aSeriesThatLacksACovariateIsNamed() {
        ForecastSettings settings = everything(Architecture.DIRECT, 1);
        TimeSeries lacking = shops().get(1).select(List.of("load", "kind", "wind", "region"));
        assertThatThrownBy(() -> train(settings, List.of(shops().getFirst(), lacking)))
                .isInstanceOf(DataException.class)
                .hasMessage("there is no column 'size' in series 'shop 1'; expected one of load, kind, wind, region;"
                        + " received 'size'; check the spelling");
    }

    @Test
    void categoriesKnownAheadMustReachAsFarAsTheForecast() {
        ForecastSettings settings = settings(Architecture.DIRECT, 1);
        TimeSeries deals = deals("", 200);
        Forecaster forecaster = train(settings.withColumns(settings.columns().withFuture("kind")), List.of(deals));
        assertThatThrownBy(() -> forecaster.forecast(deals, 4, COMPUTE)).isInstanceOf(DataException.class)
                .hasMessage("the future column 'kind' of the series ends too early; expected values up to"
                        + " 2026-01-09T11:00Z; received values up to 2026-01-09T07:00Z; add rows with 'kind' for the"
                        + " steps to forecast, targets left empty");
    }

    @Test
    void lagsStreamAsInWholeSeries() {
        ForecastSettings settings = settings(Architecture.DIRECT, 2);
        TimeSeries repeating = repeating(300);
        Forecaster forecaster = train(
                settings.withColumns(settings.columns().withLags(List.of(2, 30))), List.of(repeating));
        StreamingForecaster stream = new StreamingForecaster(forecaster, StreamSettings.standard(), COMPUTE);
        for (int step = 0; step < repeating.steps(); step++) {
            stream.push("", repeating.timeline().instantMillis(step), repeating.value(0, step));
        }

        assertThat(stream.forecast("", 4).getFirst().mean())
                .isEqualTo(forecaster.forecast(repeating, 4, COMPUTE).getFirst().mean());
    }

    private static ForecastSettings settings(Architecture architecture, int epochs) {
        ForecastSettings waves = Waves.settings(epochs);
        return waves.withNetwork(waves.network().withHidden(12).withArchitecture(architecture))
                .withOptimization(waves.optimization().withOptimizer(new org.lstm4j.optim.Adam(0.01)));
    }

    private static ForecastSettings everything(Architecture architecture, int epochs) {
        ForecastSettings settings = settings(architecture, epochs);
        return settings.withColumns(settings.columns().withPast("wind").withFuture("kind")
                .withStatics(List.of("region", "size")).withLags(List.of(30, 2)));
    }

    private static Forecaster train(ForecastSettings settings, List<TimeSeries> series) {
        return new ForecastTrainer(settings, COMPUTE).train(series).forecaster();
    }

    private static double mae(ForecastSettings settings, List<TimeSeries> series) {
        return new ForecastTrainer(settings, COMPUTE).train(series).test().model().mae();
    }

    /// A level of 100 that a sale doubles at some steps, which nothing but the category tells.
    private static TimeSeries deals(String name, int steps) {
        RandomStream random = new RandomStreams(7).stream("deals");
        double[] load = new double[steps];
        List<String> kinds = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            boolean isSale = random.nextDouble() < 0.3;
            kinds.add(isSale ? "sale" : "plain");
            load[step] = 100 + (isSale ? 100 : 0) + random.nextDouble();
        }
        return Waves.series(name, load).withTexts("kind", kinds);
    }

    /// Random values, each much like the one 30 steps before, beyond a lookback of 8.
    private static TimeSeries repeating(int steps) {
        RandomStream random = new RandomStreams(11).stream("repeating");
        double[] load = new double[steps];
        for (int step = 0; step < steps; step++) {
            double noise = random.nextDouble() - 0.5;
            load[step] = step < 30 ? noise : 0.9 * load[step - 30] + 0.436 * noise;
        }
        return Waves.series("", load);
    }

    /// Shops in two regions: from 12 to 2 the north is up, from 0 to 2 it is down, and the south the other way round. What came 8 hours
    /// before says nothing of it. A shop in the south is large.
    private static List<TimeSeries> shops() {
        List<TimeSeries> shops = new ArrayList<>();
        for (int shop = 0; shop < 6; shop++) {
            RandomStream random = new RandomStreams(shop).stream("shop");
            boolean isNorth = shop % 2 == 0;
            double[] load = new double[300];
            double[] size = new double[300];
            List<String> kinds = new ArrayList<>();
            List<String> winds = new ArrayList<>();
            for (int step = 0; step < load.length; step++) {
                double up = step % 12 < 2 ? step % 24 < 2 ? -10 : 10 : 0;
                load[step] = (isNorth ? up : -up) + random.nextDouble();
                size[step] = isNorth ? 10 : 20;
                kinds.add(step % 5 == 0 ? "sale" : "plain");
                winds.add(random.nextDouble() < 0.5 ? "east" : "west");
            }
            TimeSeries series = Waves.series("shop " + shop, load).withColumn("size", size);
            shops.add(series.withTexts("kind", kinds)
                    .withTexts("wind", winds)
                    .withTexts("region", Collections.nCopies(300, isNorth ? "north" : "south")));
        }
        return shops;
    }

    /// With four steps more, of which only the kind is known.
    private static TimeSeries ahead(TimeSeries series) {
        double[][] values = new double[series.columns().size()][];
        for (int index = 0; index < values.length; index++) {
            values[index] = Arrays.copyOf(series.column(series.columns().get(index)), series.steps() + 4);
            Arrays.fill(values[index], series.steps(), values[index].length,
                    series.columns().get(index).equals("kind") ? 0 : Double.NaN);
        }
        TimeSeries longer = TimeSeries.of(series.name(), series.timeline(), series.columns(), values);
        for (String column : List.of("kind", "wind", "region")) {
            longer = longer.withCategories(column, series.categories(column));
        }
        return longer;
    }

    private static TimeSeries renamed(String name, TimeSeries series) {
        return Waves.series(name, series.column("load")).withColumn("size", series.column("size"));
    }
}
