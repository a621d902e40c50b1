package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.baseline.Baseline;
import org.lstm4j.forecast.prepare.TimeSplit;
import org.lstm4j.forecast.prepare.WindowSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.train.Callback;

/// Trains a forecaster: split by time, scale on the training part, cut windows, fit with early stopping, judge the test part
/// once.
///
/// {@snippet :
/// ForecastSettings settings = ForecastSettings.horizon(24, "load");
/// TrainedForecaster trained = new ForecastTrainer(settings, Compute.shared()).train(List.of(series));
/// List<Forecast> forecasts = trained.forecaster().forecast(series, 24, Compute.shared());
/// }
public final class ForecastTrainer {

    private final ForecastSettings settings;
    private final Compute compute;

    public ForecastTrainer(ForecastSettings settings, Compute compute) {
        this.settings = settings;
        this.compute = compute;
    }

    /// Trains one model on all series.
    ///
    /// When the loss becomes NaN or infinite after some epochs, the forecaster of the best epoch before is judged and returned,
    /// with the reason in [TrainedForecaster#divergence].
    ///
    /// @param series of one frequency, each with a name of its own, at least one
    /// @param callbacks hear how training goes, and may steer it
    /// @throws DataException when a series lacks a column or is too short, frequencies differ, or two series have one name
    /// @throws DataException when the loss is one of ratios and not defined for a value
    /// @throws ConfigurationException when the loss is one of ratios, and values are scaled to lie around 0
    /// @throws TrainingException when the loss becomes NaN or infinite in the first epoch, before there is anything to keep
    public TrainedForecaster train(List<TimeSeries> series, Callback... callbacks) {
        Windows windows = windows(series);
        windows.parts().requireNonEmpty(true, isValidating(), isCalibrating());
        Windows settled = windows.settled(compute, callbacks);
        FittedForecaster fitted = fit(settled, callbacks);
        List<Baseline> baselines = baselines(fitted.forecaster(), series);
        Evaluation test = new WindowJudge(fitted.forecaster(), compute)
                .judge(settled.parts().test(), baselines, settled.parts().notes());
        return new TrainedForecaster(
                fitted.forecaster(), fitted.settings(), fitted.choices(), fitted.history(), fitted.trainingWindows(),
                test, baselines, settled.parts().test(), fitted.divergence());
    }

    /// The standard ones, and the linear map fitted to what the model knew; it goes by time, so not where windows are dealt at random.
    private List<Baseline> baselines(Forecaster forecaster, List<TimeSeries> series) {
        List<Baseline> baselines = new ArrayList<>(Baseline.standard(forecaster.season()));
        if (!settings.split().shuffled()) {
            new LinearBaselineFit(forecaster.window(), settings.columns().targets(), forecaster.season())
                    .fit(series, splits(series)).ifPresent(baselines::add);
        }
        return baselines;
    }

    /// Fits one model to all series and judges nothing: the validation and calibration parts are the end of the series, and there is no
    /// test part, whatever its share.
    ///
    /// @param series of one frequency, each with a name of its own, at least one; all that they hold is used
    /// @param callbacks hear how training goes, and may steer it
    /// @throws DataException as [#train]
    /// @throws ConfigurationException as [#train]
    /// @throws TrainingException as [#train]
    public FittedForecaster fit(List<TimeSeries> series, Callback... callbacks) {
        return withoutTest().fitted(series, callbacks);
    }

    /// Whether each of the series has room for a window to [fit][#fit] to.
    ///
    /// @throws DataException when a series lacks a column, there is none, frequencies differ, or two series have one name
    public boolean hasRoom(List<TimeSeries> series) {
        return withoutTest().leavesWindows(series);
    }

    private ForecastTrainer withoutTest() {
        return new ForecastTrainer(settings.withSplit(settings.split().withoutTest()), compute);
    }

    private FittedForecaster fitted(List<TimeSeries> series, Callback... callbacks) {
        Windows windows = windows(series);
        windows.parts().requireNonEmpty(false, isValidating(), isCalibrating());
        return fit(windows.settled(compute, callbacks), callbacks);
    }

    /// Windows of each part, and how they are cut.
    ///
    /// @param walk see [TreatmentTrials.Settled]
    private record Windows(WindowPlan plan, WindowParts parts, boolean walk) {

