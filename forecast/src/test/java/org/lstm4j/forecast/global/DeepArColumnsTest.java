package org.lstm4j.forecast.global;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lstm4j.forecast.global.Hours.HORIZON;
import static org.lstm4j.forecast.global.Hours.wave;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.deepar.DeepArSeries;

/// Static columns and categories beside the target of a DeepAR.
class DeepArColumnsTest {

    private static final Compute COMPUTE = Compute.shared();
    private static final ColumnRoles ROLES = ColumnRoles.targets(List.of("load")).withFuture("day")
            .withStatics(List.of("size", "region"));
    private static final List<String> DAYS = List.of("work", "feast");
    private static final List<String> REGIONS = List.of("north", "south");

    private static GlobalForecaster forecaster;

    @BeforeAll
    static void train() {
        forecaster = train(shop("a", 3, 0), shop("b", 8, 1));
    }

    @Test
    void theSchemaKnowsTheCategoriesOfTheTrainingParts() {
        assertThat(forecaster.schema().statics()).containsExactly("size");
        assertThat(forecaster.schema().categories()).extracting(column -> column.name() + column.names())
                .containsExactly("day[feast, work]", "region[north, south]");
    }

    @Test
    void futureCategoriesBecomeIndicatorsAndStaticOnesNumbers() {
        TimeSeries shop = shop("b", 8, 1);
        DeepArSeries read = new DeepArColumns(forecaster.schema())
                .series(TargetSeries.of(shop, "load"), shop.column("load"), 250);

        assertThat(read.statics()).containsExactly(8);
        assertThat(read.categories()).containsExactly(2);
        double[] feast = read.known()[read.known().length - 2];
        double[] work = read.known()[read.known().length - 1];
        assertThat(feast).hasSize(250);
        assertThat(new double[]{feast[0], work[0]}).containsExactly(0, 1);
        assertThat(new double[]{feast[24 * 6], work[24 * 6]}).containsExactly(1, 0);
        assertThat(new double[]{feast[245], work[245]}).as("after the last row").containsExactly(0, 0);
    }

    @Test
    void everyColumnChangesTheForecast() {
        List<Forecast> said = said(shop("a", 3, 0));

        assertThat(said(shop("a", 9, 0))).as("size").isNotEqualTo(said);
        assertThat(said(shop("a", 3, 1))).as("region").isNotEqualTo(said);
        assertThat(said(shop("a", 3, 0).withColumn("day", constant(1)))).as("day").isNotEqualTo(said);
    }

    @Test
    void theOrderOfCategoriesInAFileChangesNothing() {
        TimeSeries shop = shop("a", 3, 0);

        assertThat(said(withRegion(shop, List.of("south", "north"), 1)))
                .isEqualTo(said(shop));
    }

    @Test
    void aFileGivesTheSameForecasts(@TempDir Path folder) {
        forecaster.toFile().write(folder.resolve("m.lstm4j"));

        assertThat(ForecastModelFile.read(folder.resolve("m.lstm4j"))
                .forecastFrom(shop("b", 8, 1), List.of(200), COMPUTE))
                .containsExactly(said(shop("b", 8, 1)));
    }

    @Test
    void anUnknownCategoryIsNamed() {
        assertThatThrownBy(() -> said(withRegion(shop("a", 3, 0), List.of("west"), 0)))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("column 'region' of series 'a' has a category that the training part did not"
                        + " have; expected one of north, south; received 'west'; ");
    }

    @Test
    void futureCategoriesMustReachTheEndOfTheForecast() {
        TimeSeries shop = shop("a", 3, 0);
        double[] load = shop.column("load");
        Arrays.fill(load, 236, 240, Double.NaN);

        assertThat(forecaster.forecast(shop.withColumn("load", load), 4, COMPUTE)).hasSize(1);
        assertThatThrownBy(() -> forecaster.forecast(shop.withColumn("load", load), 5, COMPUTE))
                .hasMessageStartingWith("the future column 'day' of series 'a' ends too early");
    }

    @Test
    void aStaticColumnMustHaveAValue() {
        assertThatThrownBy(() -> said(shop("a", Double.NaN, 0)))
                .hasMessage("series 'a' has no value in the static column 'size'; expected one number; received none;"
                        + " fill it in, leave the series out, or leave the column out of --static");
        assertThatThrownBy(() -> train(shop("a", 3, 0), shop("b", 8, Double.NaN)))
                .hasMessageStartingWith(
                        "series 'b' has no value in the static column 'region'; expected one of north;");
    }

    @Test
    void esRnnReadsNone() {
        GlobalSettings settings = GlobalSettings.horizon(HORIZON,
                ColumnRoles.targets(List.of("load")).withStatics(List.of("size")));

        assertThatThrownBy(() -> Hours.train(settings, Hours.esRnn(1), List.of(shop("a", 3, 0))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("--model esrnn reads nothing beside the target");
    }

    private static GlobalForecaster train(TimeSeries... shops) {
        return Hours.train(GlobalSettings.horizon(HORIZON, ROLES), Hours.deepAr(1, "gaussian"), List.of(shops))
                .forecaster();
    }

    private static List<Forecast> said(TimeSeries shop) {
        return forecaster.forecastFrom(shop, List.of(200), COMPUTE).getFirst();
    }

    /// Every seventh day is a feast.
    private static TimeSeries shop(String name, double size, double region) {
        double[] days = new double[240];
        Arrays.setAll(days, hour -> hour / 24 % 7 == 6 ? 1 : 0);
        TimeSeries shop = Hours.series(name, wave(240, 10))
                .withColumn("size", constant(size))
                .withColumn("day", days).withCategories("day", DAYS);
        return withRegion(shop, REGIONS, region);
    }

    private static TimeSeries withRegion(TimeSeries shop, List<String> names, double place) {
        return shop.withColumn("region", constant(place)).withCategories("region", names);
    }

    private static double[] constant(double value) {
        return DoubleStream.generate(() -> value).limit(240).toArray();
    }
}
