package org.lstm4j.forecast.backtest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Evaluation;
import org.lstm4j.forecast.FittedModel;
import org.lstm4j.forecast.ForecastModel;
import org.lstm4j.forecast.JudgedForecast;
import org.lstm4j.forecast.Judgement;
import org.lstm4j.forecast.baseline.Baseline;
import org.lstm4j.forecast.metrics.SeriesScale;

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
    BacktestWindow judge(int window, long distance, ForecastModel model, List<Baseline> current) {
        List<JudgedForecast> foretold = model.foretellLast(all.before(distance - horizon), compute);
        Judgement own = new Judgement(current, horizon, stride, hasIntervals, List.of());
        own.expect(model.floors());
        pooled.expect(model.floors());
        for (JudgedForecast unscaled : foretold) {
            JudgedForecast forecast = unscaled.withScale(
                    scales.computeIfAbsent(unscaled.window().key(), _ -> unscaled.window().scale()));
            List<double[]> said = Judgement.said(current, forecast.window());
            pooled.add((long) window * stride, forecast, said);
            own.add(0, forecast, said);
        }
        int judged = windows(foretold);
        windows += judged;
        return new BacktestWindow(window + 1, all.origin(distance), own.evaluation(judged));
    }

    /// Each series has one, of all its targets.
    private static int windows(List<JudgedForecast> foretold) {
        return (int) foretold.stream().map(forecast -> forecast.window().series().series().name()).distinct().count();
    }

    BacktestResult result(BacktestMethod method, BacktestSettings plan, List<BacktestWindow> judged,
            List<FittedModel> trainings) {
        Evaluation evaluation = pooled.evaluation(windows);
        String best = evaluation.bestBaseline();
        return new BacktestResult(method, plan, judged, evaluation, pooled.bySeries(), pooled.bySeries(best),
                trainings);
    }
}
