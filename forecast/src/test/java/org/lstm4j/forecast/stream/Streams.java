package org.lstm4j.forecast.stream;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Architecture;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.ForecastTrainer;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.NetworkSettings;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.nn.Initialization;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

/// Series that arrive, and forecasters for them so small that training takes a moment.
final class Streams {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /// Midnight in Berlin, eleven days before the clocks change.
    static final long START = 1_773_702_000_000L;
    static final long HOUR = 3_600_000;

    private Streams() {}

    /// Hourly loads in a day's wave, with temperature as past and holiday as future column.
    ///
    /// @param gaps whether one value in ten is missing, and hours 30 to 54 wholly
    static TimeSeries hours(String name, int hours, boolean gaps) {
        RandomStream random = new RandomStreams(11).stream("gaps of " + name);
        double[][] values = new double[3][hours];
        for (int hour = 0; hour < hours; hour++) {
            values[0][hour] = 100 + 20 * StrictMath.sin(hour * 2 * Math.PI / 24) + random.nextGaussian();
            values[1][hour] = 10 + 5 * StrictMath.sin(hour * 0.11) + random.nextGaussian();
            values[2][hour] = hour / 24 % 7 == 0 ? 1 : 0;
            for (int column = 0; column < 2 && gaps; column++) {
                if (random.nextDouble() < 0.1 || (hour >= 30 && hour < 54)) {
                    values[column][hour] = Double.NaN;
                }
            }
        }
        return TimeSeries.of(name, Timeline.of(START, Frequency.parse("h"), ZONE), List.of("load", "temp", "holiday"),
                values);
    }

    /// Three hours ahead from eight hours back.
    static ForecastSettings settings(Architecture architecture) {
        return ForecastSettings.horizon(3, "load")
                .withColumns(ColumnRoles.targets(List.of("load")).withPast("temp").withFuture("holiday"))
                .withLookback(OptionalInt.of(8))
                .withWindowScaling(WindowScaling.LAST)
                .withNetwork(new NetworkSettings(5, 1, false, 0, 0, Initialization.KERAS, architecture))
                .withOptimization(OptimizationSettings.standard().withEpochs(1));
    }

    static Forecaster trained(ForecastSettings settings, TimeSeries... series) {
        return new ForecastTrainer(settings, Compute.shared()).train(List.of(series)).forecaster();
    }

    /// The values of a series at a step, in its own order of columns.
    static double[] row(TimeSeries series, int step) {
        double[] row = new double[series.columns().size()];
        for (int column = 0; column < row.length; column++) {
            row[column] = series.value(column, step);
        }
        return row;
    }

    /// What is known before a step: all columns up to it, and the future column as far as the horizon.
    static TimeSeries knownAt(TimeSeries series, int origin, int horizon) {
        TimeSeries known = series.slice(0, origin + horizon);
        for (String column : List.of("load", "temp")) {
            double[] values = known.column(column);
            Arrays.fill(values, origin, values.length, Double.NaN);
            known = known.withColumn(column, values);
        }
        return known;
    }

    /// The series without values in spans of steps (from, to, from, to), but for what was announced of the holiday before.
    static TimeSeries without(TimeSeries series, int horizon, int... spans) {
        TimeSeries holes = series;
        for (String column : series.columns()) {
            double[] values = series.column(column);
            int announced = column.equals("holiday") ? horizon : 0;
            for (int span = 0; span < spans.length; span += 2) {
                int from = Math.min(spans[span] + announced, spans[span + 1]);
                Arrays.fill(values, from, spans[span + 1], Double.NaN);
            }
            holes = holes.withColumn(column, values);
        }
        return holes;
    }

    static TimeSeries named(String name, TimeSeries series) {
        double[][] values = series.columns().stream().map(series::column).toArray(double[][]::new);
        return TimeSeries.of(name, series.timeline(), series.columns(), values);
    }
}
