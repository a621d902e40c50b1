package org.lstm4j.forecast;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/// Made-up series of hours with one column, `load`.
public final class HourlyLoad {

    private static final long NEW_YEAR = 1_767_225_600_000L;

    private HourlyLoad() {}

    public static TimeSeries of(String name, double... load) {
        return TimeSeries.of(name, Timeline.of(NEW_YEAR, Frequency.parse("h"), ZoneOffset.UTC), List.of("load"),
                new double[][]{load});
    }

    /// The same up to a step, one value from there on.
    public static TimeSeries changedFrom(int step, double value, TimeSeries series) {
        double[] values = series.column("load");
        Arrays.fill(values, step, values.length, value);
        return series.withColumn("load", values);
    }
}
