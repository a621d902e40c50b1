package org.lstm4j.forecast.prepare;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.forecast.prepare.CleaningReport.ColumnReport;

/// Turns raw rows into regular series, and reports what it found.
///
/// The order of work: sort by time; join rows of the same time; find the
/// frequency; put rows on the steps of a grid, steps without a row being
/// missing values; point out unusual values; fill. Nothing is dropped or
/// changed without a line in the [CleaningReport].
///
/// Pure: the same rows give the same series, on every machine.
public final class SeriesCleaner {

    private final Cleaning cleaning;
    private final ZoneId zone;

    /// @param zone whose calendar days and months are meant where steps are days or longer
    public SeriesCleaner(Cleaning cleaning, ZoneId zone) {
        this.cleaning = cleaning;
        this.zone = zone;
    }

    /// Cleans one series.
    ///
    /// @throws DataException when the times are mixed or irregular, or there is no row
    public CleanedSeries clean(Observations observations) {
        return clean(List.of(observations)).getFirst();
    }

    /// Cleans several series that have one frequency together.
    ///
    /// @throws DataException when a series has no rows, or times that are irregular or of another frequency than the
    ///     other series'
    public List<CleanedSeries> clean(List<Observations> observations) {
        List<OrderedRows> ordered = new ArrayList<>();
        for (Observations one : observations) {
            requireRows(one);
            ordered.add(OrderedRows.of(one, cleaning.aggregate()));
        }
        Frequency given = cleaning.frequency();
        Frequency frequency = given == null ? CommonFrequency.of(ordered, zone) : given;
        return ordered.stream().map(rows -> clean(rows, frequency)).toList();
    }

    private CleanedSeries clean(OrderedRows rows, Frequency frequency) {
        PlacedRows placed = PlacedRows.of(rows, TimeGrid.of(rows.times(), frequency, zone));
        List<ColumnReport> columns = new ArrayList<>();
        double[][] values = new double[placed.values().length][];
        for (int c = 0; c < values.length; c++) {
            values[c] = MissingValues.fill(placed.values()[c], cleaning.fill(), cleaning.seasonFor(frequency));
            columns.add(report(rows.source().columns().get(c), placed, placed.values()[c], values[c]));
        }
        Observations source = rows.source();
        TimeSeries series = TimeSeries.of(source.name(), placed.timeline(), source.columns(), values);
        return new CleanedSeries(series, report(rows, placed, series, columns));
    }

    private static CleaningReport report(OrderedRows rows, PlacedRows placed, TimeSeries series,
            List<ColumnReport> columns) {
        Timeline timeline = series.timeline();
        List<String> warnings = new ArrayList<>();
        for (ColumnReport column : columns) {
            if (column.missing() == series.steps()) {
                warnings.add("column '" + column.column() + "' has no value at all");
            } else if (column.constant() && series.steps() > 1) {
                warnings.add("column '" + column.column() + "' has the same value at every step");
            }
        }
        return new CleaningReport(series.name(), rows.source().size(), series.steps(), timeline.frequency(),
                timeline.format(0), timeline.format(series.steps() - 1L), rows.unsorted(), rows.duplicates(),
                placed.offGrid(), placed.gaps(), placed.missingSteps(), columns, warnings);
    }

    private static ColumnReport report(String column, PlacedRows placed, double[] before, double[] after) {
        OutlierRule rule = OutlierRule.of(before);
        Finding.Collector outliers = new Finding.Collector();
        double only = Double.NaN;
        boolean constant = true;
        for (int step = 0; step < before.length; step++) {
            double value = before[step];
            if (rule.isUnusual(value)) {
                outliers.add(placed.rowOfStep()[step], placed.text(step), Double.toString(value));
            }
            if (!Double.isNaN(value)) {
                constant &= Double.isNaN(only) || value == only;
                only = value;
            }
        }
        int missing = MissingValues.count(before);
        return new ColumnReport(column, missing, missing - MissingValues.count(after), constant && !Double.isNaN(only),
                outliers.finding());
    }

    private static void requireRows(Observations observations) {
        if (observations.size() == 0) {
            throw new DataException(
                    new Problem(observations.title() + " has no rows", "at least one", "", "check the source"));
        }
    }
}
