package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.prepare.CalendarFeature;

/// The rules behind settings that were not given. The same for every file, and none looks at the test part.
///
/// - season: the steps of the next longer calendar cycle ([Frequency#defaultSeason])
/// - long season, for a skip path: seven seasons where a season is a day, which makes a week; a year where steps are weeks
/// - lookback: [LookbackRule]
/// - segment, where the architecture has segments: a season, or where not even two of them fit into the lookback a quarter of it
/// - calendar features: those of cycles seen at least twice ([CalendarFeature#forFrequency])
record AutoChoices(
        int season, int longSeason, int lookback, int segment, List<CalendarFeature> calendar, List<Choice> choices) {

    private static final int SEGMENTS = 4;
    private static final int LEAST_SEASONS = 2;
    private static final long DAY = 24 * 60 * 60 * 1000L;
    private static final int DAYS_OF_WEEK = 7;
    private static final int WEEKS_OF_YEAR = 52;

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
        return new AutoChoices(season, longSeason(season, frequency), lookback, segment, calendar,
                List.copyOf(choices));
    }

    private static String seasonReason(int season, Frequency frequency) {
        return season > 1
                ? "the next longer cycle of the calendar, in steps of " + frequency.words()
                : "no cycle follows from steps of " + frequency.words() + "; --season N gives one";
    }

    /// Of rows without time nobody knows what a season is; seven of them are tried as well.
    private static int longSeason(int season, Frequency frequency) {
        return switch (frequency) {
            case Frequency.FixedStep step when step.millis() == DAYS_OF_WEEK * DAY -> WEEKS_OF_YEAR;
            case Frequency.FixedStep step when step.millis() >= DAY -> 1;
            case Frequency.CalendarMonths _ -> 1;
            case Frequency.FixedStep _,Frequency.StepIndex _ -> season > 1 ? DAYS_OF_WEEK * season : 1;
        };
    }

    private static int segment(int lookback, int season) {
        return season > 1 && LEAST_SEASONS * season <= lookback ? season : Math.max(1, lookback / SEGMENTS);
    }
}
