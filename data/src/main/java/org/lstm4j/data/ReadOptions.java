package org.lstm4j.data;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.prepare.DuplicateAggregate;
import org.lstm4j.forecast.prepare.FillMethod;

/// What to read and how; each setting is the command line's flag of the same
/// name. What is not set is found in the data.
///
/// ```java
/// ReadOptions options = ReadOptions.from(Path.of("vic-elec.csv.gz")).target("demand").future("holiday").build();
/// ```
///
/// @param source where the rows come from
/// @param time columns the time is joined from, with a blank between; empty when it is to be found
/// @param timeFormat a pattern of `java.time` (`dd.MM.yyyy HH:mm`) or of strptime (`%d.%m.%Y %H:%M`), or `unix` or
///     `unix_ms`; null when it is to be found
/// @param noTime rows are steps 0, 1, 2, …
/// @param zone the zone of times without offset, whose calendar days and months are meant
/// @param frequency distance of the steps; null when it is to be found
/// @param season steps of one season; 0 when it is to be found
/// @param noHeader the first line is data; columns are `c0`, `c1`, …
/// @param delimiter between columns; null when it is to be found
/// @param decimal the decimal sign, `.` or `,`; null when it is to be found
/// @param encoding name of a character set; null when it is UTF-8, or UTF-16 with a byte order mark
/// @param missing texts that mean a missing value, beside the empty one; null for [#DEFAULT_MISSING]
/// @param target columns to forecast; empty for the only number column
/// @param series column whose values tell the series of one table apart; null when there is one series
/// @param wide a row is a series: its name, then its values, ragged at the end
/// @param past columns known up to now
/// @param future columns known ahead of time
/// @param statics columns that are the same at every step of a series
/// @param categories covariates that hold categories even where these are written as numbers; columns of texts always do
/// @param fill how missing values are filled
/// @param aggregate what rows of the same time become; null for the mean, as long as such rows are not the majority
/// @param resample what the rows of a step of `frequency` become, for rows at any times; null for rows a step apart
/// @param allColumns when no target is named, every number column without another role is one
public record ReadOptions(Source source, List<String> time, @Nullable String timeFormat, boolean noTime, ZoneId zone,
        @Nullable Frequency frequency, int season, boolean noHeader, @Nullable Character delimiter,
        @Nullable Character decimal, @Nullable String encoding, @Nullable List<String> missing, List<String> target,
        @Nullable String series, boolean wide, List<String> past, List<String> future, List<String> statics,
        List<String> categories, FillMethod fill, @Nullable DuplicateAggregate aggregate,
        @Nullable DuplicateAggregate resample,
        boolean allColumns) {

    /// What means a missing value when nothing else is said.
    public static final List<String> DEFAULT_MISSING = List.of("NA", "N/A", "NaN", "nan", "null", "NULL");

    public ReadOptions {
        time = List.copyOf(time);
        target = List.copyOf(target);
        past = List.copyOf(past);
        future = List.copyOf(future);
        statics = List.copyOf(statics);
        categories = List.copyOf(categories);
        missing = missing == null ? null : List.copyOf(missing);
        require(season >= 0, "--season " + season, "at least 1 step", "give a positive number");
        require(decimal == null || decimal == '.' || decimal == ',', "--decimal " + decimal, "'.' or ','",
                "give one of the two");
        require(!noTime || time.isEmpty(), "--no-time together with --time", "one of them", "leave one out");
        require(resample == null || frequency != null, "--resample without --freq", "the steps to come", "add --freq,"
                + " such as --freq h");
        require(resample == null || !(noTime || wide), "--resample without times", "rows with a time",
                "leave --resample out");
        require(!wide || series == null, "--wide together with --series", "one of them",
                "leave --series out: in a wide table the first column names the series");
        require(!wide || time.isEmpty(), "--wide together with --time", "one of them",
                "leave --time out: the values of a wide row are steps 0, 1, 2, …");
    }

    /// The settings of a file, all others to be found.
    public static Builder from(Path path) {
        return new Builder(new Source.FileSource(path));
    }

    /// The settings of a source, all others to be found.
    public static Builder from(Source source) {
        return new Builder(source);
    }

    /// The same settings, but every number column without another role is a target when none is named.
    public ReadOptions lookingAtAllColumns() {
        return new ReadOptions(source, time, timeFormat, noTime, zone, frequency, season, noHeader, delimiter, decimal,
                encoding, missing, target, series, wide, past, future, statics, categories, fill, aggregate,
                resample, true);
    }

    /// The texts that mean a missing value, the empty one first.
    List<String> missingTexts() {
        List<String> named = missing == null ? DEFAULT_MISSING : missing;
        return Stream.concat(Stream.of(""), named.stream()).distinct().toList();
    }

    private static void require(boolean condition, String what, String expected, String fix) {
        if (!condition) {
            throw new ConfigurationException(new Problem(what + " is not possible", expected, "", fix));
        }
    }

    /// Collects settings; [#build] checks them together.
    public static final class Builder {

        private final Source source;
        private List<String> time = List.of();
        private @Nullable String timeFormat;
        private boolean noTime;
        private ZoneId zone = ZoneOffset.UTC;
        private @Nullable Frequency frequency;
        private int season;
        private boolean noHeader;
        private @Nullable Character delimiter;
        private @Nullable Character decimal;
        private @Nullable String encoding;
        private @Nullable List<String> missing;
        private List<String> target = List.of();
        private @Nullable String series;
        private boolean wide;
        private List<String> past = List.of();
        private List<String> future = List.of();
        private List<String> statics = List.of();
        private List<String> categories = List.of();
        private FillMethod fill = FillMethod.NONE;
        private @Nullable DuplicateAggregate aggregate;
        private @Nullable DuplicateAggregate resample;
        private boolean allColumns;

        private Builder(Source source) {
            this.source = source;
        }

        public Builder time(String... columns) {
            time = List.of(columns);
            return this;
        }

        public Builder timeFormat(@Nullable String format) {
            timeFormat = format;
            return this;
        }

        public Builder noTime(boolean rowsAreSteps) {
            noTime = rowsAreSteps;
            return this;
        }

        public Builder zone(ZoneId newZone) {
            zone = newZone;
            return this;
        }

        public Builder frequency(@Nullable Frequency newFrequency) {
            frequency = newFrequency;
            return this;
        }

        public Builder season(int steps) {
            season = steps;
            return this;
        }

        public Builder noHeader(boolean firstLineIsData) {
            noHeader = firstLineIsData;
            return this;
        }

        public Builder delimiter(@Nullable Character newDelimiter) {
            delimiter = newDelimiter;
            return this;
        }

        public Builder decimal(@Nullable Character sign) {
            decimal = sign;
            return this;
        }

        public Builder encoding(@Nullable String charset) {
            encoding = charset;
            return this;
        }

        public Builder missing(String... texts) {
            missing = List.of(texts);
            return this;
        }

        public Builder target(String... columns) {
            target = List.of(columns);
            return this;
        }

        public Builder series(@Nullable String column) {
            series = column;
            return this;
        }

        public Builder wide(boolean rowIsSeries) {
            wide = rowIsSeries;
            return this;
        }

        public Builder past(String... columns) {
            past = List.of(columns);
            return this;
        }

        public Builder future(String... columns) {
            future = List.of(columns);
            return this;
        }

        public Builder statics(String... columns) {
            statics = List.of(columns);
            return this;
        }

        public Builder categories(String... columns) {
            categories = List.of(columns);
            return this;
        }

        public Builder fill(FillMethod method) {
            fill = method;
            return this;
        }

        public Builder aggregate(@Nullable DuplicateAggregate newAggregate) {
            aggregate = newAggregate;
            return this;
        }

        public Builder resample(@Nullable DuplicateAggregate how) {
            resample = how;
            return this;
        }

        public Builder allColumns(boolean everyNumberIsATarget) {
            allColumns = everyNumberIsATarget;
            return this;
        }

        /// @throws ConfigurationException when settings contradict each other
        public ReadOptions build() {
            return new ReadOptions(source, time, timeFormat, noTime, zone, frequency, season, noHeader, delimiter,
                    decimal, encoding, missing, target, series, wide, past, future, statics, categories, fill,
                    aggregate, resample, allColumns);
        }
    }
}
