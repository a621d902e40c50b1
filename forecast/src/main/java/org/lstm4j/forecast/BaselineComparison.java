package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.List;
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
/// these are too few as well, that is what is said. Absolute errors are what is lost. Mutable, one caller at a time.
final class BaselineComparison {

    private final List<Losses> baselines = new ArrayList<>();

    /// By how much the model errs more than one baseline: in the unit of MASE, of series that have one, and in that of the target.
    private record Losses(LossDifferentials scaled, LossDifferentials plain) {}

    /// @param baselines how many there are
    /// @param horizon steps of every window
    /// @param stride steps from an origin to the next
    BaselineComparison(int baselines, int horizon, int stride) {
        for (int index = 0; index < baselines; index++) {
            this.baselines.add(new Losses(new LossDifferentials(ForecastLoss.ABSOLUTE, horizon, stride),
                    new LossDifferentials(ForecastLoss.ABSOLUTE, horizon, stride)));
        }
    }

    /// @param position of the window, a multiple of the stride from the others; those of different series that are foretold at the same
    ///        time have the same
    /// @param said what the baselines say, `[horizon]` each
    void add(long position, JudgedForecast forecast, List<double[]> said) {
        double[] actual = forecast.window().actual();
        double scale = forecast.window().scale().absolute();
        for (int index = 0; index < baselines.size(); index++) {
            double[] other = said.get(index);
            if (isFinite(actual, forecast.point(), other)) {
                baselines.get(index).plain().add(position, actual, forecast.point(), other);
                if (scale > 0) {
                    baselines.get(index).scaled().add(position, scale, actual, forecast.point(), other);
                }
            }
        }
    }

    /// Where something observed was foretold as NaN or infinite, no loss can be named.
    private static boolean isFinite(double[] actual, double[] first, double[] second) {
        for (int step = 0; step < actual.length; step++) {
            boolean finite = Double.isFinite(first[step]) && Double.isFinite(second[step]);
            if (!finite && !Double.isNaN(actual[step])) {
                return false;
            }
        }
        return true;
    }

    /// Compares with one of the baselines.
    ///
    /// @param baseline its number
    /// @param isScaled whether errors are divided by the scale of MASE; series without one are left out then
    /// @param model errors of each series
    /// @param other those of the baseline
    SkillComparison with(int baseline, boolean isScaled, List<SeriesErrors> model, List<SeriesErrors> other) {
        Losses losses = baselines.get(baseline);
        SkillComparison overOrigins = (isScaled ? losses.scaled() : losses.plain()).compare(Alternative.DIFFERENT);
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
