package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.prepare.CalendarFeature;

/// The rules behind settings that were not given. The same for every file, and none looks at the test part.
///
/// - season: the steps of the next longer calendar cycle ([Frequency#defaultSeason])
/// - lookback: two seasons, but at least 24 and at most 168 steps; never less than the horizon, so that every future column and
///   calendar feature of the horizon is seen; and no more than leaves the training part half its steps for windows
/// - segment, where the architecture has segments: a season, or where four of them do not fit into the lookback a quarter of it
/// - calendar features: those of cycles seen at least twice ([CalendarFeature#forFrequency])
record AutoChoices(
        int season, int lookback, int segment, List<CalendarFeature> calendar, List<Choice> choices) {

    private static final int LEAST_LOOKBACK = 24;
    private static final int MOST_LOOKBACK = 168;
    private static final int SEGMENTS = 4;

    /// @param trainingSteps steps of a training part, of several the median
    static AutoChoices of(ForecastSettings settings, Frequency frequency, int trainingSteps) {
        List<Choice> choices = new ArrayList<>();
        int season = settings.season().orElseGet(() -> frequency.defaultSeason());
        if (settings.season().isEmpty()) {
            choices.add(new Choice("season", Integer.toString(season), seasonReason(season, frequency)));
        }
        int lookback = settings.lookback()
                .orElseGet(() -> lookback(settings.horizon(), season, trainingSteps, choices));
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

    private static int lookback(int horizon, int season, int trainingSteps, List<Choice> choices) {
        int wanted = Math.max(horizon, Math.clamp(2L * season, LEAST_LOOKBACK, MOST_LOOKBACK));
        int room = Math.max(1, (trainingSteps - horizon) / 2);
        int lookback = Math.min(wanted, room);
        choices.add(new Choice("lookback", Integer.toString(lookback), reason(lookback, wanted, horizon, season)));
        return lookback;
    }

    private static int segment(int lookback, int season) {
        return season > 1 && SEGMENTS * season <= lookback ? season : Math.max(1, lookback / SEGMENTS);
    }

    private static String reason(int lookback, int wanted, int horizon, int season) {
        if (lookback < wanted) {
            return "half of the training part; in a longer series it would be " + wanted;
        }
        if (lookback == 2 * season) {
            return "two seasons of " + season + " steps";
        }
        if (lookback == horizon) {
            return "the horizon";
        }
        return lookback == LEAST_LOOKBACK ? "the least the rule gives" : "the most the rule gives";
    }
}
