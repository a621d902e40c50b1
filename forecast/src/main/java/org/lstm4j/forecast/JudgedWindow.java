package org.lstm4j.forecast;

import java.util.Arrays;
import org.lstm4j.forecast.metrics.SeriesScale;
import org.lstm4j.forecast.prepare.PreparedSeries;

/// One target of one window, with what came true.
///
/// @param target its number
/// @param origin the step of the first target
/// @param scale what the errors of the series are divided by
public record JudgedWindow(PreparedSeries series, int target, int origin, SeriesScale scale) {

    /// Tells series and targets apart: `demand`, or `demand of north`.
    public String key() {
        String name = series.series().name();
        String column = series.form().schema().targets().get(target);
        return name.isEmpty() ? column : column + " of " + name;
    }

    public int horizon() {
        return series.form().window().horizon();
    }

    /// All values of the target; shared, never to be changed.
    public double[] values() {
        return series.target(target);
    }

    /// NaN where missing, `[horizon]`.
    public double[] actual() {
        return Arrays.copyOfRange(values(), origin, origin + horizon());
    }
}
