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
        DuplicateAggregate how = cleaning.resample();
        Resampling resampling = how == null ? null : new Resampling(how);
        PlacedRows placed = resampling == null
                ? PlacedRows.of(rows, TimeGrid.of(rows.times(), frequency, zone))
                : resampling.place(rows, TimeGrid.aligned(rows.times(), frequency, zone));
        List<ColumnReport> columns = new ArrayList<>();
        double[][] values = new double[placed.values().length][];
        for (int c = 0; c < values.length; c++) {
            FillMethod fill = rows.source().holdsCategories(c) ? forCategories(cleaning.fill()) : cleaning.fill();
            values[c] = MissingValues.fill(placed.values()[c], fill, cleaning.seasonFor(frequency));
            columns.add(report(rows.source(), c, placed, values[c]));
        }
        Observations source = rows.source();
        TimeSeries series = TimeSeries.of(source.name(), placed.timeline(), source.columns(), values);
        for (int c = 0; c < values.length; c++) {
            if (source.holdsCategories(c)) {
                series = series.withCategories(source.columns().get(c), source.categories().get(c));
            }
        }
        List<String> notes = resampling == null ? List.of() : resampling.notes(rows, placed);
        return new CleanedSeries(series, report(rows, placed, series, columns, notes));
    }

    private static CleaningReport report(OrderedRows rows, PlacedRows placed, TimeSeries series,
            List<ColumnReport> columns, List<String> notes) {
        Timeline timeline = series.timeline();
        List<String> warnings = new ArrayList<>(notes);
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

    /// Between two categories there is none, and they have no mean.
    private static FillMethod forCategories(FillMethod fill) {
        return switch (fill) {
            case NONE, FORWARD, SEASONAL -> fill;
            case LINEAR, MEAN -> FillMethod.NONE;
        };
    }

    private static ColumnReport report(Observations source, int column, PlacedRows placed, double[] after) {
        double[] before = placed.values()[column];
        OutlierRule rule = source.holdsCategories(column) ? OutlierRule.NONE : OutlierRule.of(before);
        Finding.Collector outliers = new Finding.Collector();
        double only = Double.NaN;
        boolean constant = !source.holdsCategories(column);
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
        return new ColumnReport(source.columns().get(column), missing, missing - MissingValues.count(after),
                constant && !Double.isNaN(only),
                outliers.finding());
    }

    private static void requireRows(Observations observations) {
        if (observations.size() == 0) {
            throw new DataException(
                    new Problem(observations.title() + " has no rows", "at least one", "", "check the source"));
        }
    }
}
