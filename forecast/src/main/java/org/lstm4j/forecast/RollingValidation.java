package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.prepare.RollingFolds;
import org.lstm4j.forecast.prepare.TimeSplit;

/// Judges settings by training and judging several times, each time a little later: what a search for settings minimises.
///
/// {@snippet :
/// RollingValidation validation = RollingValidation.of(List.of(series), settings, RollingPlan.standard());
/// RollingResult result = validation.judge(settings, 2048, Compute.shared(), () -> false).orElseThrow();
/// double error = result.error();
/// }
///
/// The calibration and test parts are cut off first, so that nothing of them can be seen; [RollingFolds] has the folds in the rest. In each
/// fold all is learnt before its block: scalers, the scale of MASE, which calendar features there are. The windows judged are those whose
/// targets lie in the block, the same for all settings, whatever they look back on.
///
/// The judged windows also choose the epoch by early stopping. The error is thereby slightly flattering, for all settings alike: it serves to
/// compare settings, and the test part alone says how good the chosen ones are.
///
/// Immutable; may be shared by threads.
public final class RollingValidation {

    private final ForecastSettings base;
    private final RollingPlan plan;
    private final RollingRoom room;
    private final List<RollingFold> folds;

    private RollingValidation(ForecastSettings base, RollingPlan plan, RollingRoom room, List<RollingFold> folds) {
        this.base = base;
        this.plan = plan;
        this.room = room;
        this.folds = List.copyOf(folds);
    }

    /// Folds for settings like these.
    ///
    /// @param series of one frequency, each with a name of its own, at least one
    /// @param base whose horizon, columns, season and split all settings to be judged have
    /// @throws DataException when a series is too short for the folds or the lookback, has no value of a target, frequencies differ, or two
    ///         series have one name
    /// @throws ConfigurationException when windows are to be split at random, or the loss is one of ratios and values are scaled to lie
    ///         around 0
    public static RollingValidation of(List<TimeSeries> series, ForecastSettings base, RollingPlan plan) {
        requireByTime(base);
        ForecastLosses.requireScaling(base);
        TrainingSeries whole = new TrainingSeries(series);
        RollingRoom room = RollingRoom.of(series, base, plan.folds());
        room.requireAnyLookback();
        base.lookback().ifPresent(lookback -> room.require("the lookback", lookback));

        List<TimeSeries> seen = new ArrayList<>();
        List<List<TimeSplit>> splits = new ArrayList<>();
        for (TimeSeries one : whole.all()) {
            List<TimeSplit> own = RollingFolds.of(one.steps(), base.horizon(), base.split(), plan.folds());
            seen.add(one.slice(0, own.getLast().steps()));
            splits.add(own);
        }
        TrainingSeries development = new TrainingSeries(seen);
        development.requireTargets(base.columns().targets());
        List<RollingFold> folds = IntStream.range(0, plan.folds())
                .mapToObj(index -> RollingFold.of(index, development, splits))
                .toList();
        return new RollingValidation(base, plan, room, folds);
    }

    private static void requireByTime(ForecastSettings settings) {
        if (settings.split().shuffled()) {
            throw new ConfigurationException(new Problem(
                    "rolling validation goes by time, but windows are to be split at random",
                    "a split by time", "a shuffled split", "leave out --shuffle-split"));
        }
    }

    public RollingPlan plan() {
        return plan;
    }

    /// The largest lookback for which every fold has a window to train on.
    public int longestLookback() {
        return room.longestLookback();
    }

    /// Makes sure of it before any time is spent.
    ///
    /// @param what whose length it is, for the message: `the longest lookback of the space`
    /// @throws DataException when there is no window to train on in the first fold; it names the largest lookback that works
    public void requireRoom(String what, int lookback) {
        room.require(what, lookback);
    }

    /// How many steps the model looks back on with these settings, where they leave it to a rule: in the first fold.
    public int lookback(ForecastSettings settings) {
        return folds.getFirst().plan(settings).window().lookback();
    }

    /// How many windows there are to train on with these settings in the first fold, where they are fewest.
    ///
    /// @throws DataException when a series lacks a column or has a value that cannot be scaled, or there is no window
    public int trainingWindows(ForecastSettings settings) {
        RollingFold first = folds.getFirst();
        return first.parts(first.plan(settings)).train().count();
    }

    /// Trains and judges in every fold. A training that diverges, in any epoch, is a result too, with its reason.
    ///
    /// @param settings with the horizon, columns, season and split that this was made for
    /// @param mostTrainingWindows of each fold, spread evenly; at least 1. The judged windows are the same at any number
    /// @param stop asked for after every batch, by the thread that calls; once it says so there is no result
    /// @return empty when it was stopped before the last fold was judged
    /// @throws DataException when a series lacks a column, has a value that scaler or loss cannot take, or there is no window
    /// @throws ConfigurationException when the loss is one of ratios, and values are scaled to lie around 0
    /// @throws IllegalArgumentException when the settings differ in what must be the same
    public Optional<RollingResult> judge(
            ForecastSettings settings, int mostTrainingWindows, Compute compute, BooleanSupplier stop) {
        requireComparable(settings);
        ForecastLosses.requireScaling(settings);
        settings.lookback().ifPresent(lookback -> room.require("the lookback", lookback));
        StopOnSignal signal = new StopOnSignal(stop);
        List<FoldResult> done = new ArrayList<>();
        Optional<String> failure = Optional.empty();
        for (RollingFold fold : folds) {
            if (signal.isRaisedNow()) {
                return Optional.empty();
            }
            failure = judge(fold, settings, mostTrainingWindows, compute, signal, done);
            if (signal.raised()) {
                return Optional.empty();
            }
            if (failure.isPresent()) {
                break;
            }
        }
        return Optional.of(new RollingResult(done, failure));
    }

    /// Adds the fold's result to those done, or says why there is none.
    private Optional<String> judge(RollingFold fold, ForecastSettings settings, int mostTrainingWindows,
            Compute compute, StopOnSignal signal, List<FoldResult> done) {
        try {
            FoldResult result = fold.judge(settings, mostTrainingWindows, plan.mostJudgedWindows(), compute, signal);
            if (!Double.isFinite(result.model().mae())) {
                return Optional.of("fold " + fold.number() + ": the forecasts are beyond all bounds");
            }
            done.add(result);
            return Optional.empty();
        } catch (TrainingException diverged) {
            return Optional.of("fold " + fold.number() + ": " + diverged.problem().what());
        }
    }

    private void requireComparable(ForecastSettings settings) {
        if (settings.horizon() != base.horizon() || !settings.columns().equals(base.columns())
                || !settings.season().equals(base.season()) || !settings.split().equals(base.split())) {
            throw new IllegalArgumentException("settings to be compared must have the same horizon, columns, season"
                    + " and split as those that the folds were made for; make a RollingValidation of their own");
        }
    }
}
