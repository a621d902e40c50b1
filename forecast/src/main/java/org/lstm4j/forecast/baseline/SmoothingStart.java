package org.lstm4j.forecast.baseline;

import java.util.Arrays;
import org.lstm4j.forecast.season.ClassicalDecomposition;
import org.lstm4j.forecast.season.SeasonKind;

/// Where the states of exponential smoothing begin: level and slope of the line through the first seasonally adjusted values,
/// indices of a classical decomposition of the first five seasons.
///
/// Level and slope are only the start of the search for better ones, `spread` its unit; the indices stay.
///
/// @param level before the first value
/// @param slope a step, 0 for a form without trend
/// @param indices `[season]`, length 1 and neutral for a form without season; not to be changed
/// @param spread standard deviation of the first adjusted values about the line
@SuppressWarnings("ArrayRecordComponent") // a carrier of states, never compared
record SmoothingStart(double level, double slope, double[] indices, double spread) {

    private static final int SEASONS = 5;
    private static final int LEAST_STEPS = 10;

    /// The least that a factor begins with.
    private static final double LEAST_FACTOR = 0.01;

    /// @param values without missing values
    static SmoothingStart of(double[] values, SmoothingForm form, int season) {
        boolean seasonal = form.isSeasonal();
        double[] first = Arrays.copyOf(values, Math.min(values.length, Math.max(LEAST_STEPS, 2 * season)));
        double[] indices = indices(values, form, season);
        if (seasonal) {
            SeasonKind kind = kind(form);
            for (int step = 0; step < first.length; step++) {
                first[step] = kind.without(first[step], indices[step % season]);
            }
        }
        StraightLine line = StraightLine.through(first);
        double spread = spread(first, line);
        if (form.trend() == SmoothingForm.Trend.NONE) {
            return new SmoothingStart(line.at((first.length - 1) / 2), 0, indices, spread);
        }
        return new SmoothingStart(line.at(-1), line.slope(), indices, spread);
    }

    private static double[] indices(double[] values, SmoothingForm form, int season) {
        if (!form.isSeasonal()) {
            return new double[]{0};
        }
        double[] early = Arrays.copyOf(values, (int) Math.min(values.length, (long) SEASONS * season));
        double[] indices = ClassicalDecomposition.of(early, season, kind(form)).indices().clone();
        if (form.season() == SmoothingForm.Season.MULTIPLICATIVE) {
            for (int place = 0; place < season; place++) {
                indices[place] = Math.max(LEAST_FACTOR, indices[place]);
            }
        }
        return indices;
    }

    private static SeasonKind kind(SmoothingForm form) {
        return form.season() == SmoothingForm.Season.ADDITIVE ? SeasonKind.ADDITIVE : SeasonKind.MULTIPLICATIVE;
    }

    private static double spread(double[] values, StraightLine line) {
        double squares = 0;
        for (int step = 0; step < values.length; step++) {
            double rest = values[step] - line.at(step);
            squares += rest * rest;
        }
        return Math.sqrt(squares / values.length);
    }
}
