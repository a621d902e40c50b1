package org.lstm4j.interop.source;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.Frequency.StepIndex;
import org.lstm4j.interop.source.ForecastSignature.Parameter;

/// What a forecaster has to be given.
///
/// @param loop whether it goes on from its own forecasts, for as many steps as one likes
record ForecastParameters(Forecaster forecaster, ForecastColumns columns, boolean loop) {

    private static final String TABLE = "double[][]";

    /// Those that it needs, in the order of all.
    List<Parameter> all() {
        List<Parameter> all = new ArrayList<>();
        int rows = forecaster.form().reach();
        int until = rows + (loop ? 2 : 1) * forecaster.horizon();
        String ahead = loop
                ? "the steps ahead, in whole horizons of " + forecaster.horizon()
                : "the "
                        + forecaster.horizon() + " steps ahead";
        String length = "rows of history + " + (loop ? "steps, rounded up to whole horizons" : forecaster.horizon());
        all.add(new Parameter(TABLE, "history", history(), "new double[" + rows + "][" + columns.targets() + "]"));
        if (!columns.past().isEmpty()) {
            all.add(new Parameter(TABLE, "past", "known up to now: [rows of history]["
                    + columns.past().size() + "], " + columns.listed(columns.past())
                    + "; NaN where a value is missing",
                    "new double[" + rows + "][" + columns.past().size() + "]"));
        }
        if (!columns.known().isEmpty()) {
            all.add(new Parameter(TABLE, "known", "known ahead: [" + length + "][" + columns.known().size()
                    + "], first the rows of history, then " + ahead + ", of which none is missing; "
                    + columns.listed(columns.known()),
                    "new double[" + until + "][" + columns.known().size() + "]"));
        }
        if (!columns.statics().isEmpty()) {
            all.add(new Parameter("double[]", "statics", "the same at all steps: [" + columns.statics().size() + "], "
                    + columns.listed(columns.statics()) + "; NaN where a value is missing",
                    "new double[" + columns.statics().size() + "]"));
        }
        if (columns.readsCalendar()) {
            all.add(new Parameter("java.time.LocalDateTime[]", "times",
                    "when the rows of history are, and then " + ahead
                            + ": [" + length
                            + "], by the clock of the time zone of training; what {@link #calendar} says of"
                            + " them is read",
                    "new java.time.LocalDateTime[" + until + "]"));
        }
        if (columns.seasonal()) {
            StepNumber number = StepNumber.of(forecaster.frequency());
            all.add(new Parameter(number.type(), "firstAhead", number.comment(), number.example()));
        }
        if (loop) {
            all.add(new Parameter("int", "steps",
                    "how many steps to foretell; from HORIZON on the model goes on from its own"
                            + " point forecasts",
                    String.valueOf(2 * forecaster.horizon())));
        }
        return all;
    }

    private String history() {
        int least = forecaster.form().leastHistory();
        int reach = forecaster.form().reach();
        return "the targets up to now, oldest first, a row for each step"
                + (forecaster.frequency() instanceof StepIndex ? "" : " of " + forecaster.frequency().words())
                + ": [rows][" + columns.targets() + "], " + columns.listed(columns.schema().targets()) + ". At least "
                + least + " rows" + (least < reach ? ", better " + reach : "")
                + "; of those before the last " + reach
                + " only gaps are filled. NaN where a value is missing: the last one before it stands there";
    }
}
