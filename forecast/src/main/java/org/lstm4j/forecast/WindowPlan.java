package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lstm4j.forecast.head.Head;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.TimeSplit;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.forecast.prepare.WindowSpec;

/// How series become windows: the settings, with what they left to rules.
///
/// @param form what a sample looks like
/// @param frequency of the series
/// @param season steps in a season
/// @param longSeason steps in a longer one, 1 when there is none
/// @param skips what stands beside the networks, in turns where they are several; at least one
/// @param segment steps of a segment, where the architecture has segments
/// @param choices what was left to rules, and why the rules chose so
record WindowPlan(ForecastSettings settings, WindowForm form, Frequency frequency, int season, int longSeason,
        List<Skip> skips, int segment, List<Choice> choices) {

    /// @param series at least one; the rules look at nothing but their training parts
    /// @param splits one for each series
    static WindowPlan of(ForecastSettings settings, List<TimeSeries> series, List<TimeSplit> splits) {
        List<TimeSeries> training = IntStream.range(0, series.size())
                .mapToObj(index -> series.get(index).slice(0, splits.get(index).trainEnd()))
                .toList();
        int[] lengths = training.stream().mapToInt(TimeSeries::steps).sorted().toArray();
        Frequency frequency = training.getFirst().timeline().frequency();
        AutoChoices auto = AutoChoices.of(settings, frequency, lengths[lengths.length / 2]);
        WindowSpec window = new WindowSpec(auto.lookback(), settings.horizon());
        int leastHistory = leastHistory(window, lengths);
        FeatureSchema schema = new TrainingSchema(settings.columns(), training)
                .with(auto.calendar(), leastHistory < window.lookback());
        Architecture architecture = settings.network().architecture();
        WindowForm form = new WindowForm(schema, window, settings.windowScaling(), architecture.layout(),
                architecture.use(), leastHistory);
        return new WindowPlan(settings, form, frequency, auto.season(), auto.longSeason(), List.of(settings.skip()),
                auto.segment(), auto.choices());
    }

    /// With one treatment left.
    ///
    /// @param more to be said about it
    WindowPlan with(WindowTreatment treatment, List<Choice> more) {
        ForecastSettings settled = settings.withWindowScaling(treatment.scaling()).withSkip(treatment.skip());
        List<Choice> all = new ArrayList<>(choices);
        all.addAll(more);
        return new WindowPlan(settled, form.withScaling(treatment.scaling()), frequency, season, longSeason,
                List.of(treatment.skip()), segment, List.copyOf(all));
    }

    /// With other skip paths beside the networks.
    WindowPlan withSkips(List<Skip> several) {
        return new WindowPlan(settings, form, frequency, season, longSeason, List.copyOf(several), segment, choices);
    }

    /// The same windows for a network that is trained otherwise.
    WindowPlan withSettings(ForecastSettings other) {
        return new WindowPlan(other, form, frequency, season, longSeason, skips, segment, choices);
    }

    /// With more to be said of what was chosen.
    WindowPlan withChoice(Choice choice) {
        List<Choice> all = new ArrayList<>(choices);
        all.add(choice);
        return new WindowPlan(settings, form, frequency, season, longSeason, skips, segment, List.copyOf(all));
    }

    /// What the outputs of the network mean, as the loss has it.
    Head head() {
        return Head.of(settings.optimization().loss());
    }

    FeatureSchema schema() {
        return form.schema();
    }

    WindowSpec window() {
        return form.window();
    }

    /// All of the lookback, unless most series have room for it and others have not: windows of those are padded.
    ///
    /// @param lengths of the training parts, rising
    private static int leastHistory(WindowSpec window, int[] lengths) {
        int room = lengths[0] - window.horizon();
        boolean isForMost = lengths[lengths.length / 2] >= window.steps();
        return room < window.lookback() && isForMost ? Math.max(1, room) : window.lookback();
    }
}
