package org.lstm4j.forecast.global;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Choice;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.TrainingSeries;
import org.lstm4j.forecast.metrics.SeriesScale;
import org.lstm4j.forecast.prepare.TimeSplit;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.train.History;

/// Trains a global model: split by time, fit on the training parts with the validation parts as judge of epochs, calibrate if asked, judge
/// the test part once.
///
/// {@snippet :
/// GlobalSettings settings = GlobalSettings.horizon(24, ColumnRoles.targets(List.of("load")));
/// GlobalFit kind = new EsRnnFit(TrainingWishes.ofSeed(42), Optional.empty(), List.of(0.5), System::nanoTime);
/// TrainedGlobal trained = new GlobalTrainer(settings, kind, Compute.shared()).train(series, epoch -> {});
/// }
///
/// @param kind of model
/// @param compute changes no result
public record GlobalTrainer(GlobalSettings settings, GlobalFit kind, Compute compute) {

    /// Trains one model on all series.
    ///
    /// @param series of one frequency, each with a name of its own, at least one
    /// @param afterEpoch hears how it goes
    /// @throws DataException when a series lacks a column, is too short or has values that the kind cannot learn from, frequencies differ,
    ///         or two series have one name
    /// @throws org.lstm4j.ConfigurationException when the kind cannot read a column in its role
    /// @throws org.lstm4j.TrainingException when the loss becomes NaN or infinite
    public TrainedGlobal train(List<TimeSeries> series, Consumer<History.Epoch> afterEpoch) {
        FittedGlobal fitted = fitted(series, afterEpoch);
        GlobalJudge judge = new GlobalJudge(fitted.forecaster(), compute);
        WindowSamples test = judge.test(series, splits(series));
        require("test part", test);
        return new TrainedGlobal(fitted.forecaster(), settings, kind, fitted.inForce(), fitted.history(),
                fitted.loss(), fitted.pace(), judge.judge(test, List.of()));
    }

    /// Fits one model to all series and judges nothing: the validation and calibration parts are the end of the series, and there is no
    /// test part, whatever its share.
    ///
    /// @param series of one frequency, each with a name of its own, at least one; all that they hold is used
    /// @param afterEpoch hears how it goes
    /// @throws DataException as [#train]
    /// @throws org.lstm4j.ConfigurationException as [#train]
    /// @throws org.lstm4j.TrainingException as [#train]
    public FittedGlobal fit(List<TimeSeries> series, Consumer<History.Epoch> afterEpoch) {
        return withoutTest().fitted(series, afterEpoch);
    }

    /// Whether each of the series has room to [fit][#fit] a model to. One without any value is passed over: fitting complains of it.
    ///
    /// @throws DataException when a series lacks a column, there is none, frequencies differ, or two series have one name
    /// @throws org.lstm4j.ConfigurationException when the kind cannot read a column in its role
    public boolean hasRoom(List<TimeSeries> series) {
        kind.requireReadable(settings);
        GlobalPlan plan = withoutTest().plan(new TrainingSeries(series));
        return plan.hasRoom(kind.leastHistory(plan));
    }

    private GlobalTrainer withoutTest() {
        return new GlobalTrainer(settings.withSplit(settings.split().withoutTest()), kind, compute);
    }

    private GlobalPlan plan(TrainingSeries series) {
        return GlobalPlan.of(settings, series.all(), series.frequency());
    }

    private List<TimeSplit> splits(List<TimeSeries> series) {
        return series.stream()
                .map(one -> TimeSplit.of(one.steps(), settings.horizon(), settings.split()))
                .toList();
    }

    private FittedGlobal fitted(List<TimeSeries> series, Consumer<History.Epoch> afterEpoch) {
        kind.requireReadable(settings);
        TrainingSeries training = new TrainingSeries(series);
        training.requireTargets(settings.columns().targets());
        GlobalPlan plan = plan(training);
        GlobalFit.Fitted fitted = kind.fit(plan, compute, afterEpoch);
        GlobalForecaster forecaster = calibrated(new GlobalForecaster(fitted.model(),
                fitted.schema(), plan.frequency(), plan.season(), Optional.empty(),
                facts(plan)), series);
        return new FittedGlobal(forecaster, settings, kind, settings(plan, fitted), fitted.history(), fitted.loss(),
                kind.pace(plan.targets().size()));
    }

    private GlobalForecaster calibrated(GlobalForecaster raw, List<TimeSeries> series) {
        if (settings.split().calibration() == 0) {
            return raw;
        }
        GlobalJudge judge = new GlobalJudge(raw, compute);
        WindowSamples windows = judge.calibration(series, splits(series));
        require("calibration part", windows);
        return raw.withCalibration(judge.calibration(windows));
    }

    private static void require(String part, WindowSamples windows) {
        if (windows.count() == 0) {
            throw new DataException(Problem.of(
                    "the " + part + " has no window whose targets were all observed",
                    "bring more rows, fill gaps with --fill, or give that part a larger share"));
        }
    }

    private List<Choice> settings(GlobalPlan plan, GlobalFit.Fitted fitted) {
        List<Choice> all = new ArrayList<>();
        all.add(new Choice("season", Integer.toString(plan.season()),
                plan.askedSeason().isPresent()
                        ? ""
                        : plan.season() > 1
                                ? "the next longer cycle of the calendar, in steps of "
                                        + plan.frequency().words()
                                : "no cycle follows from steps of " + plan.frequency().words()
                                        + "; --season N gives one"));
        all.addAll(fitted.settings());
        return all;
    }

    /// What is kept of each target, of its training part alone.
    static Map<String, TargetFacts> facts(GlobalPlan plan) {
        Map<String, TargetFacts> facts = new LinkedHashMap<>();
        for (int index = 0; index < plan.targets().size(); index++) {
            TargetSeries target = plan.targets().get(index);
            TimeSplit split = plan.splits().get(index);
            facts.put(target.name(), new TargetFacts(
                    SeriesScale.of(plan.valuesUntil(index, split.trainEnd()), plan.season()),
                    target.series().timeline().instantMillis(target.firstObserved()),
                    target.series().timeline().instantMillis(split.calibrationEnd())));
        }
        return facts;
    }
}
