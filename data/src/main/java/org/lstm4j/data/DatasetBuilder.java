package org.lstm4j.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.data.ColumnInfo.Kind;
import org.lstm4j.data.DataReader.Format;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.Frequency.StepIndex;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.prepare.CleanedSeries;
import org.lstm4j.forecast.prepare.Cleaning;
import org.lstm4j.forecast.prepare.CleaningReport;
import org.lstm4j.forecast.prepare.DuplicateAggregate;
import org.lstm4j.forecast.prepare.Observations;
import org.lstm4j.forecast.prepare.SeriesCleaner;

/// From a loaded table to a [Dataset]: time, roles, rows, cleaning, report.
final class DatasetBuilder {

    private final ReadOptions options;
    private final List<String> notes = new ArrayList<>();

    DatasetBuilder(ReadOptions options) {
        this.options = options;
    }

    Dataset table(SourceTable table, Format format) {
        TimeSource time = new TimeFinder(table, options, notes).find();
        ValueColumns columns = ValueColumns.of(table, options, time);
        String series = options.series();
        SourceColumn seriesColumn = series == null ? null : table.profile(series).column();
        LocalClock clock = new LocalClock(options.zone());
        List<Observations> rows = new SeriesRows(table, time, clock).read(seriesColumn, columns.columns());
        notes.addAll(clock.notes());
        List<CleanedSeries> cleaned = clean(rows, time.isNumbered());
        refuseMostlyDuplicates(cleaned, table, time, seriesColumn);
        List<TimeSeries> filled = cleaned.stream()
                .map(one -> StaticColumns.spread(one.series(), columns.roles().statics())).toList();
        List<ColumnInfo> infos = table.profiles().stream()
                .map(profile -> profile.info(time.columns().contains(profile.name()))).toList();
        return dataset(filled, columns.roles(), cleaned,
                new Description(format, table.rows(), infos, time.columns(), time.format()));
    }

    Dataset wide(List<Observations> rows, String column, Format format) {
        List<CleanedSeries> cleaned = clean(rows, true);
        List<ColumnInfo> infos = List.of(new ColumnInfo("series", Kind.TEXT, 0, rows.getFirst().name()),
                new ColumnInfo(column, Kind.NUMBER, 0, Double.toString(rows.getFirst().values()[0][0])));
        return dataset(cleaned.stream().map(CleanedSeries::series).toList(),
                new Roles(List.of(column), List.of(), List.of(), List.of()), cleaned,
                new Description(format, rows.size(), infos, List.of(), ""));
    }

    private List<CleanedSeries> clean(List<Observations> rows, boolean numbered) {
        Cleaning cleaning = new Cleaning(options.fill(), aggregate(),
                numbered ? new StepIndex() : options.frequency(), askedSeason(), options.resample());
        return new SeriesCleaner(cleaning, options.zone()).clean(rows);
    }

    /// What rows of one time become; when they are resampled, what the rows of a step do.
    private DuplicateAggregate aggregate() {
        DuplicateAggregate resample = options.resample();
        DuplicateAggregate other = resample == null ? DuplicateAggregate.MEAN : resample;
        DuplicateAggregate aggregate = options.aggregate();
        return aggregate == null ? other : aggregate;
    }

    /// The season that was asked for, by number or by frequency; 0 when neither.
    private int askedSeason() {
        Frequency frequency = options.frequency();
        if (options.season() > 0) {
            return options.season();
        }
        return frequency == null ? 0 : frequency.defaultSeason();
    }

    /// More rows that repeat a time than not mean that the table holds something
    /// else than one row for each time.
    private void refuseMostlyDuplicates(List<CleanedSeries> cleaned, SourceTable table, TimeSource time,
            @Nullable SourceColumn seriesColumn) {
        if (options.aggregate() != null || options.resample() != null) {
            return;
        }
        for (CleanedSeries one : cleaned) {
            CleaningReport report = one.report();
            if (2L * report.duplicates().count() > report.rows()) {
                throw new DataException(new Problem(
                        report.duplicates().count() + " of " + report.rows() + " rows have a time that another row has",
                        "mostly one row for each time", report.duplicates().places(),
                        duplicateFix(table, time, seriesColumn)));
            }
        }
    }

    private static String duplicateFix(SourceTable table, TimeSource time, @Nullable SourceColumn seriesColumn) {
        Set<String> parts = Set.of("hour", "hr", "minute", "time");
        for (String name : table.names()) {
            if (parts.contains(name.toLowerCase(Locale.ROOT)) && !time.columns().contains(name)) {
                return "join the rest of the time: --time " + String.join(",", time.columns()) + "," + name;
            }
        }
        List<String> texts = table.profiles().stream().filter(p -> p.kind() == Kind.TEXT)
                .map(ColumnProfile::name).filter(name -> !time.columns().contains(name)).toList();
        if (seriesColumn == null && !texts.isEmpty()) {
            return "name the column that tells series apart with --series " + texts.getFirst()
                    + ", or say how to join them with --aggregate mean, sum or last";
        }
        return "say how to join them with --aggregate mean, sum or last";
    }

    private Dataset dataset(List<TimeSeries> series, Roles roles, List<CleanedSeries> cleaned, Description found) {
        List<CleaningReport> reports = cleaned.stream().map(CleanedSeries::report).toList();
        Frequency frequency = series.getFirst().timeline().frequency();
        int season = askedSeason() > 0 ? askedSeason() : frequency.defaultSeason();
        refuseEmptyTargets(series, roles.targets());
        Format format = found.format;
        if (!format.header() && !options.noHeader()) {
            notes.add("the first line is taken for data: its cells are numbers or dates");
        }
        noteFillThatLooksAhead(reports);
        ReadReport report = new ReadReport(options.source().title(), format.name(), format.encoding(),
                format.delimiter(), String.valueOf(format.decimal()), found.rows, found.columns, found.timeColumns,
                found.timeFormat, notes, SuggestedFlags.of(options, found, roles, frequency, season));
        return new Dataset(series, roles, season, reports, report, Fingerprint.of(series));
    }

    private void noteFillThatLooksAhead(List<CleaningReport> reports) {
        boolean filled = reports.stream().flatMap(report -> report.columns().stream()).anyMatch(c -> c.filled() > 0);
        if (options.fill().looksAhead() && filled) {
            notes.add("--fill " + options.fill().name().toLowerCase(Locale.ROOT) + " uses values from after a gap: the"
                    + " filled past knows a little of the future, which flatters an evaluation; --fill forward and"
                    + " --fill seasonal look back only");
        }
    }

    private static void refuseEmptyTargets(List<TimeSeries> series, List<String> targets) {
        Set<String> empty = new HashSet<>();
        for (TimeSeries one : series) {
            for (String target : targets) {
                double[] values = one.column(target);
                if (Arrays.stream(values).allMatch(Double::isNaN) && empty.add(target)) {
                    throw new DataException(new Problem(
                            "the target '" + target + "'"
                                    + (one.name().isEmpty() ? "" : " of series '" + one.name() + "'")
                                    + " has no value in any row",
                            "numbers", "", "check the column and --missing, or leave the series out"));
                }
            }
        }
    }

    /// What the report says of the source.
    record Description(Format format, long rows, List<ColumnInfo> columns, List<String> timeColumns,
            String timeFormat) {}
}
