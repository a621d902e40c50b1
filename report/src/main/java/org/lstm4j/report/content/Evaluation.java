package org.lstm4j.report.content;

import java.util.List;
import java.util.Optional;

/// How the model did on the test part, beside the baselines.
///
/// @param methods names for readers, the model first: `LSTM`, `naive`, `seasonal naive`, `drift`
/// @param scores the metrics table
/// @param forecasts the series to plot, the one to show first in front
/// @param horizonErrors measures by horizon step, the one to show first in front
/// @param intervals how honest the intervals are, where the model gives any
/// @param remarks what a reader must know about these figures
public record Evaluation(List<String> methods, List<Score> scores, List<SeriesForecast> forecasts,
        List<HorizonErrors> horizonErrors, Optional<IntervalComparison> intervals, List<String> remarks) {

    public Evaluation {
        methods = List.copyOf(methods);
        scores = List.copyOf(scores);
        forecasts = List.copyOf(forecasts);
        horizonErrors = List.copyOf(horizonErrors);
        remarks = List.copyOf(remarks);
        if (methods.isEmpty()) {
            throw new IllegalArgumentException("an evaluation needs at least one method, the model");
        }
        for (Score score : scores) {
            Lengths.requireEqual("values of " + score.measure(), score.byMethod().size(), methods.size());
        }
        for (SeriesForecast forecast : forecasts) {
            Lengths.requireEqual("forecasts of series '" + forecast.series() + "'", forecast.byMethod().size(),
                    methods.size());
        }
        for (HorizonErrors errors : horizonErrors) {
            Lengths.requireEqual("rows of " + errors.measure() + " by step", errors.byMethod().size(),
                    methods.size());
        }
        if (intervals.isPresent() && !methods.containsAll(intervals.get().methods())) {
            throw new IllegalArgumentException("intervals of " + intervals.get().methods()
                    + " beside an evaluation of " + methods + "; use the same names");
        }
    }

    /// Of a model that gives no intervals.
    public Evaluation(List<String> methods, List<Score> scores, List<SeriesForecast> forecasts,
            List<HorizonErrors> horizonErrors, List<String> remarks) {
        this(methods, scores, forecasts, horizonErrors, Optional.empty(), remarks);
    }

    /// Steps ahead, 0 when errors by step are not given.
    public int horizon() {
        return horizonErrors.isEmpty() ? 0 : horizonErrors.getFirst().horizon();
    }
}
