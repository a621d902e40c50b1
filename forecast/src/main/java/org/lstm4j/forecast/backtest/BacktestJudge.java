package org.lstm4j.forecast.backtest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Evaluation;
import org.lstm4j.forecast.FittedForecaster;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.JudgedForecast;
import org.lstm4j.forecast.Judgement;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.baseline.Baseline;
import org.lstm4j.forecast.metrics.SeriesScale;
import org.lstm4j.forecast.prepare.WindowSamples;

/// Judges window after window, and all of them together. Mutable, one caller at a time.
final class BacktestJudge {

    private final BacktestSeries all;
    private final int horizon;
    private final int stride;
    private final Compute compute;
    private final boolean hasIntervals;
    private final Judgement pooled;
    /// Of each target of each series, the same for all windows.
    private final Map<String, SeriesScale> scales = new LinkedHashMap<>();
    private int windows;

    /// @param baselines of the first window
    /// @param hasIntervals whether the model gives quantiles
    /// @param notes what is known before the windows are judged
    BacktestJudge(BacktestSeries all, int horizon, int stride, Compute compute, List<Baseline> baselines,
            boolean hasIntervals,
            List<String> notes) {
        this.all = all;
        this.horizon = horizon;
        this.compute = compute;
        this.hasIntervals = hasIntervals;
        this.stride = stride;
        pooled = new Judgement(baselines, horizon, stride, hasIntervals, notes);
    }

    /// Judges the window that begins at that distance from the end of every series.
    ///
    /// @param current the baselines of this window: as those of the first, fitted anew
    BacktestWindow judge(int window, long distance, Forecaster forecaster, List<Baseline> current) {
        WindowSamples samples = samples(forecaster, distance);
        Judgement own = new Judgement(current, horizon, stride, hasIntervals, List.of());
        own.expect(forecaster.floors());
        pooled.expect(forecaster.floors());
        for (JudgedForecast unscaled : forecaster.foretell(samples, compute)) {
            JudgedForecast forecast = unscaled.withScale(
                    scales.computeIfAbsent(unscaled.window().key(), _ -> unscaled.window().scale()));
            List<double[]> said = Judgement.said(current, forecast.window());
            pooled.add((long) window * stride, forecast, said);
            own.add(0, forecast, said);
        }
        windows += samples.windowCount();
        return new BacktestWindow(window + 1, all.origin(distance), own.evaluation(samples.windowCount()));
    }

    /// Each series ends with its window, so that nothing later can be seen.
    private WindowSamples samples(Forecaster forecaster, long distance) {
        WindowSamples.Builder builder = WindowSamples.of(forecaster.form());
        for (TimeSeries series : all.before(distance - horizon)) {
            builder.add(forecaster.prepare(series), series.steps() - horizon, series.steps());
        }
        return builder.build();
    }

    BacktestResult result(ForecastSettings settings, BacktestSettings plan, List<BacktestWindow> judged,
            List<FittedForecaster> trainings) {
        Evaluation evaluation = pooled.evaluation(windows);
        String best = evaluation.bestBaseline();
        return new BacktestResult(settings, plan, judged, evaluation, pooled.bySeries(), pooled.bySeries(best),
                trainings);
    }
}
