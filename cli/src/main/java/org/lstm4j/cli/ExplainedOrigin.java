package org.lstm4j.cli;

import java.util.List;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.explain.WindowOrigin;
import org.lstm4j.forecast.prepare.CategoryColumn;
import org.lstm4j.forecast.prepare.PreparedSeries;

/// Finds the one forecast that is to be explained.
final class ExplainedOrigin {

    private ExplainedOrigin() {}

    /// Finds the first step of a series whose time begins as typed: `2012-12-24` is its first hour.
    ///
    /// @throws DataException when no series has such a step that can be foretold
    static WindowOrigin find(Forecaster forecaster, List<TimeSeries> all, String typed) {
        String wanted = typed.strip().replace(' ', 'T');
        int lookback = forecaster.window().lookback();
        for (TimeSeries series : all) {
            PreparedSeries prepared = forecaster.prepare(series);
            for (int step = lookback; step <= end(forecaster, prepared); step++) {
                if (matches(series, step, wanted)) {
                    return new WindowOrigin(prepared, step);
                }
            }
        }
        TimeSeries first = all.getFirst();
        int end = end(forecaster, forecaster.prepare(first));
        throw new DataException(new Problem("no forecast begins at '" + typed + "'",
                end < lookback
                        ? "a series of " + lookback + " steps at least"
                        : "a time from " + first.timeline().format(lookback) + " to " + first.timeline().format(end),
                "'" + typed + "'", "give such a time with --at, as it stands in the forecast's table"));
    }

    private static boolean matches(TimeSeries series, int step, String wanted) {
        String time = series.timeline().format(step);
        return series.timeline().hasTime() ? time.startsWith(wanted) : time.equals(wanted);
    }

    /// The last step that a forecast may begin at: columns known ahead must be there for all of the horizon.
    private static int end(Forecaster forecaster, PreparedSeries prepared) {
        int after = prepared.endOfTargets();
        return forecaster.schema().columns(CategoryColumn.Role.FUTURE).isEmpty()
                ? after
                : Math.min(after, prepared.series().steps() - forecaster.window().horizon());
    }
}
