package org.lstm4j.forecast.deepar;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.nn.loss.GroupedLoss;

/// What DeepAR asks of series, said in words where it is not met.
final class SeriesChecks {

    /// Categories that a message lists.
    private static final int LISTED = 20;

    private SeriesChecks() {}

    /// @throws DataException when there is no series, two have one name, they differ in what is known of them, or one lacks values
    static void requireTrainable(List<DeepArSeries> series, GroupedLoss loss) {
        if (series.isEmpty()) {
            throw new DataException(Problem.of("there is no series to train on", "give at least one"));
        }
        Set<String> names = new LinkedHashSet<>();
        for (DeepArSeries one : series) {
            if (!names.add(one.name())) {
                throw new DataException(Problem.of("two series have the name '" + one.name() + "'",
                        "give each a name of its own"));
            }
            DeepArSeries first = series.getFirst();
            requireShape(one, first.known().length, first.statics().length, first.categories().length);
            requireObserved(one, one.steps());
            requireKnown(one, one.steps());
            requireDefined(one, loss);
        }
    }

    /// @throws IllegalArgumentException when there is not an end for each series
    /// @throws DataException when a training part has no value
    static void requireEnds(List<DeepArSeries> series, int[] ends) {
        if (ends.length != series.size()) {
            throw new IllegalArgumentException("there are " + series.size() + " series, but " + ends.length
                    + " ends of training parts; give one for each");
        }
        for (int place = 0; place < ends.length; place++) {
            DeepArSeries one = series.get(place);
            if (ends[place] < 1 || ends[place] > one.steps()) {
                throw new IllegalArgumentException(
                        "the training part of series '" + one.name() + "' must end after 1 to "
                                + one.steps() + " steps, but ends after " + ends[place]);
            }
            requireObserved(one, ends[place]);
        }
    }

    /// @throws DataException when the series is not one that the model can foretell from there
    static void requireForecastable(DeepArSeries series, int origin, int horizon, DeepArSchema schema) {
        if (origin < 1 || origin > series.steps()) {
            throw new DataException(new Problem("series '" + series.name() + "' cannot be foretold from step " + origin,
                    "an origin from 1 to its " + series.steps() + " steps", "" + origin,
                    "the origin is the number of steps that are known"));
        }
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon must be at least 1, but was " + horizon);
        }
        requireShape(series, schema.known().size(), schema.statics().size(), schema.categories().size());
        requireObserved(series, origin);
        requireKnown(series, origin + horizon);
        for (int place = 0; place < schema.categories().size(); place++) {
            requireCategory(series, place, schema.categories().get(place));
        }
    }

    private static void requireShape(DeepArSeries series, int known, int statics, int categories) {
        requireCount(series, "known covariates", known, series.known().length);
        requireCount(series, "static numbers", statics, series.statics().length);
        requireCount(series, "categories", categories, series.categories().length);
        for (int index = 0; index < statics; index++) {
            if (!Double.isFinite(series.statics()[index])) {
                throw new DataException(Problem.of("static number " + index + " of series '" + series.name() + "' is "
                        + series.statics()[index], "give a finite number"));
            }
        }
    }

    private static void requireCount(DeepArSeries series, String what, int expected, int received) {
        if (expected != received) {
            throw new DataException(new Problem("series '" + series.name() + "' has other " + what + " than the first"
                    + " series trained on", expected + " " + what, "" + received, "give the same for every series"));
        }
    }

    private static void requireObserved(DeepArSeries series, int end) {
        int first = series.firstObserved();
        if (first >= end) {
            throw new DataException(Problem.of("series '" + series.name() + "' has no observed value in its first "
                    + end + " steps", "leave it out, or begin where it has values"));
        }
        for (int step = first; step < end; step++) {
            if (Double.isInfinite(series.target()[step])) {
                throw new DataException(Problem.of("series '" + series.name() + "' is infinite at step " + step
                        + " (counted from 0)", "give a number, or NaN where none was observed"));
            }
        }
    }

    private static void requireKnown(DeepArSeries series, int end) {
        for (int index = 0; index < series.known().length; index++) {
            double[] values = series.known()[index];
            if (values.length < end) {
                throw new DataException(new Problem("known covariate " + index + " of series '" + series.name()
                        + "' is too short", "a value for each step up to the end of the forecast, " + end + " steps",
                        values.length + " steps",
                        "add " + (end - values.length) + " steps, or ask for a shorter horizon"));
            }
            for (int step = 0; step < end; step++) {
                if (!Double.isFinite(values[step])) {
                    throw new DataException(Problem.of("known covariate " + index + " of series '" + series.name()
                            + "' is " + values[step] + " at step " + step + " (counted from 0)",
                            "fill it, or leave the covariate out: what is known ahead has no gaps"));
                }
            }
        }
    }

    private static void requireCategory(DeepArSeries series, int place, List<Integer> seen) {
        int category = series.categories()[place];
        if (Collections.binarySearch(seen, category) < 0) {
            String listed = seen.size() <= LISTED
                    ? seen.toString()
                    : seen.subList(0, LISTED) + " and " + (seen.size() - LISTED) + " more";
            throw new DataException(new Problem(
                    "category " + category + " of series '" + series.name() + "' was not seen in training",
                    "one of kind " + place + ": " + listed, "" + category,
                    "train with a series of that category, or give the one that is most like it"));
        }
    }

    /// Whether a likelihood is defined for a value; one of counts is not for those below 0.
    static boolean isDefined(GroupedLoss loss, float value) {
        return refusal(loss, value).isEmpty();
    }

    /// What a likelihood says to a value that it is not defined for; empty where it is.
    private static String refusal(GroupedLoss loss, float value) {
        try {
            loss.of(new float[loss.groupSize()], 0, value);
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void requireDefined(DeepArSeries series, GroupedLoss loss) {
        if (isDefined(loss, -1)) {
            return;
        }
        for (int step = 0; step < series.steps(); step++) {
            double value = series.target()[step];
            if (!Double.isNaN(value) && !isDefined(loss, (float) value)) {
                String values = value < 0 ? "values below 0" : value == 0 ? "values of 0" : "values between counts";
                throw new DataException(new Problem("the likelihood " + loss.name() + " is not defined for " + values,
                        "no such value in series '" + series.name() + "'",
                        value + " at step " + step + " (counted from 0): " + refusal(loss, (float) value),
                        "choose a likelihood for all numbers, such as gaussian or student-t"));
            }
        }
    }
}
