package org.lstm4j.report.content;

import org.lstm4j.forecast.metrics.IntervalMetrics;

/// Whether intervals hold the share of values that they promise: a plain sentence.
///
/// As promised is 76 to 84 % for intervals of 80 %, and 92 to 97 % for those of 95 %, after rounding to a tenth
/// of a percent: what is judged is what is shown.
///
/// @param of80 what the 80 % intervals are
/// @param of95 what the 95 % intervals are
/// @param sentence the verdict for readers
public record IntervalVerdict(Outcome of80, Outcome of95, String sentence) {

    /// What counts as holding the promise, for readers.
    public static final String RULE = "As promised means that intervals of 80\u202f% hold 76 to 84\u202f% of the values,"
            + " and intervals of 95\u202f% hold 92 to 97\u202f%.";

    /// How an interval is, by the share of values in it.
    public enum Outcome {
        AS_PROMISED("as promised"), TOO_NARROW("too narrow"), TOO_WIDE("too wide"), UNDECIDED(
                "no value could be looked for in them");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }
    }

    /// @param model measures of the model whose intervals are judged
    public static IntervalVerdict of(IntervalMetrics model) {
        Outcome of80 = outcome(model.coverage80(), 76, 84);
        Outcome of95 = outcome(model.coverage95(), 92, 97);
        if (of80 == Outcome.UNDECIDED && of95 == Outcome.UNDECIDED) {
            return new IntervalVerdict(of80, of95,
                    "Whether the intervals are honest cannot be said: " + of80.words + ".");
        }
        return new IntervalVerdict(of80, of95, "The 80\u202f% intervals hold " + share(model.coverage80())
                + " of the values: " + of80.words + ". The 95\u202f% intervals hold " + share(model.coverage95())
                + ": " + of95.words + ".");
    }

    /// Whether both intervals hold what they promise.
    public boolean honest() {
        return of80 == Outcome.AS_PROMISED && of95 == Outcome.AS_PROMISED;
    }

    /// Whether one of them was found not to.
    public boolean dishonest() {
        return broken(of80) || broken(of95);
    }

    private static boolean broken(Outcome outcome) {
        return outcome == Outcome.TOO_NARROW || outcome == Outcome.TOO_WIDE;
    }

    private static Outcome outcome(double share, double least, double most) {
        if (Double.isNaN(share)) {
            return Outcome.UNDECIDED;
        }
        if (percent(share) < least) {
            return Outcome.TOO_NARROW;
        }
        return percent(share) > most ? Outcome.TOO_WIDE : Outcome.AS_PROMISED;
    }

    /// `78.3 %`.
    private static String share(double share) {
        return NumberText.tenths(percent(share));
    }

    private static double percent(double share) {
        return StrictMath.rint(1000 * share) / 10;
    }
}
