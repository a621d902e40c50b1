package org.lstm4j.forecast.backtest;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.FittedForecaster;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.ForecastTrainer;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.baseline.Baseline;

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
/// @param settings of the model; its test share counts for nothing
/// @param plan which windows, and when to train
public record Backtest(ForecastSettings settings, BacktestSettings plan, Compute compute) {

    /// A model and what it is compared with, both made from what lies before one origin.
    private record Contest(FittedForecaster fitted, List<Baseline> baselines) {}

    /// Trains, foretells and judges.
    ///
    /// When the loss of a training becomes NaN or infinite after some epochs, the forecaster of the best epoch before is judged, and
    /// [FittedForecaster#divergence] of that training says why.
    ///
    /// @param series of one frequency, each with a name of its own, at least one
    /// @throws DataException when a series is too short for the windows, a future column ends before the last window does, or as
    ///         [ForecastTrainer#train]
    /// @throws ConfigurationException when windows are to be split at random, or as [ForecastTrainer#train]
    /// @throws TrainingException when the loss becomes NaN or infinite in the first epoch
    public BacktestResult run(List<TimeSeries> series, BacktestListener listener) {
        requireByTime();
        BacktestSeries all = BacktestSeries.of(series, settings.columns());
        new BacktestRoom(settings, plan, compute).require(all);
        all.requireFuture(settings.columns().future());
        List<FittedForecaster> trainings = new ArrayList<>();
        Contest contest = contest(all, 0, trainings, listener);
        BacktestJudge judge = new BacktestJudge(all, settings.horizon(), plan.stride(), compute, contest.baselines(),
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
        return judge.result(settings, plan, windows, trainings);
    }

    private Contest contest(BacktestSeries all, int window, List<FittedForecaster> trainings,
            BacktestListener listener) {
        long distance = distance(window);
        List<TimeSeries> known = all.before(distance);
        FittedForecaster fitted = new ForecastTrainer(settings, compute)
                .fit(known, listener.trainingBegins(trainings.size() + 1, all.origin(distance)));
        listener.trainingEnded(fitted);
        trainings.add(fitted);
        return new Contest(fitted, new BacktestBaselines(settings, forecasts(all)).of(fitted.forecaster(), known));
    }

    private long distance(int window) {
        return plan.distance(window, settings.horizon());
    }

    /// How many forecasts each baseline is asked for.
    private long forecasts(BacktestSeries all) {
        return (long) plan.windows() * all.series().size() * settings.columns().targets().size();
    }

    private void requireByTime() {
        if (settings.split().shuffled()) {
            throw new ConfigurationException(new Problem(
                    "a backtest goes by time, but windows are to be split at random",
                    "a split by time", "a shuffled split", "leave out --shuffle-split"));
        }
    }
}
