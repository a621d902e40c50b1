package org.lstm4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.prepare.CleaningReport;

/// Files of the accuracy benchmark, which are not part of this repository:
/// `mvn verify -pl data -am -Dlstm4j.data.folder=FOLDER` reads those in a
/// folder. Steps and gaps are known from the files' own descriptions.
@EnabledIfSystemProperty(named = "lstm4j.data.folder", matches = ".+")
class EveryFileTest {

    /// @param frequency as found
    /// @param missing steps without a row
    record Expected(String file, UnaryOperator<ReadOptions.Builder> options, int series, int steps, String frequency,
            int missing) {

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Expected> files() {
        return Stream.of(
                file("vic-elec.csv.gz", o -> o.target("demand").past("temperature").future("holiday"), 52_608, "30min",
                        0),
                file("vic-elec.csv.gz", o -> o.target("demand").time("local").zone(ZoneId.of("Australia/Melbourne")),
                        52_608, "30min", 0),
                file("ETTh1.csv.gz", o -> o.allColumns(true), 17_420, "h", 0),
                file("ETTm1.csv.gz", o -> o.allColumns(true), 69_680, "15min", 0),
                file("airline-passengers.csv.gz", o -> o, 144, "M", 0),
                file("monthly-sunspots.csv.gz", o -> o, 2820, "M", 0), file("shampoo.csv.gz", o -> o, 36, "M", 0),
                file("daily-min-temperatures.csv.gz", o -> o, 3652, "D", 2),
                file("daily-total-female-births.csv.gz", o -> o, 365, "D", 0),
                file("beijing-pm25.csv.gz",
                        o -> o.time("year", "month", "day", "hour").target("pm2.5").past("TEMP", "cbwd"), 43_824, "h",
                        0),
                file("bike-sharing-hour.csv.gz", o -> o.time("dteday", "hr").target("cnt"), 17_544, "h", 165),
                file("exchange_rate.txt.gz", o -> o.noHeader(true).noTime(true).allColumns(true), 7588, "step", 0),
                file("nab-nyc_taxi.csv.gz", o -> o, 10_320, "30min", 0),
                file("nab-machine_temperature_system_failure.csv.gz", o -> o, 22_683, "5min", 0),
                file("nab-ambient_temperature_system_failure.csv.gz", o -> o, 7888, "h", 621),
                file("nab-ec2_cpu_utilization_5f5533.csv.gz", o -> o, 4032, "5min", 0),
                file("nab-Twitter_volume_AAPL.csv.gz", o -> o, 15_902, "5min", 0),
                file("nab-speed_7578.csv.gz", o -> o, 2622, "5min", 1500),
                new Expected("stocks.csv.gz", o -> o.series("symbol"), 5, 560, "M", 0),
                wide("m4-hourly-train.csv.gz", 414, 353_500, "h"), wide("m4-hourly-test.csv.gz", 414, 19_872, "h"),
                wide("m4-weekly-train.csv.gz", 359, 366_912, "W"), wide("m4-weekly-test.csv.gz", 359, 4667, "W"),
                wide("nn5-daily-train.csv.gz", 111, 81_585, "D"), wide("nn5-daily-test.csv.gz", 111, 6216, "D"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRead(Expected expected) {
        Path folder = Path.of(System.getProperty("lstm4j.data.folder", ""));

        Dataset data = DataReader
                .read(expected.options.apply(ReadOptions.from(folder.resolve(expected.file))).build());

        assertThat(data.series()).hasSize(expected.series);
        assertThat(data.cleaning().stream().mapToInt(CleaningReport::steps).sum()).isEqualTo(expected.steps);
        assertThat(data.cleaning().stream().mapToInt(CleaningReport::missingSteps).sum()).isEqualTo(expected.missing);
        assertThat(data.cleaning()).allSatisfy(one -> assertThat(one.frequency()).hasToString(expected.frequency));
    }

    private static Expected file(String name, UnaryOperator<ReadOptions.Builder> options, int steps, String frequency,
            int missing) {
        return new Expected(name, options, 1, steps, frequency, missing);
    }

    private static Expected wide(String name, int series, int steps, String season) {
        return new Expected(name, o -> o.wide(true).frequency(Frequency.parse(season)), series, steps, "step", 0);
    }
}
