package org.lstm4j.cli;

import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lstm4j.data.DataReader;
import org.lstm4j.data.Dataset;
import org.lstm4j.data.ReadOptions;
import org.lstm4j.data.Source;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.prepare.CleaningReport;
import org.lstm4j.forecast.prepare.DuplicateAggregate;
import org.lstm4j.forecast.prepare.FillMethod;

/// Reads DATA as the flags say.
final class DataInput {

    private static final String STANDARD_INPUT = "-";

    private final DataOptions options;
    private final InputStream standardInput;

    DataInput(DataOptions options, InputStream standardInput) {
        this.options = options;
        this.standardInput = standardInput;
    }

    /// The file that DATA names; null when the rows come another way.
    static @Nullable Path file(@Nullable String data) {
        return data == null || data.equals(STANDARD_INPUT) ? null : Path.of(data);
    }

    /// Reads the series and tells on the console what was found.
    ///
    /// @param data the DATA parameter, null when the rows come from a database
    Dataset read(@Nullable String data, Console console) {
        options.requireOneSource(data);
        Dataset dataset = DataReader.read(readOptions(data));
        tell(dataset, console);
        return options.roles.seriesEmbedding ? SeriesNames.asCategories(dataset) : dataset;
    }

    /// The flags in the reader's terms.
    ReadOptions readOptions(@Nullable String data) {
        ReadingOptions reading = options.reading;
        RoleOptions roles = options.roles;
        ReadOptions.Builder builder = ReadOptions.from(source(data))
                .time(reading.time.toArray(String[]::new))
                .timeFormat(reading.timeFormat)
                .noTime(reading.noTime)
                .frequency(reading.frequency == null ? null : Frequency.parse(reading.frequency))
                .season(reading.season == null ? 0 : reading.season)
                .noHeader(reading.noHeader)
                .delimiter(reading.delimiter)
                .decimal(reading.decimal)
                .target(roles.target.toArray(String[]::new))
                .series(roles.series)
                .wide(roles.wide)
                .past(roles.past.toArray(String[]::new))
                .future(roles.future.toArray(String[]::new))
                .statics(roles.constant.toArray(String[]::new))
                .categories(roles.categorical.toArray(String[]::new));
        if (reading.encoding != null) {
            builder.encoding(reading.encoding.name());
        }
        if (reading.zone != null) {
            builder.zone(reading.zone);
        }
        if (!reading.missing.isEmpty()) {
            builder.missing(reading.missing.toArray(String[]::new));
        }
        if (options.cleaning.fill != null) {
            builder.fill(FillMethod.valueOf(options.cleaning.fill.name()));
        }
        if (options.cleaning.aggregate != null) {
            builder.aggregate(DuplicateAggregate.valueOf(options.cleaning.aggregate.name()));
        }
        if (options.cleaning.resample != null) {
            builder.resample(DuplicateAggregate.valueOf(options.cleaning.resample.name()));
        }
        return builder.build();
    }

    private Source source(@Nullable String data) {
        if (options.reading.db != null && options.reading.sql != null) {
            return new Source.QuerySource(options.reading.db, options.reading.sql);
        }
        Path file = file(data);
        return file == null
                ? new Source.StreamSource(standardInput, "standard input")
                : new Source.FileSource(file);
    }

    private static void tell(Dataset dataset, Console console) {
        dataset.report().lines().forEach(console::tell);
        int shown = 0;
        for (CleaningReport report : dataset.cleaning()) {
            if (shown++ == 3) {
                console.message("… and " + (dataset.cleaning().size() - 3) + " series more");
                break;
            }
            report.lines().forEach(console::tell);
        }
    }
}
