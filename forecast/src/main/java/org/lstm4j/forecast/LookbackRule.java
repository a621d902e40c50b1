package org.lstm4j.forecast;

/// How far a model looks back where nobody says so. The same for every file, and looks at nothing but lengths.
///
/// | architecture | lookback |
/// |---|---|
/// | direct, which takes a step of the LSTM for every step | two seasons, from 24 to 168 steps; at least the horizon, so that all that is known of it is seen |
/// | segment, which takes one for every season | fourteen seasons, up to 336 steps, but at least two seasons and two horizons; four horizons, up to 336 steps, where there is no season |
///
/// Never more than leaves the training part half its steps for windows.
///
/// @param season steps in a season, 1 when there is none
/// @param trainingSteps steps of a training part, of several the median
record LookbackRule(int season, int horizon, int trainingSteps) {

    private static final int LEAST = 24;
    private static final int MOST_DIRECT = 168;
    private static final int SEASONS_IN_SEGMENTS = 14;
    private static final int MOST_IN_SEGMENTS = 336;

    /// The number of steps, and why.
    Choice lookback(Architecture architecture) {
        int wanted = switch (architecture) {
            case DIRECT -> Math.max(horizon, Math.clamp(2L * season, LEAST, MOST_DIRECT));
            case SEGMENT -> inSegments();
        };
        int room = Math.max(1, (trainingSteps - horizon) / 2);
        int lookback = Math.min(wanted, room);
        return new Choice("lookback", Integer.toString(lookback), reason(lookback, wanted));
    }

    private int inSegments() {
        if (season == 1) {
            return Math.clamp(4L * horizon, LEAST, MOST_IN_SEGMENTS);
        }
        int seasons = Math.min(SEASONS_IN_SEGMENTS * season, MOST_IN_SEGMENTS);
        return Math.max(seasons, Math.max(2 * season, Math.min(2 * horizon, MOST_IN_SEGMENTS)));
    }

    private String reason(int lookback, int wanted) {
        if (lookback < wanted) {
            return "half of the training part; in a longer series it would be " + wanted;
        }
        if (season > 1 && lookback % season == 0) {
            int seasons = lookback / season;
            return (seasons == 1 ? "a season" : words(seasons) + " seasons") + " of " + season + " steps";
        }
        if (lookback % horizon == 0 && horizon > 1) {
            int horizons = lookback / horizon;
            return horizons == 1 ? "the horizon" : words(horizons) + " horizons";
        }
        return lookback == LEAST ? "the least the rule gives" : "the most the rule gives";
    }

    private static String words(int count) {
        return switch (count) {
            case 2 -> "two";
            case 4 -> "four";
            default -> Integer.toString(count);
        };
    }
}
