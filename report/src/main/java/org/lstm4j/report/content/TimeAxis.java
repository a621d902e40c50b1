package org.lstm4j.report.content;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Instants in rising order, shown in the time zone of the series.
public final class TimeAxis implements Axis {

    private static final int SHOWN_TO_FIND_THE_STEP = 100;

    private final long[] milliseconds;
    private final ZoneId zone;
    private final Resolution resolution;
    private final DateTimeFormatter format;

    /// The finest part of a time that is worth showing.
    public enum Resolution {
        DAY("uuuu-MM-dd"), MINUTE("uuuu-MM-dd HH:mm"), SECOND("uuuu-MM-dd HH:mm:ss");

        private final String pattern;

        Resolution(String pattern) {
            this.pattern = pattern;
        }
    }

    /// @param milliseconds since 1970-01-01 UTC, strictly rising; copied
    /// @param zone the zone in which people read these times
    /// @throws IllegalArgumentException when an instant is not after the one before
    public TimeAxis(long[] milliseconds, ZoneId zone) {
        for (int index = 1; index < milliseconds.length; index++) {
            if (milliseconds[index] <= milliseconds[index - 1]) {
                throw new IllegalArgumentException("times must rise, but index " + index + " has "
                        + milliseconds[index] + " ms after " + milliseconds[index - 1] + " ms");
            }
        }
        this.milliseconds = milliseconds.clone();
        this.zone = zone;
        this.resolution = findResolution();
        this.format = DateTimeFormatter.ofPattern(resolution.pattern, Locale.ROOT).withZone(zone);
    }

    @Override
    public int size() {
        return milliseconds.length;
    }

    @Override
    public long position(int index) {
        return milliseconds[index];
    }

    @Override
    public String label(int index) {
        return format.format(Instant.ofEpochMilli(milliseconds[index]));
    }

    @Override
    public String name() {
        return "time";
    }

    public ZoneId zone() {
        return zone;
    }

    /// The distance between neighbours in words: `1 hour`, `30 minutes`, `1 month`.
    ///
    /// Months and days are those of the zone's calendar, so that a day is a day when
    /// the clocks change. Of times at no regular distance it is the shortest one.
    /// Empty when there are fewer than two instants.
    public String step() {
        int shown = Math.min(milliseconds.length, SHOWN_TO_FIND_THE_STEP);
        if (shown < 2) {
            return "";
        }
        List<LocalDateTime> local = Arrays.stream(milliseconds, 0, shown)
                .mapToObj(time -> LocalDateTime.ofInstant(Instant.ofEpochMilli(time), zone)).toList();
        long months = StepLength.wholeMonths(local);
        return months > 0
                ? StepLength.monthsInWords(months)
                : StepLength.inWords(Math.max(shortest(shown), StepLength.wholeDays(local)));
    }

    private long shortest(int shown) {
        long shortest = Long.MAX_VALUE;
        for (int index = 1; index < shown; index++) {
            shortest = Math.min(shortest, milliseconds[index] - milliseconds[index - 1]);
        }
        return shortest;
    }

    /// Dates alone when every time is midnight, seconds only when some are not 0.
    public Resolution resolution() {
        return resolution;
    }

    private Resolution findResolution() {
        if (Arrays.stream(milliseconds).allMatch(time -> localTime(time).equals(LocalTime.MIDNIGHT))) {
            return Resolution.DAY;
        }
        boolean minutes = Arrays.stream(milliseconds).allMatch(time -> time % 60_000 == 0);
        return minutes ? Resolution.MINUTE : Resolution.SECOND;
    }

    private LocalTime localTime(long time) {
        return Instant.ofEpochMilli(time).atZone(zone).toLocalTime();
    }
}
