package org.lstm4j.forecast.backtest;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.FittedModel;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.baseline.Baseline;
import org.lstm4j.forecast.global.GlobalFit;
import org.lstm4j.forecast.global.GlobalSettings;
import org.lstm4j.train.Callback;

/// Judges a way of forecasting at several moments of the past, its origins, beside every baseline: a rolling-origin backtest.
///
/// {@snippet :
/// BacktestSettings plan = BacktestSettings.standard(24).withRefit(Refit.EACH);
/// BacktestResult result = new Backtest(settings, plan, Compute.shared()).run(List.of(series), BacktestListener.SILENT);
/// System.out.println(result.verdict());
/// }
///
/// At every origin model and baselines see what was known then and nothing else: past values, and future columns up to the horizon. A
/// model learns nothing, be it a scale, a season, a choice by trial or a calibration, from what lies at its origin or after; its
/// validation and calibration parts are the end of what lies before. Series of different lengths are judged at the same distances from
/// their last observed target.
///
/// Errors of all windows of a series are divided by one scale, that of the first training, so that windows can be compared and added up.
///
/// Source: Tashman, "Out-of-sample tests of forecasting accuracy", International Journal of Forecasting 16, 2000.
///
/// @param method that is judged
/// @param plan which windows, and when to train
public record Backtest(BacktestMethod method, BacktestSettings plan, Compute compute) {

    /// A model and what it is compared with, both made from what lies before one origin.
    private record Contest(FittedModel fitted, List<Baseline> baselines) {}

    /// Judges a forecaster of windows.
    ///
    /// @param settings of the model; its test share counts for nothing
    /// @param plan which windows, and when to train
    public Backtest(ForecastSettings settings, BacktestSettings plan, Compute compute) {
        this(new WindowMethod(settings), plan, compute);
    }

    /// Judges a global model.
    ///
    /// @param settings of the model; its test share counts for nothing
    /// @param kind of model
    /// @param plan which windows, and when to train
    public Backtest(GlobalSettings settings, GlobalFit kind, BacktestSettings plan, Compute compute) {
        this(new GlobalMethod(settings, kind), plan, compute);
    }

    /// Trains, foretells and judges.
    ///
    /// When the loss of a training from windows becomes NaN or infinite after some epochs, the forecaster of the best epoch before is
    /// judged, and [FittedModel#divergence] of that training says why.
    ///
    /// @param series of one frequency, each with a name of its own, at least one
    /// @throws DataException when a series is too short for the windows, a future column ends before the last window does, or as
    ///         [BacktestMethod#fit]
    /// @throws ConfigurationException when windows are to be split at random, or as [BacktestMethod#fit]
    /// @throws TrainingException as [BacktestMethod#fit]
    public BacktestResult run(List<TimeSeries> series, BacktestListener listener) {
        requireByTime();
        BacktestSeries all = BacktestSeries.of(series, method.columns());
        new BacktestRoom(method, plan, compute).require(all);
        all.requireFuture(method.columns().future());
        List<FittedModel> trainings = new ArrayList<>();
        Contest contest = contest(all, 0, trainings, listener);
        BacktestJudge judge = new BacktestJudge(all, method.horizon(), plan.stride(), compute, contest.baselines(),
                contest.fitted().forecaster().givesQuantiles(), BacktestBaselines.notes(forecasts(all)));
        List<BacktestWindow> windows = new ArrayList<>();
        for (int window = 0; window < plan.windows(); window++) {
            if (window > 0 && plan.refit() == Refit.EACH) {
                contest = contest(all, window, trainings, listener);
            }
            BacktestWindow judged = judge.judge(window, distance(window), contest.fitted().forecaster(),
                    contest.baselines());
            listener.judged(judged);
            windows.add(judged);
        }
        return judge.result(method, plan, windows, trainings);
    }

    private Contest contest(BacktestSeries all, int window, List<FittedModel> trainings,
            BacktestListener listener) {
        long distance = distance(window);
        List<TimeSeries> known = all.before(distance);
        Callback callback = listener.trainingBegins(trainings.size() + 1, all.origin(distance));
        FittedModel fitted = method.fit(known, callback, listener::epochEnded, compute);
        listener.trainingEnded(fitted);
        trainings.add(fitted);
        return new Contest(fitted, new BacktestBaselines(method, forecasts(all)).of(fitted.forecaster(), known));
    }

    private long distance(int window) {
        return plan.distance(window, method.horizon());
    }

    /// How many forecasts each baseline is asked for.
    private long forecasts(BacktestSeries all) {
        return (long) plan.windows() * all.series().size() * method.columns().targets().size();
    }

    private void requireByTime() {
        if (method.split().shuffled()) {
            throw new ConfigurationException(new Problem(
                    "a backtest goes by time, but windows are to be split at random",
                    "a split by time", "a shuffled split", "leave out --shuffle-split"));
        }
    }
}
