package org.lstm4j.data;

import java.util.List;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.prepare.CleaningReport;

/// Regular series ready to be split and learned from, and how they came about.
///
/// @param series at least one, all with the same columns in the order of [Roles#all]
/// @param roles what each column is for; a text column that was asked for holds
///     [categories][TimeSeries#categories]
/// @param season steps of one season, 1 when there is none
/// @param cleaning what was found in each series, in the order of `series`
/// @param report what was read and how
/// @param fingerprint SHA-256, in hexadecimal, over names, times and values of all series: the same on every machine
///     and for every way the same series can be stored
public record Dataset(List<TimeSeries> series, Roles roles, int season, List<CleaningReport> cleaning,
        ReadReport report, String fingerprint) {

    public Dataset {
        series = List.copyOf(series);
        cleaning = List.copyOf(cleaning);
    }
}
