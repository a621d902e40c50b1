package org.lstm4j.examples;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.ForecastTrainer;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.forecast.TrainedForecaster;
import org.lstm4j.train.TrainingListener;

/// From a series in memory to a forecast: the five lines of the README.
public final class ForecastInFiveLines {

    private ForecastInFiveLines() {}

    public static void main(String[] args) {
        IO.println(run(waves(2000), 24));
    }

    /// Trains on a series and foretells the steps after it.
    static Forecast run(double[] load, int horizon) {
        Timeline hours = Timeline.of(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli(), Frequency.parse("h"),
                ZoneId.of("UTC"));
        TimeSeries series = TimeSeries.ofColumn(hours, "load", load);
        ForecastTrainer trainer = new ForecastTrainer(ForecastSettings.horizon(horizon, "load"), Compute.shared());
        TrainedForecaster trained = trainer.train(List.of(series), TrainingListener.NONE);
        return trained.forecaster().forecast(series, horizon, Compute.shared()).getFirst();
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
