package org.lstm4j.forecast.global;

import java.util.List;
import java.util.OptionalInt;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.esrnn.EsRnnSettings;

/// Which seasons an ES-RNN smooths.
///
/// | steps | seasons |
/// |---|---|
/// | shorter than a day | a day; a week, where that is no more than 336 steps |
/// | a day | a week |
/// | months, quarters | a year |
/// | others | none; weeks are remembered over a year |
///
/// Smyl has the same for hours, days, weeks, months and quarters. Of these, those count that half of the targets show twice in training.
///
/// @param seasons in steps, from the shortest on; may be none
/// @param cycle how far back it may help to remember where there is none
/// @param reason why, where a rule chose
record SmoothedSeasons(List<Integer> seasons, int cycle, String reason) {

    private static final long DAY = 86_400_000L;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int WEEKS_OF_A_YEAR = 52;
    private static final int LONGEST = 336;
    private static final int SHORT_CYCLE = 6;
    private static final int CYCLES = 2;

    static SmoothedSeasons of(GlobalPlan plan) {
        boolean weekly = plan.frequency() instanceof Frequency.FixedStep(long millis) && millis == DAYS_OF_A_WEEK * DAY;
        int cycle = weekly && isSeen(plan, WEEKS_OF_A_YEAR) ? WEEKS_OF_A_YEAR : SHORT_CYCLE;
        if (plan.askedSeason().isPresent()) {
            return new SmoothedSeasons(asked(plan.askedSeason()), cycle, "");
        }
        List<Integer> ofCalendar = ofCalendar(plan.frequency());
        List<Integer> seen = ofCalendar.stream().filter(season -> isSeen(plan, season)).toList();
        String reason = ofCalendar.isEmpty()
                ? "no cycle short enough follows from steps of " + plan.frequency().words()
                : seen.isEmpty()
                        ? "no cycle of the calendar is seen twice in training"
                        : "cycles of the calendar, seen at least twice in training";
        return new SmoothedSeasons(seen, cycle, reason);
    }

    /// Those of series that are too short to show any: what was asked for.
    static SmoothedSeasons ofFewSteps(OptionalInt asked) {
        return new SmoothedSeasons(asked(asked), SHORT_CYCLE, "");
    }

    private static List<Integer> asked(OptionalInt season) {
        return season.orElse(1) > 1 ? List.of(season.getAsInt()) : List.of();
    }

    private static List<Integer> ofCalendar(Frequency frequency) {
        int season = frequency.defaultSeason();
        if (season == 1) {
            return List.of();
        }
        boolean ofDay = frequency instanceof Frequency.FixedStep(long millis) && millis < DAY;
        return ofDay && DAYS_OF_A_WEEK * season <= LONGEST ? List.of(season, DAYS_OF_A_WEEK * season) : List.of(season);
    }

    private static boolean isSeen(GlobalPlan plan, int season) {
        int count = 0;
        for (int index = 0; index < plan.targets().size(); index++) {
            int steps = plan.splits().get(index).trainEnd() - plan.targets().get(index).firstObserved();
            count += steps >= CYCLES * season ? 1 : 0;
        }
        return 2 * count >= plan.targets().size();
    }

    /// The usual settings for these seasons.
    EsRnnSettings settings(int horizon) {
        return seasons.isEmpty()
                ? EsRnnSettings.forCycle(horizon, cycle)
                : EsRnnSettings.forSeasons(horizon, seasons.stream().mapToInt(Integer::intValue).toArray());
    }
}
