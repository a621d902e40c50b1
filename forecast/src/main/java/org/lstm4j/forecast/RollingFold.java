package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.prepare.TimeSplit;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.train.Callback;

/// One fold of rolling validation. Immutable; may be shared by threads.
///
/// @param number from 1
/// @param series cut off at the end of their blocks
/// @param splits one for each series
record RollingFold(int number, List<TimeSeries> series, List<TimeSplit> splits) {

    /// @param splits of each series, one for each fold
    static RollingFold of(int index, TrainingSeries series, List<List<TimeSplit>> splits) {
        List<TimeSeries> cut = new ArrayList<>();
        List<TimeSplit> own = new ArrayList<>();
        for (int which = 0; which < splits.size(); which++) {
            TimeSplit split = splits.get(which).get(index);
            own.add(split);
            cut.add(series.all().get(which).slice(0, split.steps()));
        }
        return new RollingFold(index + 1, List.copyOf(cut), List.copyOf(own));
    }

    /// Windows to train on and, as validation, to judge on.
    WindowParts parts(WindowPlan plan) {
        WindowParts parts = new PartsByTime(plan).of(series, splits);
        WindowParts.require("training part of fold " + number, parts.train());
        WindowParts.require("judged part of fold " + number, parts.validation());
        return parts;
    }

    WindowPlan plan(ForecastSettings settings) {
        return WindowPlan.of(settings, series, splits);
    }

    /// Trains and judges.
    ///
    /// @throws TrainingException when the loss becomes NaN or infinite, be it after good epochs: such settings are none to recommend
    FoldResult judge(
            ForecastSettings settings, int mostTrained, int mostJudged, Compute compute, Callback callback) {
        WindowPlan left = plan(settings);
        TreatmentTrials.Settled settled = new TreatmentTrials(left, parts(left), compute, List.of()).settle();
        WindowPlan plan = settled.plan();
        WindowParts parts = settled.parts();
        WindowSamples train = parts.train().thinned(mostTrained);
        WindowSamples judged = parts.validation().thinned(mostJudged);
        NetworkFitting.Fit fit = new NetworkFitting(plan, compute).fit(train, judged, List.of(callback));
        if (fit.divergence().isPresent()) {
            throw fit.divergence().get();
        }
        Forecaster forecaster = Forecaster.of(fit.network(), plan, parts.facts());
        Evaluation evaluation = new WindowJudge(forecaster, compute).judge(judged, List.of());
        return new FoldResult(train.count(), judged.count(), fit.history().epochs().size(), fit.history().bestEpoch(),
                evaluation.model(), evaluation.baselines());
    }
}
