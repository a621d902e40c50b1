package org.lstm4j.cli.accuracy;

import static org.lstm4j.cli.accuracy.Measure.COVERAGE_80;
import static org.lstm4j.cli.accuracy.Measure.COVERAGE_80_ONLINE;
import static org.lstm4j.cli.accuracy.Measure.COVERAGE_95;
import static org.lstm4j.cli.accuracy.Measure.COVERAGE_95_ONLINE;
import static org.lstm4j.cli.accuracy.Measure.MAE;
import static org.lstm4j.cli.accuracy.Measure.MASE;
import static org.lstm4j.cli.accuracy.Measure.MSE;
import static org.lstm4j.cli.accuracy.Measure.MSIS;
import static org.lstm4j.cli.accuracy.Measure.OWA;
import static org.lstm4j.cli.accuracy.Measure.RMSE;
import static org.lstm4j.cli.accuracy.Measure.SMAPE;
import static org.lstm4j.cli.accuracy.Measure.WQL;

import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.Suggestion;
import org.lstm4j.cli.accuracy.ProtocolData.Means;
import org.lstm4j.cli.accuracy.ProtocolData.Table;
import org.lstm4j.cli.accuracy.ProtocolData.TrainAndTest;
import org.lstm4j.cli.accuracy.SplitRule.FromTheStart;
import org.lstm4j.cli.accuracy.SplitRule.LastWindow;
import org.lstm4j.cli.accuracy.SplitRule.TenthInWindows;
import org.lstm4j.cli.accuracy.SplitRule.Tenths;
import org.lstm4j.data.ReadOptions;
import org.lstm4j.forecast.Frequency;

/// The protocols there are.
///
/// Sources: the M4 competition (Makridakis, Spiliotis, Assimakopoulos 2020); NN5 as in the Monash archive (Godahewa et al. 2021);
/// the long-horizon comparisons since Informer (Zhou et al. 2021); GIFT-Eval (Aksu et al. 2024). The others are splits of seven, one
/// and two tenths of well-known files.
public final class Protocols {

    private static final int MONTH_OF_HOURS = 30 * 24;

    private static final List<Protocol> ALL = List.of(
            rows("m4-hourly", "M4 competition, hourly: 48 hours ahead", 48, 24, "h", false,
                    List.of(OWA, SMAPE, MASE, WQL, MSIS, COVERAGE_80, COVERAGE_95)),
            rows("m4-weekly", "M4 competition, weekly: 13 weeks ahead", 13, 1, "W", false,
                    List.of(OWA, SMAPE, MASE, WQL, MSIS, COVERAGE_80, COVERAGE_95)),
            rows("nn5-daily", "NN5 competition, cash machines: 56 days ahead", 56, 7, "D", true,
                    List.of(SMAPE, MASE, WQL, COVERAGE_80, COVERAGE_95)),
            ett("etth1-96", "ETTh1.csv", 96, 24, MONTH_OF_HOURS),
            ett("etth1-720", "ETTh1.csv", 720, 24, MONTH_OF_HOURS),
            ett("ettm1-96", "ETTm1.csv", 96, 96, 4 * MONTH_OF_HOURS),
            tenths("exchange-96", "exchange rates of 8 currencies, daily: 96 days ahead", "exchange_rate.txt", 96, 1,
                    reading -> reading.noHeader(true).noTime(true).allColumns(true)),
            new Protocol("ett1-h-short", "GIFT-Eval, ett1/H short, hourly means of ETTm1.csv: 48 hours ahead",
                    new Means(new Table("ETTm1.csv", reading -> reading.time("date").allColumns(true)), 4), 48, 24,
                    new TenthInWindows(48), WindowRule.NO_OVERLAP, ErrorUnit.OWN,
                    List.of(MASE, WQL, COVERAGE_80, COVERAGE_80_ONLINE, COVERAGE_95, COVERAGE_95_ONLINE)),
            tenths("vic-elec", "electricity demand of Victoria, half-hourly: a day ahead, past temperature only",
                    "vic-elec.csv", 48, 48,
                    reading -> victoria(reading).past("temperature").future("holiday")),
            tenths("vic-elec-known", "the same with known future temperature: a forecast that nobody has",
                    "vic-elec.csv", 48, 48,
                    reading -> victoria(reading).future("temperature", "holiday")),
            tenths("beijing-pm25", "fine dust in Beijing, hourly: a day ahead", "beijing-pm25.csv", 24, 24,
                    reading -> reading.time("year", "month", "day", "hour").target("pm2.5")
                            .past("DEWP", "TEMP", "PRES", "cbwd", "Iws", "Is", "Ir")),
            tenths("bike", "bike rentals, hourly: a day ahead, past weather only", "bike-sharing-hour.csv", 24, 24,
                    reading -> reading.time("dteday", "hr").target("cnt")
                            .past("temp", "hum", "windspeed", "weathersit").future("holiday", "workingday")),
            tenths("nyc-taxi", "taxi passengers in New York, half-hourly: a day ahead", "nab-nyc_taxi.csv", 48, 48,
                    reading -> reading.time("timestamp").target("value")),
            tenths("sunspots", "sunspots, monthly: a year ahead", "monthly-sunspots.csv", 12, 1,
                    reading -> reading.time("Month").target("Sunspots")),
            tenths("min-temperatures", "daily minimum temperatures: a week ahead", "daily-min-temperatures.csv", 7, 365,
                    reading -> reading.time("Date").target("Temp")),
            new Protocol("airline", "airline passengers, monthly: the last year",
                    new Table("airline-passengers.csv", reading -> reading.time("Month").target("Passengers")), 12, 12,
                    new LastWindow(12), WindowRule.LAST, ErrorUnit.OWN,
                    List.of(RMSE, MAE, WQL, COVERAGE_80, COVERAGE_95)));

