package org.lstm4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lstm4j.data.TestFiles.write;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.prepare.DuplicateAggregate;
import org.lstm4j.forecast.prepare.FillMethod;

class DataReaderRolesTest {

    private static final String SHOPS = """
            shop,day,sold,price,weather,region
            north,2024-01-01,5,1.5,sun,7
            south,2024-01-01,50,1.4,rain,8
            north,2024-01-02,6,1.5,rain,7
            south,2024-01-02,60,1.4,,8
            north,2024-01-04,8,1.6,snow,7
            south,2024-01-03,70,1.3,sun,8
            """;

    @TempDir
    Path folder;

    @Test
    void saysThatAFillLooksAheadWhereItDid() {
        String gap = "time,sold\n2024-01-01,1\n2024-01-02,\n2024-01-03,3\n2024-01-05,5\n";

        for (FillMethod fill : FillMethod.values()) {
            ReadReport report = DataReader.read(ReadOptions.from(write(folder, "gap.csv", gap)).fill(fill).build())
                    .report();
            assertThat(report.notes().stream().anyMatch(note -> note.contains("flatters an evaluation")))
                    .isEqualTo(fill.looksAhead());
        }
        Path whole = write(folder, "whole.csv", "time,sold\n2024-01-01,1\n2024-01-02,2\n");
        assertThat(DataReader.read(ReadOptions.from(whole).fill(FillMethod.LINEAR).build()).report().notes()).isEmpty();
    }

    @Test
    void suggestsEveryFlagThatWasAskedFor() {
        Path file = write(folder, "a.tsv", "time\tsold\n2024-01-01\t1\n2024-01-02\t?\n2024-01-03\t3\n");

        Dataset data = DataReader.read(ReadOptions.from(file).missing("?", "-").fill(FillMethod.FORWARD)
                .aggregate(DuplicateAggregate.LAST).build());

        assertThat(data.report().suggestedFlags()).containsExactly("--delimiter tab", "--time time",
                "--time-format '%Y-%m-%d'", "--target sold", "--freq D", "--season 7", "--missing '?,-'",
                "--fill forward", "--aggregate last");
    }

    @Test
    void namesTheFirstOfVeryManyColumns() {
        String names = IntStream.range(0, 500).mapToObj(i -> "x" + i).collect(Collectors.joining(","));
        String row = ",1".repeat(500) + "\n";
        Path file = write(folder, "broad.csv", "time," + names + "\n2024-01-01" + row + "2024-01-02" + row);

        ReadReport report = DataReader.read(ReadOptions.from(file).target("x7").build()).report();

        assertThat(report.columns()).hasSize(501);
        assertThat(report.lines().get(1)).contains("x0 (number)").endsWith("… (501 in all)").hasSizeLessThan(600);
    }

    @Test
    void partsALongTableIntoSeries() {
        Dataset data = DataReader.read(shops().target("sold").series("shop").build());

        assertThat(data.series()).extracting(TimeSeries::name).containsExactly("north", "south");
        assertThat(data.series().get(0).column("sold")).containsExactly(5, 6, Double.NaN, 8);
        assertThat(data.series().get(1).column("sold")).containsExactly(50, 60, 70);
        assertThat(data.cleaning().get(0).gaps().places()).startsWith("row 5 (");
        assertThat(data.report().suggestedFlags()).contains("--series shop", "--target sold", "--season 7");
    }

    @Test
    void textColumnsHoldCategories() {
        Dataset data = DataReader.read(shops().target("sold").series("shop").past("price", "weather").build());

        assertThat(data.roles()).isEqualTo(
                new Roles(List.of("sold"), List.of("price", "weather"), List.of(), List.of()));
        assertThat(data.series().get(0).columns()).isEqualTo(data.roles().all());
        assertThat(data.series().get(0).categories("price")).isEmpty();
        assertThat(data.series()).extracting(series -> series.categories("weather"))
                .as("all that the file has, in every series").containsOnly(List.of("rain", "snow", "sun"));
        assertThat(data.series().get(0).column("weather")).containsExactly(2, 0, Double.NaN, 1);
        assertThat(data.series().get(1).column("weather")).containsExactly(0, Double.NaN, 2);
    }

