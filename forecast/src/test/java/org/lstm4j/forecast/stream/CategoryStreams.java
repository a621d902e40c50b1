package org.lstm4j.forecast.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Architecture;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.prepare.UnknownCategory;

/// The series of [Streams] with a wind (past), a kind (future) and a region (static), and forecasters that read them.
final class CategoryStreams {

    static final int HORIZON = 3;
    private static final List<String> TEXTS = List.of("wind", "kind", "region");

    private CategoryStreams() {}

    /// One wind in seven is missing; the region is said in the first row and once later.
    static TimeSeries hours(String name, int hours, String region) {
        return Streams.hours(name, hours, true)
                .withTexts("wind", texts(hours, step -> step % 7 == 3 ? "" : step % 5 < 2 ? "west" : "north"))
                .withTexts("kind", texts(hours, step -> step % 11 == 0 ? "sale" : step % 3 == 0 ? "fair" : "plain"))
                .withTexts("region", texts(hours, step -> step == 0 || step == 60 ? region : ""));
    }

    private static List<String> texts(int count, IntFunction<String> text) {
        List<String> texts = new ArrayList<>();
        for (int step = 0; step < count; step++) {
            texts.add(text.apply(step));
        }
        return texts;
    }

    /// Numbers and categories of each role.
    static ForecastSettings everything(Architecture architecture, UnknownCategory unknown) {
        return Streams.settings(architecture).withColumns(ColumnRoles.targets(List.of("load"))
                .withPast("temp", "wind").withFuture("holiday", "kind").withStatics(List.of("region"))
                .withUnknown(unknown));
    }

    /// A static category alone.
    static ForecastSettings region(Architecture architecture) {
        return Streams.settings(architecture).withColumns(ColumnRoles.targets(List.of("load"))
                .withPast("temp").withFuture("holiday").withStatics(List.of("region")));
    }

    /// Pushes the row of a series at a step.
    static RowOutcome push(StreamingForecaster stream, String key, TimeSeries series, int step) {
        return stream.push(key, time(step), numbers(series, step), categories(series, step));
    }

    /// Announces a series as far as the horizon after a step.
    static void announce(StreamingForecaster stream, String key, TimeSeries series, int step) {
        for (int ahead = step + 1; ahead <= step + HORIZON; ahead++) {
            stream.announce(key, time(ahead), new double[]{series.value(2, ahead)},
                    List.of(text(series, "kind", ahead)));
        }
    }

    static double[] numbers(TimeSeries series, int step) {
        return new double[]{series.value(0, step), series.value(1, step), series.value(2, step)};
    }

    static List<String> categories(TimeSeries series, int step) {
        return TEXTS.stream().map(column -> text(series, column, step)).toList();
    }

    static String text(TimeSeries series, String column, int step) {
        double place = series.value(series.columnIndex(column), step);
        return Double.isNaN(place) ? "" : series.categories(column).get((int) place);
    }

    /// From the whole series, of which only future columns are known beyond the origin.
    static List<Forecast> whole(Forecaster forecaster, TimeSeries series, int origin, int horizon) {
        TimeSeries known = series.slice(0, origin + horizon);
        for (String column : List.of("load", "temp", "wind", "region")) {
            double[] values = known.column(column);
            Arrays.fill(values, origin, values.length, Double.NaN);
            known = known.withColumn(column, values);
        }
        return forecaster.forecastAt(forecaster.prepare(known), origin, horizon, Compute.shared());
    }

    static long time(int step) {
        return Streams.START + step * Streams.HOUR;
    }
}
