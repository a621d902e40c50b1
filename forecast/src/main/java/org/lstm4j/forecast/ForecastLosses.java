package org.lstm4j.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.Suggestion;
import org.lstm4j.forecast.metrics.IntervalAccumulator;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.nn.loss.GaussianNegativeLogLikelihood;
import org.lstm4j.nn.loss.Huber;
import org.lstm4j.nn.loss.LaplaceNegativeLogLikelihood;
import org.lstm4j.nn.loss.LogNormalNegativeLogLikelihood;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.LossNames;
import org.lstm4j.nn.loss.MeanAbsolutePercentageError;
import org.lstm4j.nn.loss.MeanSquaredLogarithmicError;
import org.lstm4j.nn.loss.MonotoneQuantiles;
import org.lstm4j.nn.loss.NegativeBinomialNegativeLogLikelihood;
import org.lstm4j.nn.loss.Quantile;
import org.lstm4j.nn.loss.StudentTNegativeLogLikelihood;
import org.lstm4j.nn.loss.SymmetricMeanAbsolutePercentageError;

/// The losses that a forecast can be trained with, by name, written as in [LossNames]: those of one prediction and its target, and those
/// whose outputs are quantiles or the parameters of a distribution ([org.lstm4j.forecast.head.Head]). `quantiles` are those of 0.025, 0.1,
/// 0.2 … 0.9 and 0.975, where no levels follow, and never cross. Losses of classes are none.
public final class ForecastLosses {

    /// Of a forecast, quantiles do not cross.
    private static final String QUANTILES = "quantiles";
    private static final String ORDERED_QUANTILES = "monotone-quantiles";

    private static final List<String> NAMES = List.of(
            "mse", "mae", "huber", "log-cosh", "quantile", "mape", "smape", "msle", QUANTILES, "gaussian", "student-t",
            "laplace", "log-normal", "negative-binomial");

    private ForecastLosses() {}

    /// The names that [#named] takes, the common ones first.
    public static List<String> names() {
        return NAMES;
    }

    /// The loss of that name: `huber`, `huber:0.5`, `quantile:0.9`, `quantiles`, `student-t`.
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
        if (name.equals(QUANTILES)) {
            return quantiles(text.strip().substring(name.length()));
        }
        return LossNames.parse(text);
    }

    /// @param levels after a colon, or nothing
    private static Loss quantiles(String levels) {
        if (!levels.isEmpty()) {
            return LossNames.parse(ORDERED_QUANTILES + levels);
        }
        return new MonotoneQuantiles(Arrays.stream(IntervalAccumulator.levels()).boxed().toList());
    }

    /// As [#named] takes it: with its number, where that is not the usual one.
    public static String label(Loss loss) {
        return switch (loss) {
            case Quantile quantile -> quantile.name() + ":" + quantile.level();
            case Huber huber when !huber.equals(new Huber()) -> huber.name() + ":" + huber.delta();
            case MeanAbsolutePercentageError mape when mape.floor() > 0 -> mape.name() + ":" + mape.floor();
            case MonotoneQuantiles quantiles -> quantiles.equals(named(QUANTILES))
                    ? QUANTILES
                    : QUANTILES + ":" + numbers(quantiles.levels());
            case GaussianNegativeLogLikelihood l when !l.equals(new GaussianNegativeLogLikelihood()) ->
                l.name() + ":" + l.smallestScale();
            case StudentTNegativeLogLikelihood l when !l.equals(new StudentTNegativeLogLikelihood()) ->
                l.name() + ":" + l.smallestScale();
            case LaplaceNegativeLogLikelihood l when !l.equals(new LaplaceNegativeLogLikelihood()) ->
                l.name() + ":" + l.smallestScale();
            case LogNormalNegativeLogLikelihood l when !l.equals(new LogNormalNegativeLogLikelihood()) ->
                l.name() + ":" + l.smallestScale();
            default -> loss.name();
        };
    }

    private static String numbers(List<Double> numbers) {
        return String.join(",", numbers.stream().map(number -> Double.toString(number)).toList());
    }

    /// Whether the loss looks at ratios, which mean nothing once values are shifted to mean 0.
    static boolean isOfRatios(Loss loss) {
        return loss instanceof MeanAbsolutePercentageError || loss instanceof SymmetricMeanAbsolutePercentageError
                || loss instanceof MeanSquaredLogarithmicError;
    }

    /// Whether there are values that the loss is not defined for.
    static boolean hasADomain(Loss loss) {
        return isOfRatios(loss) || loss instanceof LogNormalNegativeLogLikelihood
                || loss instanceof NegativeBinomialNegativeLogLikelihood;
    }

    /// @throws ConfigurationException when values are scaled in such a way that the loss means nothing, or a skip path stands beside what
    ///         cannot be added to
    static void requireScaling(ForecastSettings settings) {
        Loss loss = settings.optimization().loss();
        Scaling scaling = settings.scaling();
        WindowScaling windowScaling = settings.windowScaling();
        boolean keepsSigns = switch (scaling) {
            case NONE, MINMAX, MEAN_ABS -> true;
            case STANDARD, ROBUST, LOG -> false;
        };
        boolean keepsZero = scaling == Scaling.NONE || scaling == Scaling.MEAN_ABS;
        if (isOfRatios(loss) && !(keepsSigns && windowScaling == WindowScaling.NONE)) {
            throw new ConfigurationException(new Problem(
                    "the loss " + loss.name() + " looks at ratios, and values scaled by '" + scale(settings)
                            + "' have none: they lie around 0",
                    "a scaling that keeps signs: none, mean-abs or minmax", "'" + scale(settings) + "'",
                    "add --scale mean-abs, or choose another loss, such as mae"));
        }
        if (loss instanceof LogNormalNegativeLogLikelihood && !(keepsZero && windowScaling == WindowScaling.NONE)) {
            throw new ConfigurationException(new Problem(
                    "a log-normal distribution has values above 0, and scaling by '" + scale(settings) + "' moves 0",
                    "a scaling that keeps 0: none or mean-abs", "'" + scale(settings) + "'",
                    "add --scale mean-abs, or choose another loss, such as student-t"));
        }
        if (loss instanceof NegativeBinomialNegativeLogLikelihood
                && !(scaling == Scaling.NONE && windowScaling == WindowScaling.NONE)) {
            throw new ConfigurationException(new Problem(
                    "a negative binomial distribution is of counts as they are", "no scaling",
                    "'" + scale(settings) + "'", "add --scale none, or choose another loss, such as student-t"));
        }
        if (settings.skip() != Skip.NONE && (loss instanceof LogNormalNegativeLogLikelihood
                || loss instanceof NegativeBinomialNegativeLogLikelihood)) {
            throw new ConfigurationException(new Problem(
                    "a skip path adds to a forecast, and what the loss " + loss.name()
                            + " has the network say is no sum",
                    "--skip none", "--skip " + settings.skip().label(), "leave out --skip, or choose another loss"));
        }
    }

    private static String scale(ForecastSettings settings) {
        return settings.windowScaling() == WindowScaling.NONE
                ? settings.scaling().label()
                : settings.windowScaling().label();
    }
}
