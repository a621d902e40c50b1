package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.forecast.prepare.PreparedSeries;
import org.lstm4j.forecast.prepare.StaticScaling;
import org.lstm4j.forecast.prepare.TimeSplit;
import org.lstm4j.forecast.prepare.WindowSamples;

/// Makes parts by time: what comes later trains nothing and scales nothing.
///
/// @param plan how windows are cut
record PartsByTime(WindowPlan plan) {

    /// @param splits one for each series
    WindowParts of(List<TimeSeries> series, List<TimeSplit> splits) {
        WindowSamples.Builder train = WindowSamples.of(plan.form());
        WindowSamples.Builder validation = WindowSamples.of(plan.form());
        WindowSamples.Builder development = WindowSamples.of(plan.form());
        WindowSamples.Builder calibration = WindowSamples.of(plan.form());
        WindowSamples.Builder test = WindowSamples.of(plan.form());
        Map<String, SeriesFacts> facts = new LinkedHashMap<>();
        List<TimeSeries> known = new ArrayList<>();
        StaticScaling statics = StaticScaling.fit(series, plan.schema(), plan.settings().scaling());
        for (int index = 0; index < series.size(); index++) {
            TimeSeries whole = series.get(index);
            TimeSplit split = splits.get(index);
            TimeSeries training = whole.slice(0, split.trainEnd());
            known.add(training);
            SeriesFacts learnt = SeriesFacts.of(training, plan, statics,
                    whole.timeline().instantMillis(split.calibrationEnd()));
            facts.put(whole.name(), learnt);
            PreparedSeries prepared = learnt.prepared(whole, plan.form());
            train.add(prepared, 0, split.trainEnd());
            validation.add(prepared, split.trainEnd(), split.validationEnd());
            development.add(prepared, 0, split.validationEnd());
            calibration.add(prepared, split.validationEnd(), split.calibrationEnd());
            test.add(prepared, split.calibrationEnd(), split.steps());
        }
        return new WindowParts(train.build(), validation.build(), development.build(), calibration.build(),
                test.build(),
                facts, TargetRange.of(known, plan.schema().targets()), List.of());
    }
}
