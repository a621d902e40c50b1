package org.lstm4j.cli.accuracy;

/// How a protocol splits a series of any length.
public sealed interface SplitRule {

    /// The split of a series with that many steps.
    Split of(int steps);

    /// Whether the validation part only chooses, and never trains: so with the long-horizon comparisons, whose published figures are of
    /// models trained on the training part alone.
    default boolean keepsValidationApart() {
        return false;
    }

    /// Fixed numbers of steps from the beginning; what is after them is not used. (ETT: 12, 4 and 4 months of 30 days.)
    record FromTheStart(int train, int validation, int test) implements SplitRule {
        @Override
        public Split of(int steps) {
            return new Split(train + validation + test, validation, test);
        }

        @Override
        public boolean keepsValidationApart() {
            return true;
        }
    }

    /// Seven, one and two tenths: training and test part are rounded down, the rest validates.
    record Tenths() implements SplitRule {
        @Override
        public Split of(int steps) {
            int train = (int) (steps * 7L / 10);
            int test = (int) (steps * 2L / 10);
            return new Split(steps, steps - train - test, test);
        }
    }

    /// The last window is judged, and the one before validates.
    record LastWindow(int horizon) implements SplitRule {
        @Override
        public Split of(int steps) {
            return new Split(steps, horizon, horizon);
        }
    }

    /// GIFT-Eval: a tenth of the steps in windows, rounded up, at least 1 and at most 20. As many steps before them validate.
    record TenthInWindows(int horizon) implements SplitRule {

        private static final int MOST = 20;

        @Override
        public Split of(int steps) {
            int test = Math.clamp((steps + 10L * horizon - 1) / (10L * horizon), 1, MOST) * horizon;
            return new Split(steps, test, test);
        }
    }
}
