package org.lstm4j.forecast.update;

import java.util.OptionalLong;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.prepare.WindowForm;

/// Where the new rows of a series are, and which of them are held out.
///
/// ```
/// 0 … known | newFrom … trained on | heldFrom … held out | end … no targets yet
/// ```
///
/// @param series up to the last observed target and beyond
/// @param newFrom the first step the forecaster has not been trained or chosen by
/// @param firstOrigin the first step of a new window: as `newFrom`, or later where there is not enough to look back on
/// @param heldFrom the first step held out
/// @param end the step after the last observed target
record NewRows(TimeSeries series, int newFrom, int firstOrigin, int heldFrom, int end) {

    static NewRows of(TimeSeries series, Forecaster forecaster, double heldOut) {
        WindowForm form = forecaster.form();
        int end = endOfTargets(series, forecaster);
        int newFrom = Math.min(end, newFrom(series, forecaster.trainedUntil(series.name())));
        int firstOrigin = Math.max(newFrom, form.leastHistory());
        int usable = Math.max(0, end - firstOrigin);
        int held = heldSteps(usable, form.window().horizon(), heldOut);
        return new NewRows(series, newFrom, firstOrigin, Math.max(firstOrigin, end - held), end);
    }

    /// How many of so many new steps are held out.
    static int heldSteps(int usable, int horizon, double heldOut) {
        double wanted = heldOut >= 1 ? heldOut : Math.floor(usable * heldOut);
        return (int) Math.max(horizon, wanted);
    }

    private static int newFrom(TimeSeries series, OptionalLong trainedUntil) {
        int step = 0;
        while (trainedUntil.isPresent() && step < series.steps()
                && series.timeline().instantMillis(step) < trainedUntil.getAsLong()) {
            step++;
        }
        return step;
    }

    private static int endOfTargets(TimeSeries series, Forecaster forecaster) {
        int end = 0;
        for (String target : forecaster.schema().targets()) {
            int column = series.columnIndex(target);
            int step = series.steps();
            while (step > end && Double.isNaN(series.value(column, step - 1))) {
                step--;
            }
            end = step;
        }
        return end;
    }

    /// Steps after what was known.
    int newSteps() {
        return end - newFrom;
    }

    /// Steps of new windows that are trained on.
    int trainedSteps() {
        return heldFrom - firstOrigin;
    }

    int heldSteps() {
        return end - heldFrom;
    }

    /// Whether there is a window to train on and one to hold out.
    boolean hasRoom(int horizon) {
        return trainedSteps() >= horizon && heldSteps() >= horizon;
    }

    /// UTC milliseconds of a step, or its number without time.
    long instant(int step) {
        return series.timeline().instantMillis(step);
    }

    /// The time of a step, for messages.
    String time(int step) {
        return series.timeline().format(step);
    }

    /// `series 'north'`, or `the series` where it has no name.
    String name() {
        return series.name().isEmpty() ? "the series" : "series '" + series.name() + "'";
    }
}
