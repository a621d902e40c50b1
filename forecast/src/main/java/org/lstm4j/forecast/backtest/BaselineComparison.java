package org.lstm4j.forecast.backtest;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.JudgedForecast;
import org.lstm4j.forecast.metrics.SeriesErrors;
import org.lstm4j.forecast.significance.Alternative;
import org.lstm4j.forecast.significance.ComparisonOutcome;
import org.lstm4j.forecast.significance.ForecastLoss;
import org.lstm4j.forecast.significance.LossDifferentials;
import org.lstm4j.forecast.significance.SignedRankTest;
import org.lstm4j.forecast.significance.SkillComparison;

/// Whether a model is better than a baseline by more than chance.
///
/// Over the origins by [LossDifferentials] where there are enough of them; where there are not, over the series by [SignedRankTest]; where
/// these are too few as well, that is what is said. Origins count by their distance from the end of their series, so that series of
/// different lengths meet. Mutable, one caller at a time.
final class BaselineComparison {

    private final int horizon;
    private final List<Foretold> all = new ArrayList<>();

    /// @param scale of MASE
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Foretold(int window, double scale, double[] actual, double[] model, List<double[]> baselines) {

        /// Where something observed was foretold as NaN or infinite, no loss can be named.
        boolean isFinite(int baseline) {
            double[] other = baselines.get(baseline);
            for (int step = 0; step < actual.length; step++) {
                boolean finite = Double.isFinite(model[step]) && Double.isFinite(other[step]);
                if (!finite && !Double.isNaN(actual[step])) {
                    return false;
                }
            }
            return true;
        }
    }

    BaselineComparison(int horizon) {
        this.horizon = horizon;
    }

    /// @param window its number
    /// @param baselines what they say, `[horizon]` each
    void add(int window, JudgedForecast forecast, List<double[]> baselines) {
        all.add(new Foretold(window, forecast.window().scale().absolute(), forecast.window().actual(),
                forecast.point(), baselines));
    }

    /// Compares with one of the baselines, absolute errors being what is lost.
    ///
    /// @param baseline its number
    /// @param isScaled whether errors are divided by the scale of MASE; series without one are left out then
    /// @param model errors of each series
    /// @param other those of the baseline
    SkillComparison with(int baseline, int stride, boolean isScaled, List<SeriesErrors> model,
            List<SeriesErrors> other) {
        LossDifferentials differentials = new LossDifferentials(ForecastLoss.ABSOLUTE, horizon, stride);
        for (Foretold one : all) {
            double scale = isScaled ? one.scale() : 1;
            if (scale > 0 && one.isFinite(baseline)) {
                differentials.add((long) one.window() * stride, scale, one.actual(), one.model(),
                        one.baselines().get(baseline));
            }
        }
        SkillComparison overOrigins = differentials.compare(Alternative.DIFFERENT);
        if (overOrigins.outcome() != ComparisonOutcome.TOO_FEW) {
            return overOrigins;
        }
        SkillComparison overSeries = SignedRankTest.test(mases(model), mases(other), Alternative.DIFFERENT);
        return overSeries.outcome() == ComparisonOutcome.TOO_FEW ? overOrigins : overSeries;
    }

    private static double[] mases(List<SeriesErrors> errors) {
        return errors.stream().mapToDouble(SeriesErrors::mase)
                .map(mase -> Double.isInfinite(mase) ? Double.NaN : mase)
                .toArray();
    }
}
