package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.lstm4j.DataException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.prepare.PreparedSeries;

/// Foretells more steps than a forecaster was trained for: it goes on from its own point forecasts, the medians where it gives quantiles,
/// window after window.
///
/// | step ahead | read as the past | point | quantiles |
/// |---|---|---|---|
/// | up to the trained horizon | what was observed | as [Forecaster#forecast] | as there |
/// | beyond it | that and the points before | from the window that begins at the last multiple of the horizon | NaN |
///
/// Quantiles end with the trained horizon because nothing that was trained or calibrated speaks of later steps. To follow the path of each
/// quantile as if the target stayed on it would make a number, but none that holds the target as often as it says.
/// Past columns, of which nothing is known ahead, stay at their last value.
public final class ExtendedForecast {

    private final Forecaster forecaster;
    private final Compute compute;

    public ExtendedForecast(Forecaster forecaster, Compute compute) {
        this.forecaster = forecaster;
        this.compute = compute;
    }

    /// Foretells the steps after the last observed target.
    ///
    /// @param horizon steps ahead, at least 1
    /// @return a forecast for each target
    /// @throws DataException as [Forecaster#forecast]; future columns must be known up to the end of this horizon
    public List<Forecast> forecast(TimeSeries series, int horizon) {
        int trained = forecaster.window().horizon();
        if (horizon <= trained) {
            return forecaster.forecast(series, horizon, compute);
        }
        PreparedSeries prepared = forecaster.prepare(series);
        int origin = forecaster.requireOrigin(prepared, horizon);
        TimeSeries known = withRoom(series, Math.addExact(origin, horizon));
        List<Forecast> first = forecaster.forecastAt(prepared, origin, trained, compute);
        List<Forecast> latest = first;
        List<List<Double>> points = first.stream().<List<Double>>map(one -> new ArrayList<>(one.mean())).toList();
        for (int done = trained; done < horizon; done += trained) {
            known = withPoints(known, latest, origin + done - trained);
            latest = forecaster.forecastAt(
                    prepared.withSeries(known), origin + done, Math.min(trained, horizon - done), compute);
            for (int target = 0; target < latest.size(); target++) {
                points.get(target).addAll(latest.get(target).mean());
            }
        }
        List<Forecast> whole = new ArrayList<>();
        for (int target = 0; target < first.size(); target++) {
            whole.add(extended(first.get(target), points.get(target)));
        }
        return List.copyOf(whole);
    }

    /// With missing values at its end.
    private static TimeSeries withRoom(TimeSeries series, int steps) {
        if (series.steps() >= steps) {
            return series;
        }
        double[][] values = new double[series.columns().size()][];
        for (int index = 0; index < values.length; index++) {
            values[index] = Arrays.copyOf(series.column(series.columns().get(index)), steps);
            Arrays.fill(values[index], series.steps(), steps, Double.NaN);
        }
        return TimeSeries.of(series.name(), series.timeline(), series.columns(), values);
    }

    /// As if the forecasts, which begin at a step, had come true.
    private static TimeSeries withPoints(TimeSeries series, List<Forecast> forecasts, int from) {
        TimeSeries known = series;
        for (Forecast forecast : forecasts) {
            double[] values = known.column(forecast.target());
            for (int step = 0; step < forecast.horizon(); step++) {
                values[from + step] = forecast.mean().get(step);
            }
            known = known.withColumn(forecast.target(), values);
        }
        return known;
    }

    private static Forecast extended(Forecast first, List<Double> points) {
        List<List<Double>> quantiles = new ArrayList<>(first.quantiles());
        List<Double> unknown = Collections.nCopies(first.levels().size(), Double.NaN);
        while (quantiles.size() < points.size()) {
            quantiles.add(unknown);
        }
        return new Forecast(first.series(), first.target(), first.timeline(), points, first.levels(), quantiles);
    }
}
