package org.lstm4j.tune.forecaster;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.tune.space.Choice;
import org.lstm4j.tune.space.Hyperparameter;
import org.lstm4j.tune.space.IntegerRange;
import org.lstm4j.tune.space.RealRange;
import org.lstm4j.tune.space.Scale;

/// The search space when nothing else is said: around the defaults, and so narrow that most trials take no longer than twice what they do.
///
/// | name | values | why |
/// |---|---|---|
/// | `lookback` | half to twice the usual one, log | never below the horizon, so that all that is known ahead is seen; at most half of what can be trained on is left to look back on |
/// | `hidden` | 16 to 96, log | about a third to twice the default; time grows with its square |
/// | `layers` | 1, 2 | a third one seldom helps and takes as long again |
/// | `lr` | 0.0003 to 0.01, log | the usual rates of all four optimizers lie inside |
/// | `batch-size` | 16, 32, 64 | more leave too few updates where windows are thinned |
/// | `epochs` | 10 to 50 | early stopping ends most trainings before that |
/// | `optimizer` | adam, adamw, nadam, rmsprop | those whose rates are of the same size |
/// | `dropout` | 0 to 0.4 | beyond that small networks forget more than they learn |
/// | `scale` | standard, last, revin | the level of a window matters most where series drift |
///
/// @param lookbackLow the shortest lookback
/// @param lookbackHigh the longest one; where it is no longer, lookback is not searched
record StandardSpace(int lookbackLow, int lookbackHigh) {

    /// @param horizon steps ahead
    /// @param usual lookback of the base settings, at least 1
    /// @param longest lookback that leaves a window to train on, at least `usual`
    static StandardSpace of(int horizon, int usual, int longest) {
        int low = Math.clamp(Math.max(horizon, usual / 2), 1, usual);
        int high = Math.max(low, Math.min(2 * usual, longest / 2));
        return new StandardSpace(low, high);
    }

    List<Hyperparameter> hyperparameters() {
        List<Hyperparameter> all = new ArrayList<>();
        if (lookbackHigh > lookbackLow) {
            all.add(new IntegerRange(
                    ForecastParameter.LOOKBACK.label(), lookbackLow, lookbackHigh, Scale.LOGARITHMIC));
        }
        all.add(new IntegerRange(ForecastParameter.HIDDEN.label(), 16, 96, Scale.LOGARITHMIC));
        all.add(new IntegerRange(ForecastParameter.LAYERS.label(), 1, 2, Scale.LINEAR));
        all.add(new RealRange(ForecastParameter.LEARNING_RATE.label(), 0.0003, 0.01, Scale.LOGARITHMIC));
        all.add(new Choice(ForecastParameter.BATCH_SIZE.label(), List.of("16", "32", "64")));
        all.add(new IntegerRange(ForecastParameter.EPOCHS.label(), 10, 50, Scale.LINEAR));
        all.add(new Choice(ForecastParameter.OPTIMIZER.label(), List.of("adam", "adamw", "nadam", "rmsprop")));
        all.add(new RealRange(ForecastParameter.DROPOUT.label(), 0, 0.4, Scale.LINEAR));
        all.add(new Choice(ForecastParameter.SCALE.label(), List.of("standard", "last", "revin")));
        return List.copyOf(all);
    }
}
