package org.lstm4j.forecast.significance;

import java.util.Locale;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// What a test says about two forecasts of the same values.
///
/// A p-value is the probability of a difference as large as that found, or larger, if both were equally good. It is not the
/// probability that they are. Who compares one forecast with many others finds p below 0.05 by chance sooner or later.
///
/// @param outcome whether there is a p-value
/// @param method how the test was done
/// @param alternative what is believed if equal skill is not
/// @param statistic below 0 when the first errs less: Diebold-Mariano's t, or the standardised sum of signed ranks; NaN unless tested
/// @param pValue from 0 to 1; NaN unless tested
/// @param meanDifference mean loss of the first minus that of the second, in the unit of the losses; NaN without differences
/// @param differentials how many differences went in: forecast origins, or series
/// @param independent how many of them stand for themselves: windows that do not overlap, or series on which the two differ
public record SkillComparison(ComparisonOutcome outcome, ComparisonMethod method, Alternative alternative,
        double statistic, double pValue, double meanDifference, int differentials, int independent) {

    /// Below this a difference is called hardly chance, as is usual.
    private static final double USUAL_LEVEL = 0.05;

    /// What a reader needs to know, in one sentence without a full stop.
    ///
    /// @param first name of the first forecast, as `lstm`
    /// @param second name of the second, as `seasonal_naive`
    public String sentence(String first, String second) {
        return switch (outcome) {
            case TESTED -> testedSentence(first, second);
            case TOO_FEW -> "too few to tell " + first + " from " + second + ": " + independent + " "
                    + method.unit() + ", and at least " + method.least() + " are needed";
            case NO_DIFFERENCE -> first + " and " + second + " err exactly alike: there is no difference to test";
            case NO_SPREAD -> (meanDifference < 0 ? lessThan(first, second) : lessThan(second, first))
                    + " by the same amount every time, which leaves no chance to test against";
        };
    }

    /// A part of a sentence: whether a difference that was named could be chance; empty where that was not tested.
    ///
    /// @param before what stands before it
    public String chance(String before) {
        if (outcome != ComparisonOutcome.TESTED) {
            return "";
        }
        return before + (pValue < USUAL_LEVEL ? "chance hardly explains it: " : "that could be chance: ")
                + probability();
    }

    /// Keys and values for `--json`; what is undefined is null.
    public JsonObject toJson() {
        return JsonValue.object()
                .put("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .put("method", method.name().toLowerCase(Locale.ROOT))
                .put("alternative", alternative.name().toLowerCase(Locale.ROOT))
                .put("statistic", statistic)
                .put("p_value", pValue)
                .put("mean_difference", meanDifference)
                .put("differentials", differentials)
                .put("independent", independent)
                .build();
    }

    private String testedSentence(String first, String second) {
        boolean hardlyChance = pValue < USUAL_LEVEL;
        return switch (alternative) {
            case DIFFERENT -> statistic < 0
                    ? twoSided(first, second, hardlyChance, meanDifference > 0)
                    : twoSided(second, first, hardlyChance, meanDifference < 0);
            case FIRST_BETTER -> oneSided(first, second, hardlyChance, meanDifference > 0);
            case SECOND_BETTER -> oneSided(second, first, hardlyChance, meanDifference < 0);
        };
    }

    private String twoSided(String better, String worse, boolean hardlyChance, boolean meanDisagrees) {
        if (statistic == 0) {
            return worse + " and " + better + " err alike on the whole: " + probability();
        }
        return hardlyChance
                ? significant(better, worse, meanDisagrees)
                : lessThan(better, worse) + ", but the difference could be chance: " + probability();
    }

    private String oneSided(String better, String worse, boolean hardlyChance, boolean meanDisagrees) {
        return hardlyChance
                ? significant(better, worse, meanDisagrees)
                : "nothing shows that " + lessThan(better, worse) + ": " + probability();
    }

    /// The mean can point the other way than the ranks, when a few series are far worse.
    private String significant(String better, String worse, boolean meanDisagrees) {
        return lessThan(better, worse) + ", and chance hardly explains it: " + probability()
                + (meanDisagrees ? "; but on the mean it errs more, because of a few series" : "");
    }

    private static String lessThan(String better, String worse) {
        return better + " errs less than " + worse;
    }

    private String probability() {
        if (pValue < 0.001) {
            return "p < 0.001";
        }
        return String.format(Locale.ROOT, pValue < 0.1 ? "p = %.3f" : "p = %.2f", pValue);
    }
}
