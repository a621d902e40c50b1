package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.forecast.prepare.FittedScaler;
import org.lstm4j.forecast.prepare.PreparedSeries;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.StaticScaling;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.random.RandomStreams;

/// Deals windows to the parts at random. Windows are dealt first, so that scalers are fitted to what the training windows show and
/// to nothing else.
///
/// @param plan how windows are cut
record ShuffledParts(WindowPlan plan) {

    private static final String NOTE = "windows were split at random: neighbours share steps, so the figures flatter the model unless"
            + " rows are independent samples";

    WindowParts of(List<TimeSeries> series) {
        List<WindowSamples> dealt = deal(series);
        Map<String, SeriesFacts> facts = new LinkedHashMap<>();
        List<PreparedSeries> prepared = new ArrayList<>();
        List<TimeSeries> seenOfAll = new ArrayList<>();
        StaticScaling statics = StaticScaling.fit(series, plan.schema(), plan.settings().scaling());
        for (int index = 0; index < series.size(); index++) {
            TimeSeries whole = series.get(index);
            TimeSeries seen = dealt.getFirst().seen(index);
            seenOfAll.add(seen);
            SeriesFacts known = SeriesFacts.of(seen, plan, statics, whole.timeline().instantMillis(whole.steps()));
            facts.put(whole.name(), known);
            prepared.add(known.prepared(whole, plan.form()));
        }
        List<WindowSamples> parts = dealt.stream().map(part -> part.withSeries(prepared)).toList();
        return new WindowParts(parts.get(0), parts.get(1), parts.get(0).and(parts.get(1)), parts.get(2), parts.get(3),
                facts, TargetRange.of(seenOfAll, plan.schema().targets()), List.of(NOTE));
    }

    /// Training, validation, calibration and test windows, not yet scaled.
    private List<WindowSamples> deal(List<TimeSeries> series) {
        WindowForm form = plan.form().withScaling(WindowScaling.NONE);
        WindowSamples.Builder all = WindowSamples.of(form);
        for (TimeSeries one : series) {
            List<FittedScaler> unscaled = PreparedSeries.fit(one, form.schema(), Scaling.NONE, one.steps());
            all.add(PreparedSeries.of(one, form, unscaled), 0, one.steps());
        }
        WindowSamples windows = all.build();
        int test = (int) (windows.windowCount() * plan.settings().split().test());
        int calibration = (int) (windows.windowCount() * plan.settings().split().calibration());
        int validation = (int) (windows.windowCount() * plan.settings().split().validation());
        RandomStreams streams = new RandomStreams(plan.settings().optimization().seed());
        return windows.deal(streams.stream("split"), windows.windowCount() - validation - calibration - test,
                validation, calibration, test);
    }
}
