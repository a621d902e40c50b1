package org.lstm4j.cli.accuracy;

import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.deepar.DeepArSettings;
import org.lstm4j.forecast.deepar.DeepArTraining;
import org.lstm4j.forecast.deepar.LagRule;
import org.lstm4j.forecast.likelihood.StudentTLikelihood;

/// The settings of DeepAR: those of [DeepArSettings#of] by the frequency of the series, with Student's t. Where steps have no time, the
/// season of the protocol stands for that of the frequency.
///
/// The last horizon before the test part decides which epoch is kept.
///
/// @param seed decides initial weights, windows, dropout and paths
public record DeepArRule(long seed) {

    /// The settings for a task.
    public DeepArSettings settings(Task task) {
        Frequency frequency = task.frequency();
        int horizon = task.protocol().horizon();
        int season = task.protocol().season();
        DeepArSettings settings = DeepArSettings.of(frequency, horizon, new StudentTLikelihood())
                .withTraining(DeepArTraining.standard().withSeed(seed));
        return frequency instanceof Frequency.StepIndex
                ? settings.withLags(LagRule.ofSeasons(season)).withContext(Math.max(horizon, season))
                : settings;
    }
}
