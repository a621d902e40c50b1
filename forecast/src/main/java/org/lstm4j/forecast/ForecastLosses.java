package org.lstm4j.forecast;

import java.util.List;
import java.util.Locale;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.Suggestion;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.nn.loss.Huber;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.LossNames;
import org.lstm4j.nn.loss.MeanAbsolutePercentageError;
import org.lstm4j.nn.loss.MeanSquaredLogarithmicError;
import org.lstm4j.nn.loss.Quantile;
import org.lstm4j.nn.loss.SymmetricMeanAbsolutePercentageError;

/// The losses that a forecast can be trained with, by name, written as in [LossNames]: those of one prediction and its target.
/// Losses of classes, of counts and of several outputs for one target are none: a forecast gives a value for each step and target.
public final class ForecastLosses {

    private static final List<String> NAMES = List.of(
            "mse", "mae", "huber", "log-cosh", "quantile", "mape", "smape", "msle");

    private ForecastLosses() {}

    /// The names that [#named] takes, the common ones first.
    public static List<String> names() {
        return NAMES;
    }

    /// The loss of that name: `huber`, `huber:0.5`, `quantile:0.9`.
    ///
    /// @throws ConfigurationException when there is none, or not for a forecast, with the names there are; or when what follows the
    ///         colon are not the numbers that the loss takes
    public static Loss named(String text) {
        String name = text.strip().split(":", 2)[0].toLowerCase(Locale.ROOT).replace('_', '-');
        if (!NAMES.contains(name)) {
            String what = LossNames.known().contains(name)
                    ? "the loss '" + name + "' is not for a forecast, which gives one value for each step and target"
                    : "there is no loss '" + text + "'";
            throw new ConfigurationException(new Problem(what, "one of " + String.join(", ", NAMES), "",
                    Suggestion.text(name, NAMES) + "choose one of these"));
        }
        return LossNames.parse(text);
    }

    /// As [#named] takes it: with its number, where that is not the usual one.
    public static String label(Loss loss) {
        return switch (loss) {
            case Quantile quantile -> quantile.name() + ":" + quantile.level();
            case Huber huber when !huber.equals(new Huber()) -> huber.name() + ":" + huber.delta();
            case MeanAbsolutePercentageError mape when mape.floor() > 0 -> mape.name() + ":" + mape.floor();
            default -> loss.name();
        };
    }

    /// Whether the loss looks at ratios, which mean nothing once values are shifted to mean 0.
    static boolean isOfRatios(Loss loss) {
        return loss instanceof MeanAbsolutePercentageError || loss instanceof SymmetricMeanAbsolutePercentageError
                || loss instanceof MeanSquaredLogarithmicError;
    }

    /// @throws ConfigurationException when values are scaled in such a way that the loss means nothing
    static void requireScaling(Loss loss, Scaling scaling, WindowScaling windowScaling) {
        boolean keepsSigns = switch (scaling) {
            case NONE, MINMAX, MEAN_ABS -> true;
            case STANDARD, ROBUST, LOG -> false;
        };
        if (isOfRatios(loss) && !(keepsSigns && windowScaling == WindowScaling.NONE)) {
            String scale = windowScaling == WindowScaling.NONE ? scaling.label() : windowScaling.label();
            throw new ConfigurationException(new Problem(
                    "the loss " + loss.name() + " looks at ratios, and values scaled by '" + scale
                            + "' have none: they lie around 0",
                    "a scaling that keeps signs: none, mean-abs or minmax", "'" + scale + "'",
                    "add --scale mean-abs, or choose another loss, such as mae"));
        }
    }
}
