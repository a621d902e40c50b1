package org.lstm4j.forecast.backtest;

import java.util.List;
import org.lstm4j.forecast.Evaluation;
import org.lstm4j.forecast.FittedModel;
import org.lstm4j.forecast.metrics.SeriesErrors;
import org.lstm4j.forecast.significance.SkillComparison;

/// What came of a [Backtest].
///
/// @param method that was judged
/// @param plan which windows, and when to train
/// @param windows the oldest first
/// @param pooled over all windows of all series
/// @param bySeries the model's errors of each target of each series
/// @param bestBaselineBySeries those of the best baseline, in the same order
/// @param trainings the models, one, or one for each window
public record BacktestResult(
        BacktestMethod method,
        BacktestSettings plan,
        List<BacktestWindow> windows,
        Evaluation pooled,
        List<SeriesErrors> bySeries,
        List<SeriesErrors> bestBaselineBySeries,
        List<FittedModel> trainings) {

    public BacktestResult {
        windows = List.copyOf(windows);
        bySeries = List.copyOf(bySeries);
        bestBaselineBySeries = List.copyOf(bestBaselineBySeries);
        trainings = List.copyOf(trainings);
    }

    /// The baseline with the lowest error over all windows: `seasonal_naive`.
    public String bestBaseline() {
        return pooled.bestBaseline();
    }

    /// Whether the model and the best baseline differ by more than chance.
    public SkillComparison comparison() {
        return pooled.comparison().orElseThrow();
    }

    /// One sentence: whether the model beats the best baseline, by how much, and what the test of [#comparison] says.
    public String verdict() {
        return pooled.claim() + "; " + significance();
    }

    /// A part of a sentence: what the test of [#comparison] says.
    public String significance() {
        return comparison().sentence("the LSTM", bestBaseline().replace('_', ' '));
    }
}
