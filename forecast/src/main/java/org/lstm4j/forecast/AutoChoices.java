package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.prepare.CalendarFeature;

/// The rules behind settings that were not given. The same for every file, and none looks at the test part.
///
/// - season: the steps of the next longer calendar cycle ([Frequency#defaultSeason])
/// - lookback: [LookbackRule]
/// - segment, where the architecture has segments: a season, or where four of them do not fit into the lookback a quarter of it
/// - calendar features: those of cycles seen at least twice ([CalendarFeature#forFrequency])
record AutoChoices(
        int season, int lookback, int segment, List<CalendarFeature> calendar, List<Choice> choices) {

    private static final int SEGMENTS = 4;

    /// @param trainingSteps steps of a training part, of several the median
    static AutoChoices of(ForecastSettings settings, Frequency frequency, int trainingSteps) {
        List<Choice> choices = new ArrayList<>();
        int season = settings.season().orElseGet(() -> frequency.defaultSeason());
        if (settings.season().isEmpty()) {
            choices.add(new Choice("season", Integer.toString(season), seasonReason(season, frequency)));
        }
        int lookback = settings.lookback().orElseGet(() -> {
            Choice choice = new LookbackRule(season, settings.horizon(), trainingSteps)
                    .lookback(settings.network().architecture());
            choices.add(choice);
            return Integer.parseInt(choice.value());
        });
        int segment = segment(lookback, season);
        if (settings.network().architecture() == Architecture.SEGMENT) {
            choices.add(new Choice("segment", Integer.toString(segment),
                    segment == season ? "a season" : "a quarter of the lookback"));
        }
        List<CalendarFeature> calendar = CalendarFeature.forFrequency(frequency, trainingSteps);
        if (!calendar.isEmpty()) {
            List<String> names = calendar.stream().map(CalendarFeature::label).toList();
            choices.add(new Choice("calendar", String.join(",", names), "cycles seen at least twice in training"));
        }
        return new AutoChoices(season, lookback, segment, calendar, List.copyOf(choices));
    }

    private static String seasonReason(int season, Frequency frequency) {
        return season > 1
                ? "the next longer cycle of the calendar, in steps of " + frequency.words()
                : "no cycle follows from steps of " + frequency.words() + "; --season N gives one";
    }

    private static int segment(int lookback, int season) {
        return season > 1 && SEGMENTS * season <= lookback ? season : Math.max(1, lookback / SEGMENTS);
    }
}
