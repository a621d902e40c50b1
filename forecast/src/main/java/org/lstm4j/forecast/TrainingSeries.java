package org.lstm4j.forecast;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lstm4j.DataException;
import org.lstm4j.Problem;

/// Series that one model can be trained on: at least one, all of one frequency, each with a name of its own.
public record TrainingSeries(List<TimeSeries> all) {

    /// @throws DataException when there is none, frequencies differ, or two have one name
    public TrainingSeries {
        all = List.copyOf(all);
        requireCommonFrequency(all);
        requireDistinctNames(all);
    }

    public Frequency frequency() {
        return all.getFirst().timeline().frequency();
    }

    /// @throws DataException when a series lacks a target, or has no value of it at all
    public void requireTargets(List<String> targets) {
        for (TimeSeries series : all) {
            for (String target : targets) {
                if (Arrays.stream(series.column(target)).allMatch(Double::isNaN)) {
                    throw new DataException(Problem.of(
                            "column '" + target + "' of " + nameOf(series) + " has no value at all",
                            "choose another --target, or check --missing and --decimal"));
                }
            }
        }
    }

    /// `series 'north'`, or `the series` where it has no name.
    public static String nameOf(TimeSeries series) {
        return series.name().isEmpty() ? "the series" : "series '" + series.name() + "'";
    }

    /// A forecaster keeps what it knows of a series under its name.
    private static void requireDistinctNames(List<TimeSeries> series) {
        Set<String> names = new LinkedHashSet<>();
        for (TimeSeries one : series) {
            if (!names.add(one.name())) {
                throw new DataException(new Problem(
                        "two series have the name '" + one.name() + "'",
                        "a name of its own for each of the " + series.size() + " series",
                        "'" + one.name() + "' twice",
                        "rename one, or join them into one series"));
            }
        }
    }

    private static void requireCommonFrequency(List<TimeSeries> series) {
        if (series.isEmpty()) {
            throw new DataException(Problem.of("there is no series to train on", "bring a file with rows"));
        }
        Frequency first = series.getFirst().timeline().frequency();
        for (TimeSeries other : series) {
            if (!other.timeline().frequency().equals(first)) {
                throw new DataException(new Problem(
                        "the series differ in frequency",
                        first + ", as series '" + series.getFirst().name() + "' has",
                        other.timeline().frequency() + " in series '" + other.name() + "'",
                        "train on series of one frequency"));
            }
        }
    }
}
