package org.lstm4j.cli.accuracy;

import java.util.OptionalInt;
import org.lstm4j.forecast.AutomaticSettings;
import org.lstm4j.forecast.Finish;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.prepare.SplitShares;

/// The settings of the LSTM: those that `train` has where no flag says otherwise, with the parts of the protocol. Half of its validation
/// part calibrates intervals where that is at least four horizons. The validation part trains too once it has chosen the epoch, but for protocols that
/// [keep it apart][SplitRule#keepsValidationApart].
///
/// @param seed decides initial weights, order of samples and dropout
public record LstmRule(long seed) {

    /// The settings for a task.
    public ForecastSettings settings(Task task) {
        Protocol protocol = task.protocol();
        ForecastSettings settings = AutomaticSettings.of(
                task.series(), protocol.horizon(), task.columns(), parts(task.splits().getFirst(), protocol.horizon()));
        return settings
                .withSeason(season(task))
                .withOptimization(settings.optimization()
                        .withSeed(seed)
                        .withFinish(protocol.split().keepsValidationApart() ? Finish.KEEP : Finish.REFIT));
    }

    private static SplitShares parts(Split split, int horizon) {
        int half = split.validation() / 2;
        int calibration = AutomaticSettings.isEnoughToCalibrate(half, horizon) ? half : 0;
        return SplitShares.ofSteps(split.validation() - calibration, calibration, split.test());
    }

    /// Rows without time do not say it of themselves.
    private static OptionalInt season(Task task) {
        Frequency frequency = task.series().getFirst().timeline().frequency();
        return frequency instanceof Frequency.StepIndex
                ? OptionalInt.of(task.protocol().season())
                : OptionalInt.empty();
    }
}
