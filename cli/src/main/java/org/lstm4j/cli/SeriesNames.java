package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.data.Dataset;
import org.lstm4j.data.Roles;
import org.lstm4j.forecast.TimeSeries;

/// The names of series as a static category, of which a model learns a vector each: `--series-embedding`.
final class SeriesNames {

    /// The column they stand in; no source has one of this name, which has a blank and brackets.
    static final String COLUMN = "(name of the series)";

    private SeriesNames() {}

    /// The data with that column.
    ///
    /// @throws ConfigurationException when there is one series without a name
    static Dataset asCategories(Dataset data) {
        if (data.series().size() == 1 && data.series().getFirst().name().isEmpty()) {
            throw new ConfigurationException(new Problem(
                    "--series-embedding tells series apart by their names, and there is one series without a name",
                    "several series", "one", "name the column that tells them apart with --series, or leave it out"));
        }
        List<TimeSeries> series = data.series().stream()
                .map(one -> one.withTexts(COLUMN, Collections.nCopies(one.steps(), one.name())))
                .toList();
        List<String> statics = new ArrayList<>(data.roles().statics());
        statics.add(COLUMN);
        Roles roles = new Roles(data.roles().targets(), data.roles().past(), data.roles().future(), statics);
        return new Dataset(series, roles, data.season(), data.cleaning(), data.report(), data.fingerprint());
    }
}
