package org.lstm4j.examples;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.ForecastTrainer;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;

/// From a series in memory to a forecast: the five lines of the README.
public final class ForecastInFiveLines {

    private ForecastInFiveLines() {}

    public static void main(String[] args) {
        IO.println(run(Instant.parse("2026-01-01T00:00:00Z"), waves(2000)));
    }

    /// Trains on the values of each hour since `start` and foretells the day after them.
    static Forecast run(Instant start, double[] load) {
        // @start region="five-lines"
        Timeline hours = Timeline.of(start.toEpochMilli(), Frequency.parse("h"), ZoneOffset.UTC);
        TimeSeries series = TimeSeries.ofColumn(hours, "load", load);
        ForecastTrainer trainer = new ForecastTrainer(ForecastSettings.horizon(24, "load"), Compute.shared());
        Forecaster forecaster = trainer.train(List.of(series)).forecaster();
        Forecast day = forecaster.forecast(series, 24, Compute.shared()).getFirst();
        // @end
        return day;
    }

    /// A day's wave with a week's on top.
    static double[] waves(int hours) {
        double[] load = new double[hours];
        for (int hour = 0; hour < hours; hour++) {
            load[hour] = 100 + 20 * StrictMath.sin(hour * 2 * Math.PI / 24)
                    + 5 * StrictMath.sin(hour * 2 * Math.PI / 168);
        }
        return load;
    }
}