        Windows settled(Compute compute, Callback... callbacks) {
            TreatmentTrials.Settled settled = new TreatmentTrials(plan, parts, compute, List.of(callbacks)).settle();
            return new Windows(settled.plan(), settled.parts(), settled.walk());
        }
    }

    private Windows windows(List<TimeSeries> series) {
        ForecastLosses.requireScaling(settings);
        TrainingSeries training = new TrainingSeries(series);
        List<TimeSplit> splits = splits(series);
        WindowPlan plan = WindowPlan.of(settings, series, splits);
        requireRoom(series, plan);
        training.requireTargets(plan.schema().targets());
        WindowParts parts = settings.split().shuffled()
                ? new ShuffledParts(plan).of(series)
                : new PartsByTime(plan).of(series, splits);
        Deseasonalization season = settings.deseasonalization();
        return new Windows(
                season == Deseasonalization.NONE ? plan : plan.withChoice(season.found(parts.facts().values())), parts,
                false);
    }

    private FittedForecaster fit(Windows windows, Callback... callbacks) {
        WindowPlan plan = windows.plan();
        WindowParts parts = windows.parts();
        NetworkFitting fitting = new NetworkFitting(plan, compute);
        NetworkFitting.Fit fit = fitting.fit(parts.train(), parts.validation(), List.of(callbacks));
        CorrectionProof proof = new CorrectionProof(plan, parts, compute);
        if (windows.walk() && !proof.isGiven(fit.network())) {
            fit = fitting.withoutCorrections(fit);
            plan = plan.withChoice(CorrectionProof.choiceOfNone());
        }
        IntervalCalibration intervals = new IntervalCalibration(settings.calibration(), parts, compute);
        Floors floors = Floors.of(settings.floor(), parts.ranges());
        if (settings.floor().equals(FloorRule.AUTO) && !floors.isEmpty()) {
            plan = plan.withChoice(floors.choice(plan.schema().targets(), parts.ranges()));
        }
        Forecaster forecaster = intervals.beforeRefit(
                Forecaster.of(fit.network(), plan, parts.facts()).withFloors(floors));
        if (forecaster.calibrationSource() == CalibrationSource.VALIDATION) {
            plan = plan.withChoice(intervals.choice());
        }
        if (!isRefitting() || fit.divergence().isPresent()) {
            return fitted(plan, fit, intervals.atTheEnd(forecaster), parts.train().count());
        }
        Sequential network = fitting.refit(parts.development(), fit.recipe(), List.of(callbacks));
        WindowPlan refitted = plan.withChoice(Finish.choiceOfRefit(fit.history().bestEpoch()));
        return fitted(refitted, fit, intervals.atTheEnd(forecaster.withNetwork(network)),
                parts.development().count());
    }

    private static FittedForecaster fitted(
            WindowPlan plan, NetworkFitting.Fit fit, Forecaster forecaster, int trained) {
        return new FittedForecaster(
                forecaster, plan.settings(), plan.choices(), fit.history(), trained, fit.divergence());
    }

    /// Without validation windows the first fit had all of them.
    private boolean isRefitting() {
        return isValidating() && settings.optimization().finish() == Finish.REFIT;
    }

    private boolean isValidating() {
        return settings.optimization().earlyStopping() > 0;
    }

    private boolean isCalibrating() {
        return settings.split().calibration() > 0;
    }

    private List<TimeSplit> splits(List<TimeSeries> series) {
        return series.stream()
                .map(one -> TimeSplit.of(one.steps(), settings.horizon(), settings.split()))
                .toList();
    }

    private boolean leavesWindows(List<TimeSeries> series) {
        List<TimeSplit> splits = splits(new TrainingSeries(series).all());
        WindowPlan plan = WindowPlan.of(settings, series, splits);
        int least = plan.form().leastHistory() + settings.horizon();
        return splits.stream().allMatch(split -> split.trainEnd() >= least);
    }

    private void requireRoom(List<TimeSeries> series, WindowPlan plan) {
        TrainingRoom room = new TrainingRoom(settings);
        WindowSpec least = new WindowSpec(plan.form().leastHistory(), plan.window().horizon());
        for (TimeSeries one : series) {
            room.require(TrainingSeries.nameOf(one), one.steps(), least);
        }
    }
}