    private Protocols() {}

    /// All of them, in the order in which they run.
    public static List<Protocol> all() {
        return ALL;
    }

    /// The names.
    public static List<String> names() {
        return ALL.stream().map(Protocol::name).toList();
    }

    /// The protocol of that name.
    ///
    /// @throws ConfigurationException when there is none, with those there are
    public static Protocol named(String name) {
        for (Protocol protocol : ALL) {
            if (protocol.name().equals(name)) {
                return protocol;
            }
        }
        throw new ConfigurationException(new Problem("there is no protocol '" + name + "'",
                "one of " + String.join(", ", names()), "'" + name + "'",
                Suggestion.text(name, names()) + "correct --only, or leave it out to run all"));
    }

    private static Protocol rows(String name, String title, int horizon, int season, String frequency,
            boolean aligned, List<Measure> measures) {
        return new Protocol(name, title,
                new TrainAndTest(name + "-train.csv", name + "-test.csv", Frequency.parse(frequency), aligned),
                horizon, season, new LastWindow(horizon), WindowRule.LAST, ErrorUnit.OWN, measures);
    }

    private static Protocol ett(String name, String file, int horizon, int season, int month) {
        return new Protocol(name, "transformer station, 7 columns, " + file + ": " + horizon + " steps ahead",
                new Table(file, reading -> reading.time("date").allColumns(true)), horizon, season,
                new FromTheStart(12 * month, 4 * month, 4 * month), WindowRule.EVERY_STEP,
                ErrorUnit.TRAINING_DEVIATIONS,
                List.of(MSE, MAE, WQL, COVERAGE_80, COVERAGE_80_ONLINE, COVERAGE_95, COVERAGE_95_ONLINE));
    }

    private static Protocol tenths(String name, String title, String file, int horizon, int season,
            UnaryOperator<ReadOptions.Builder> reading) {
        return new Protocol(name, title, new Table(file, reading), horizon, season, new Tenths(),
                WindowRule.EVERY_STEP, ErrorUnit.TRAINING_DEVIATIONS,
                List.of(MSE, MAE, WQL, COVERAGE_80, COVERAGE_80_ONLINE, COVERAGE_95, COVERAGE_95_ONLINE));
    }

    private static ReadOptions.Builder victoria(ReadOptions.Builder reading) {
        return reading.time("local").zone(ZoneId.of("Australia/Melbourne")).target("demand");
    }
}