    @Test
    void numbersMayBeNamesToo() {
        Dataset data = DataReader.read(
                shops().target("sold").series("shop").statics("region").categories("region").build());

        assertThat(data.series().get(1).categories("region")).containsExactly("7", "8");
        assertThat(data.series().get(1).column("region")).containsExactly(1, 1, 1);
        assertThat(data.report().suggestedFlags()).contains("--static region", "--categorical region");
        assertThatThrownBy(() -> DataReader.read(shops().target("sold").past("price").categories("region").build()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("column 'region' cannot hold categories; expected a column named with --past, --future or"
                        + " --static; received price; name 'region' with one of these too");
    }

    @Test
    void categoriesHaveNoMeanAndNoLineBetweenThem() {
        String twice = "t,x,w\n2024-01-01,1,a\n2024-01-01,3,c\n2024-01-02,4,b\n2024-01-03,5,\n2024-01-04,,b\n";

        TimeSeries series = DataReader.read(ReadOptions.from(write(folder, "a.csv", twice)).target("x").past("w")
                .fill(FillMethod.LINEAR).aggregate(DuplicateAggregate.MEAN).build()).series().getFirst();

        assertThat(series.column("x")).containsExactly(2, 4, 5, Double.NaN);
        assertThat(series.column("w")).as("the last of one time; a gap stays").containsExactly(2, 1, Double.NaN, 1);
    }

    @Test
    void theFingerprintKnowsTheNamesOfCategories() {
        String text = "t,x,w\n2024-01-01,1,a\n2024-01-02,2,b\n";
        Path file = write(folder, "a.csv", text);
        Path other = write(folder, "b.csv", text.replace(",b", ",c"));

        assertThat(DataReader.read(ReadOptions.from(file).target("x").past("w").build()).fingerprint())
                .isNotEqualTo(DataReader.read(ReadOptions.from(other).target("x").past("w").build()).fingerprint());
    }

    @Test
    void spreadsStaticColumnsOverStepsWithoutARow() {
        Dataset data = DataReader.read(shops().target("sold").series("shop").statics("region").build());

        assertThat(data.series().get(0).column("region")).containsExactly(7, 7, 7, 7);
        assertThatThrownBy(() -> DataReader.read(shops().target("sold").series("shop").statics("price").build()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the static column 'price' changes within series 'north'");
        assertThatThrownBy(() -> DataReader.read(shops().target("sold").series("shop").statics("weather").build()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("expected one value, 'sun' as at its start; received 'rain' at 2024-01-02");
    }

    @Test
    void fillsAndJoinsAsAsked() {
        Dataset filled = DataReader.read(shops().target("sold").series("shop").fill(FillMethod.LINEAR).build());
        Dataset joined = DataReader.read(shops().target("sold").aggregate(DuplicateAggregate.SUM).build());

        assertThat(filled.series().getFirst().column("sold")).containsExactly(5, 6, 7, 8);
        assertThat(joined.series().getFirst().column("sold")).containsExactly(55, 66, 70, 8);
    }

    @Test
    void takesTheOnlyNumberColumn() {
        assertThat(read("t,x\n2024-01-01,1\n2024-01-02,2\n").roles().targets()).containsExactly("x");
    }

    @Test
    void asksWhichColumnIsTheTarget() {
        assertThatThrownBy(() -> DataReader.read(shops().series("shop").build())).isInstanceOf(DataException.class)
                .hasMessageContaining("the number columns sold, price, region").hasMessageContaining("--target");
    }

    @Test
    void mayTakeEveryNumberColumn() {
        assertThat(DataReader.read(shops().series("shop").allColumns(true).build()).roles().targets())
                .containsExactly("sold", "price", "region");
        assertThat(DataReader.read(shops().series("shop").allColumns(true).past("price").build()).roles().targets())
                .containsExactly("sold", "region");
    }

    @Test
    void readsTruthValuesAsNumbers() {
        Dataset data = DataReader.read(ReadOptions.from(write(folder, "a.csv",
                "t,x,holiday\n2024-01-01,1,true\n2024-01-02,2,FALSE\n")).target("x").future("holiday").build());

        assertThat(data.series().getFirst().column("holiday")).containsExactly(1, 0);
    }

    @Test
    void readsWhatMeansMissing() {
        String text = "t,x\n2024-01-01,1\n2024-01-02,?\n2024-01-03,NA\n2024-01-04,4\n";

        Dataset data = DataReader.read(ReadOptions.from(write(folder, "a.csv", text)).missing("NA", "?").build());

        assertThat(data.series().getFirst().column("x")).containsExactly(1, Double.NaN, Double.NaN, 4);
        assertThat(read(text.replace("?", "nan")).series().getFirst().column("x"))
                .containsExactly(1, Double.NaN, Double.NaN, 4);
    }

    @Test
    void refusesTwoRolesForOneColumn() {
        assertThatThrownBy(() -> DataReader.read(shops().target("sold").past("sold").build()))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("'sold' is named twice");
    }

    @Test
    void refusesTextWithTooManyValues() {
        StringBuilder text = new StringBuilder("t,x,id\n");
        for (int row = 0; row <= ValueColumns.MOST_CATEGORIES; row++) {
            text.append(String.format(Locale.ROOT, "2024-01-%02d,%d,u%d%n", 1 + row % 28, row, row));
        }

        assertThatThrownBy(() -> DataReader.read(ReadOptions.from(write(folder, "a.csv", text.toString())).target("x")
                .past("id").aggregate(DuplicateAggregate.MEAN).build())).isInstanceOf(DataException.class)
                .hasMessageContaining("'id' has too many categories")
                .hasMessageContaining("at most 10000 different values");
    }

    @Test
    void refusesRowsWithoutASeries() {
        assertThatThrownBy(() -> DataReader.read(ReadOptions.from(write(folder, "a.csv",
                "t,s,x\n2024-01-01,a,1\n2024-01-02,,2\n")).target("x").series("s").build()))
                .isInstanceOf(DataException.class).hasMessageContaining("row 2 belongs to no series");
    }

    @Test
    void saysWhenMostRowsRepeatATime() {
        assertThatThrownBy(() -> DataReader.read(ReadOptions.from(write(folder, "a.csv",
                """
                        sym,t,x
                        a,2024-01-01,1
                        a,2024-01-02,2
                        b,2024-01-01,3
                        b,2024-01-02,4
                        c,2024-01-01,5
                        c,2024-01-02,6
                        """)).target("x").build()))
                .isInstanceOf(DataException.class).hasMessageContaining("4 of 6 rows have a time that another row has")
                .hasMessageContaining("--series sym");
    }

    private ReadOptions.Builder shops() {
        return ReadOptions.from(write(folder, "shops.csv", SHOPS));
    }

    private Dataset read(String text) {
        return DataReader.read(ReadOptions.from(write(folder, "a.csv", text)).build());
    }
}
