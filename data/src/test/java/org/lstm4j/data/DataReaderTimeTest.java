package org.lstm4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lstm4j.data.TestFiles.write;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.Timeline;

class DataReaderTimeTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2012-01-01 13:00|2012-01-01 13:30|2012-01-01T13:00Z|30min",
        "2012-01-01T13:00:00Z|2012-01-01T13:15:00Z|2012-01-01T13:00Z|15min",
        "2012-01-01T13:00:00+01:00|2012-01-01T14:00:00+01:00|2012-01-01T12:00Z|h",
        "2012-01-01 13:00:00.250|2012-01-01 13:00:00.500|2012-01-01T13:00:00.250Z|250ms",
        "2012-01-01|2012-01-01T12:00|2012-01-01T00:00Z|12h",
        "31.12.2024 23:00|01.01.2025 00:00|2024-12-31T23:00Z|h",
        "1/31/11|2/1/11|2011-01-31T00:00Z|D",
        "31/1/2011|1/2/2011|2011-01-31T00:00Z|D",
        "Jan 1 2000|Feb 1 2000|2000-01-01T00:00Z|M",
        "May 1 2000|Jun 1 2000|2000-05-01T00:00Z|M",
        "1 January 2000|1 January 2001|2000-01-01T00:00Z|Y",
        "1949-01|1949-04|1949-01-01T00:00Z|Q",
        "1-01|1-02|0001-01-01T00:00Z|M",
        "2024年01月05日|2024年01月12日|2024-01-05T00:00Z|W",
        "01/02/2024 01:30 PM|01/13/2024 01:30 PM|2024-01-02T13:30Z|11D"})
    void findsTheFormat(String first, String second, String start, String frequency) {
        Dataset data = read("when,x\n\"" + first + "\",1\n\"" + second + "\",2\n");

        assertThat(data.series().getFirst().timeline().format(0)).isEqualTo(start);
        assertThat(data.series().getFirst().timeline().frequency()).hasToString(frequency);
        assertThat(data.report().timeColumns()).containsExactly("when");
    }

    @ParameterizedTest
    @CsvSource({"year,1949,1950,1949-01-01T00:00Z,Y", "date,20240105,20240106,2024-01-05T00:00Z,D",
        "ts,1325376000,1325379600,2012-01-01T00:00Z,h", "timestamp,1325376000000,1325376060000,2012-01-01T00:00Z,min",
        "Date,194901,194902,1949-01-01T00:00Z,M"})
    void findsTimesThatAreNumbers(String name, String first, String second, String start, String frequency) {
        Dataset data = DataReader.read(ReadOptions.from(write(folder, "a.csv",
                name + ",x\n" + first + ",1\n" + second + ",2\n")).time(name).build());

        assertThat(data.series().getFirst().timeline().format(0)).isEqualTo(start);
        assertThat(data.series().getFirst().timeline().frequency()).hasToString(frequency);
    }

    @Test
    void findsYearsInANumberColumnOfThatName() {
        Path yearly = write(folder, "a.csv", "Year,sales\n1990,5\n1991,6\n1993,8\n");

        Dataset data = DataReader.read(ReadOptions.from(yearly).build());

        assertThat(data.series().getFirst().timeline().frequency()).hasToString("Y");
        assertThat(data.series().getFirst().column("sales")).containsExactly(5, 6, Double.NaN, 8);
        // a month beside it is a part of the time as well, and hours are no years
        assertThatThrownBy(() -> DataReader.read(ReadOptions
                .from(write(folder, "b.csv", "year,month,sales\n1990,1,5\n1990,2,6\n")).target("sales").build()))
                .hasMessageContaining("--time year,month");
        assertThat(DataReader.read(ReadOptions.from(write(folder, "c.csv", "hour,sales\n0,5\n1,6\n")).target("sales")
                .build()).report().timeColumns()).isEmpty();
    }

    @Test
    void asksWhetherTheDayOrTheMonthComesFirst() {
        String text = "d,x\n1/1/11,1\n2/1/11,2\n3/1/11,3\n";

        assertThatThrownBy(() -> read(text)).isInstanceOf(DataException.class)
                .hasMessageContaining("can be read in two ways").hasMessageContaining("'2/1/11' in row 2")
                .hasMessageContaining("--time-format '%m/%d/%y' or '%d/%m/%y'");
    }

    @ParameterizedTest
    @CsvSource({"d/M/yy,D", "M/d/yy,M", "%d/%m/%y,D", "%m/%d/%y,M"})
    void takesTheFormatItIsGiven(String format, String frequency) {
        Dataset data = DataReader.read(ReadOptions.from(write(folder, "a.csv", "d,x\n1/2/11,1\n2/2/11,2\n3/2/11,3\n"))
                .timeFormat(format).build());

        assertThat(data.series().getFirst().timeline().frequency()).hasToString(frequency);
    }

    @Test
    void aPartAboveTwelveAnywhereSettlesTheOrder() {
        StringBuilder text = new StringBuilder("d,x\n");
        for (int day = 1; day <= 31; day++) {
            text.append(day + "/1/11,").append(day).append('\n');
        }

        assertThat(read(text.toString()).report().timeFormat()).isEqualTo("%d/%m/%y");
    }

    @Test
    void joinsADateAndAnHour() {
        Dataset data = DataReader.read(ReadOptions.from(write(folder, "a.csv",
                "day,hr,x\n31.1.2024,22,1\n31.1.2024,23,2\n1.2.2024,0,3\n")).time("day", "hr").target("x").build());

        assertThat(data.series().getFirst().timeline().format(2)).isEqualTo("2024-02-01T00:00Z");
        assertThat(data.report().timeFormat()).isEqualTo("%d.%m.%Y %H");
    }

    @Test
    void joinsYearMonthDayAndHour() {
        String text = "No,year,month,day,hour,x\n1,2010,1,31,23,5\n2,2010,2,1,0,6\n";

        Dataset data = DataReader
                .read(ReadOptions.from(write(folder, "a.csv", text)).time("year", "month", "day", "hour").target("x")
                        .build());

        assertThat(data.series().getFirst().timeline().format(0)).isEqualTo("2010-01-31T23:00Z");
        assertThatThrownBy(() -> read(text)).isInstanceOf(DataException.class)
                .hasMessageContaining("join the parts: --time year,month,day,hour");
    }

    @Test
    void takesTheColumnWithAUsualNameAmongSeveral() {
        String text = "date,local,x\n2024-01-01 00:00,2024-01-01 01:00,1\n2024-01-01 01:00,2024-01-01 02:00,2\n";

        Dataset data = read(text);

        assertThat(data.report().timeColumns()).containsExactly("date");
        assertThat(data.report().notes()).anyMatch(note -> note.contains("also times in local"));
        assertThatThrownBy(() -> read(text.replace("date", "a"))).isInstanceOf(DataException.class)
                .hasMessageContaining("several columns hold times").hasMessageContaining("--time");
    }

    @Test
    void numbersRowsWhenEveryColumnIsANumber() {
        Dataset data = read("x\n5\n6\n7\n");

        assertThat(data.series().getFirst().timeline()).isEqualTo(Timeline.ofSteps());
        assertThat(data.report().notes()).anyMatch(note -> note.contains("taken as steps"));
    }

    @Test
    void asksForTheTimeWhenATextCouldBeIt() {
        assertThatThrownBy(() -> read("when,x\nmonday,1\ntuesday,2\n")).isInstanceOf(DataException.class)
                .hasMessageContaining("no column of 'a.csv' holds times").hasMessageContaining("--no-time");
    }

    @Test
    void namesTheRowThatBreaksTheFormat() {
        assertThatThrownBy(() -> DataReader.read(ReadOptions.from(write(folder, "a.csv",
                "t,x\n2024-01-01,1\n2024-01-02,2\n2024-02-30,3\n")).time("t").build()))
                .isInstanceOf(DataException.class).hasMessageContaining("row 3 has no time in column 't'")
                .hasMessageContaining("'2024-02-30'");
        assertThatThrownBy(() -> DataReader.read(ReadOptions.from(write(folder, "b.csv",
                "t,x\n2024-01-01,1\n,2\n2024-01-03,3\n")).time("t").build()))
                .isInstanceOf(DataException.class).hasMessageContaining("row 2 has no time");
    }

    @Test
    void refusesAFormatThatDoesNotFit() {
        assertThatThrownBy(() -> DataReader.read(ReadOptions.from(write(folder, "a.csv", "t,x\n2024-01-01,1\n"))
                .time("t").timeFormat("dd.MM.yyyy").build())).isInstanceOf(DataException.class)
                .hasMessageContaining("a time of the format %d.%m.%Y").hasMessageContaining("'2024-01-01'");
    }

    @Test
    void localTimesAreReadInTheZoneAcrossBothClockChanges() {
        List<String> lines = new ArrayList<>();
        lines.add("local,x");
        Timeline hours = Timeline.of(Instant.parse("2024-03-30T00:00:00Z").toEpochMilli(),
                Frequency.parse("h"), ZoneId.of("Europe/Berlin"));
        for (int step = 0; step < 24 * 220; step++) {
            lines.add(hours.at(step).toLocalDateTime() + "," + step);
        }
        Path file = write(folder, "a.csv", String.join("\n", lines));

        Dataset data = DataReader.read(ReadOptions.from(file).zone(ZoneId.of("Europe/Berlin")).build());

        assertThat(data.series().getFirst().steps()).isEqualTo(24 * 220);
        assertThat(data.series().getFirst().timeline().start()).isEqualTo(hours.start());
        assertThat(data.cleaning().getFirst().gaps().isEmpty()).isTrue();
        assertThat(data.report().notes()).anyMatch(note -> note.contains("2 rows are in an hour that comes twice"));
    }

    @Test
    void frequencyAndSeasonMayBeSaid() {
        Path file = write(folder, "a.csv", "t,x\n2024-01-01,1\n2024-01-03,2\n2024-01-05,3\n");

        Dataset daily = DataReader.read(ReadOptions.from(file).frequency(Frequency.parse("D")).season(14).build());

        assertThat(daily.series().getFirst().steps()).isEqualTo(5);
        assertThat(daily.season()).isEqualTo(14);
        assertThat(DataReader.read(ReadOptions.from(file).build()).series().getFirst().steps()).isEqualTo(3);
        assertThat(
                DataReader.read(ReadOptions.from(file).noTime(true).frequency(Frequency.parse("h")).build()).season())
                .isEqualTo(24);
    }

    @Test
    void refusesFlagsThatContradictEachOther() {
        assertThatThrownBy(() -> ReadOptions.from(folder).noTime(true).time("t").build())
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("--no-time together with --time");
        assertThatThrownBy(() -> ReadOptions.from(folder).decimal(';').build())
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> ReadOptions.from(folder).season(-1).build())
                .isInstanceOf(ConfigurationException.class);
    }

    private Dataset read(String text) {
        return DataReader.read(ReadOptions.from(write(folder, "a.csv", text)).build());
    }
}
