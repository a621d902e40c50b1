package org.lstm4j.forecast.update;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;

/// Finds the series that have enough new rows for an update, and says what is missing where none has.
record UpdateRoom(Forecaster forecaster, double heldOut) {

    /// Series of names of their own, each with room for a new window and one held out.
    ///
    /// @param notes gets a line about series that have no room
    /// @throws DataException when no series has
    List<NewRows> require(List<TimeSeries> series, List<String> notes) {
        requireKnown(series);
        List<NewRows> all = series.stream().map(one -> NewRows.of(one, forecaster, heldOut)).toList();
        List<NewRows> fitting = all.stream().filter(rows -> rows.hasRoom(horizon())).toList();
        if (fitting.isEmpty()) {
            throw new DataException(problem(
                    all.stream().max(Comparator.comparingInt(NewRows::newSteps)).orElseThrow()));
        }
        if (fitting.size() < all.size()) {
            List<String> names = new ArrayList<>(all.stream().map(NewRows::name).toList());
            names.removeAll(fitting.stream().map(NewRows::name).toList());
            notes.add("left out for want of new rows: " + names.getFirst()
                    + (names.size() > 1 ? " and " + (names.size() - 1) + " more" : ""));
        }
        for (NewRows rows : fitting) {
            if (rows.firstOrigin() > rows.newFrom() && forecaster.trainedUntil(rows.series().name()).isPresent()) {
                notes.add(
                        "the first " + steps(rows.firstOrigin() - rows.newFrom()) + " of the new rows of " + rows.name()
                                + " are only looked back on, since too little lies before them");
            }
        }
        return fitting;
    }

    private int horizon() {
        return forecaster.window().horizon();
    }

    private void requireKnown(List<TimeSeries> series) {
        if (series.isEmpty()) {
            throw new DataException(Problem.of("there is no series to update with", "bring a file with rows"));
        }
        List<String> names = series.stream().map(TimeSeries::name).distinct().toList();
        if (names.size() < series.size()) {
            throw new DataException(new Problem("two series have one name",
                    "a name of its own for each of the " + series.size() + " series",
                    names.size() + (names.size() == 1 ? " name" : " names"),
                    "rename one, or join them into one series"));
        }
        if (forecaster.knownSeries().size() == 1 && series.size() > 1) {
            throw new DataException(new Problem("the model was trained on a single series",
                    "new rows of that series", series.size() + " series",
                    "bring the rows of one series, or train a model on all of them"));
        }
    }

    private Problem problem(NewRows rows) {
        if (rows.newSteps() == 0) {
            return nothingNew(rows);
        }
        return rows.newSteps() < neededSteps() ? tooFew(rows) : noHistory(rows);
    }

    /// Two horizons, one to train on and one to hold out; more where more is to be held out.
    private int neededSteps() {
        int needed = 2 * horizon();
        while (needed - NewRows.heldSteps(needed, horizon(), heldOut) < horizon()) {
            needed++;
        }
        return needed;
    }

    private Problem nothingNew(NewRows rows) {
        Timeline line = rows.series().timeline();
        String until = Timeline.of(forecaster.trainedUntil(rows.series().name()).orElse(line.start()),
                line.frequency(), line.zone()).format(0);
        return new Problem(
                rows.name() + " has no row that the model does not know already",
                "rows from " + until + " on, with their targets",
                rows.end() == 0 ? "no observed target" : "targets up to " + rows.time(rows.end() - 1),
                "bring rows that came later");
    }

    private Problem tooFew(NewRows rows) {
        return new Problem(
                rows.name()
                        + " has too few rows that the model does not know already to train on some and hold out others",
                neededSteps() + " steps or more: at least " + horizon() + ", the horizon, for each",
                steps(rows.newSteps()) + " from " + rows.time(rows.newFrom()) + " on",
                "wait for " + steps(neededSteps() - rows.newSteps()) + " more");
    }

    private Problem noHistory(NewRows rows) {
        int history = forecaster.form().leastHistory();
        return new Problem(
                rows.name() + " has too few rows before the new ones for the model to look back on",
                steps(history) + " before the first new window",
                rows.newFrom() == 0
                        ? "none before " + rows.time(0)
                        : steps(rows.newFrom()) + " from " + rows.time(0) + " on",
                "add at least the " + steps(neededSteps() - (rows.end() - rows.firstOrigin())) + " before "
                        + rows.time(0));
    }

    private static String steps(int count) {
        return count + (count == 1 ? " step" : " steps");
    }
}
