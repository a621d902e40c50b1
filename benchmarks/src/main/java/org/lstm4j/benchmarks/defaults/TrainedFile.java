package org.lstm4j.benchmarks.defaults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A file and what `train` must be told of it: which columns are foretold, how far ahead, and how the file is read. No setting of the model is
/// among it.
///
/// @param name without its ending
/// @param horizon steps ahead
/// @param seasonal whether a season is known to be in it
/// @param reading options that say where target, time and series stand
public record TrainedFile(String name, int horizon, boolean seasonal, List<String> reading) {

    private static final List<String> ENDINGS = List.of(".csv.gz", ".csv", ".txt.gz", ".txt");
    private static final String ETT_COLUMNS = "HUFL,HULL,MUFL,MULL,LUFL,LULL,OT";

    public TrainedFile {
        reading = List.copyOf(reading);
    }

    /// Files of the collection, each with a horizon that is asked of such data, from the shortest training to the longest.
    public static List<TrainedFile> all() {
        return List.of(
                seasonal("shampoo", 6, "--target", "Sales"),
                seasonal("airline-passengers", 12, "--target", "Passengers"),
                seasonal("daily-total-female-births", 14, "--target", "Births"),
                plain("stocks", 6, "--target", "price", "--series", "symbol"),
                seasonal("daily-min-temperatures", 7, "--target", "Temp"),
                seasonal("monthly-sunspots", 12, "--target", "Sunspots"),
                seasonal("nab-nyc_taxi", 48, "--target", "value"),
                seasonal("nab-ambient_temperature_system_failure", 24, "--target", "value"),
                seasonal("bike-sharing-hour", 24, "--target", "cnt", "--time", "dteday,hr"),
                seasonal("vic-elec", 48, "--target", "demand", "--time", "date"),
                seasonal("beijing-pm25", 24, "--target", "pm2.5", "--time", "year,month,day,hour"),
                seasonal("nn5-daily-train", 56, "--target", "value", "--wide", "--no-time", "--season", "7"),
                seasonal("m4-hourly-train", 48, "--target", "value", "--wide", "--no-time", "--season", "24"),
                plain("m4-weekly-train", 13, "--target", "value", "--wide", "--no-time", "--season", "1"),
                plain("exchange_rate", 96, "--target", "c0,c1,c2,c3,c4,c5,c6,c7", "--no-header", "--no-time"),
                seasonal("ETTh1", 96, "--target", ETT_COLUMNS),
                seasonal("ETTm1", 96, "--target", ETT_COLUMNS));
    }

    /// Some of them, in the same order.
    ///
    /// @param names none for all
    static List<TrainedFile> named(List<String> names) {
        return all().stream().filter(file -> names.isEmpty() || names.contains(file.name())).toList();
    }

    /// The file in a folder, as it is or as `.gz`.
    Optional<Path> find(Path folder) {
        return ENDINGS.stream().map(ending -> folder.resolve(name + ending)).filter(Files::exists).findFirst();
    }

    private static TrainedFile seasonal(String name, int horizon, String... reading) {
        return new TrainedFile(name, horizon, true, List.of(reading));
    }

    private static TrainedFile plain(String name, int horizon, String... reading) {
        return new TrainedFile(name, horizon, false, List.of(reading));
    }

    /// The words after `lstm4j`.
    ///
    /// @param path of the file
    public List<String> words(String path) {
        List<String> words = new ArrayList<>(List.of("train", path, "--horizon", Integer.toString(horizon)));
        words.addAll(reading);
        words.addAll(List.of("--json", "--quiet"));
        return words;
    }
}
