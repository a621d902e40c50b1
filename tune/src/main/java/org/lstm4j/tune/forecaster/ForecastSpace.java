package org.lstm4j.tune.forecaster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.RollingValidation;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.tune.space.Choice;
import org.lstm4j.tune.space.Configuration;
import org.lstm4j.tune.space.Hyperparameter;
import org.lstm4j.tune.space.IntegerRange;
import org.lstm4j.tune.space.RealRange;
import org.lstm4j.tune.space.SearchSpace;

/// The settings of a forecaster that are searched, by the names of their flags.
///
/// | name | values |
/// |---|---|
/// | `lookback`, `hidden`, `layers`, `batch-size`, `epochs` | whole numbers from 1 |
/// | `lr` | numbers above 0 |
/// | `dropout`, `recurrent-dropout` | numbers of at least 0 and below 1 |
/// | `clip-norm` | numbers of at least 0, which is no limit |
/// | `optimizer`, `schedule`, `loss`, `scale` | names, as the flags take them |
/// | `bidirectional` | `true`, `false` |
///
/// @param space what is searched
/// @param fixed settings that somebody has decided on, by name: they stay as they are in the base settings
public record ForecastSpace(SearchSpace space, List<String> fixed) {

    /// @throws ConfigurationException when a name is none of these, a value is impossible, or something is both searched and fixed
    public ForecastSpace {
        fixed = List.copyOf(fixed);
        for (Hyperparameter hyperparameter : space.hyperparameters()) {
            SpaceCheck.require(hyperparameter);
            if (fixed.contains(hyperparameter.name())) {
                throw new ConfigurationException(Problem.of(
                        "'" + hyperparameter.name() + "' is both to be searched and given",
                        "leave --" + hyperparameter.name() + " out, or take it out of the search space"));
            }
        }
    }

    /// The names that can be searched.
    public static List<String> names() {
        return SpaceCheck.names();
    }

    /// What is searched when nothing else is said: [StandardSpace], but for what is fixed.
    ///
    /// @param validation that will judge the settings: it knows how far they can look back
    /// @param fixed names of settings that somebody has decided on
    /// @throws ConfigurationException when all of it is fixed
    public static ForecastSpace standard(RollingValidation validation, ForecastSettings base, List<String> fixed) {
        StandardSpace standard = StandardSpace.of(
                base.horizon(), validation.lookback(base), validation.longestLookback());
        List<Hyperparameter> free = standard.hyperparameters().stream()
                .filter(hyperparameter -> !fixed.contains(hyperparameter.name()))
                .toList();
        if (free.isEmpty()) {
            throw new ConfigurationException(Problem.of(
                    "there is nothing to search: everything in the default search space is given",
                    "leave some of these flags out, or name a search space"));
        }
        return new ForecastSpace(new SearchSpace(free), fixed);
    }

    /// Makes sure that there is data for every lookback that may be chosen, before any time is spent.
    ///
    /// @throws DataException when there is not; it names the largest lookback that works
    public void requireRoom(RollingValidation validation) {
        longestLookback().ifPresent(steps -> validation.requireRoom("the longest lookback of the search space", steps));
    }

    private OptionalInt longestLookback() {
        for (Hyperparameter hyperparameter : space.hyperparameters()) {
            if (hyperparameter.name().equals(ForecastParameter.LOOKBACK.label())) {
                return switch (hyperparameter) {
                    case IntegerRange range -> OptionalInt.of(range.high());
                    case Choice choice -> choice.values().stream().mapToInt(Integer::parseInt).max();
                    case RealRange _ -> throw new IllegalStateException("a lookback is whole");
                };
            }
        }
        return OptionalInt.empty();
    }

    /// The base settings with the values of a configuration.
    ///
    /// An optimizer is chosen with its usual learning rate, as the flag does it, unless a rate is chosen too or fixed. The empty
    /// configuration gives the base settings.
    ///
    /// @param configuration of a space whose values forecasters take
    /// @throws ConfigurationException when it names something that forecasters do not have
    public ForecastSettings apply(Configuration configuration, ForecastSettings base) {
        configuration.names().forEach(SpaceCheck::parameter);
        ForecastSettings settings = base;
        for (ForecastParameter parameter : ForecastParameter.values()) {
            JsonValue value = configuration.values().get(parameter.label());
            if (value != null) {
                settings = parameter.applied(settings, value);
            }
        }
        return keepsRate(configuration) ? withRateOf(base, settings) : settings;
    }

    /// What settings have for each hyperparameter, as it is typed, by name.
    ///
    /// @param usualLookback where the settings leave it to a rule
    public Map<String, String> textsOf(ForecastSettings settings, int usualLookback) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : space.names()) {
            texts.put(name, SpaceCheck.parameter(name).text(settings, usualLookback));
        }
        return texts;
    }

    /// The place of settings in this space, so that a search can begin near them; without values where one of theirs is none of it.
    ///
    /// @param usualLookback where the settings leave it to a rule
    public Configuration placeOf(ForecastSettings settings, int usualLookback) {
        Map<String, String> texts = textsOf(settings, usualLookback);
        JsonValue.ObjectBuilder values = JsonValue.object();
        for (Hyperparameter hyperparameter : space.hyperparameters()) {
            JsonValue value = value(hyperparameter, texts.getOrDefault(hyperparameter.name(), ""));
            if (value == JsonNull.NULL) {
                return Configuration.empty();
            }
            values.put(hyperparameter.name(), value);
        }
        return new Configuration(values.build());
    }

    /// A value by its text; null where it is none of the hyperparameter's.
    private static JsonValue value(Hyperparameter hyperparameter, String text) {
        return switch (hyperparameter) {
            case Choice choice -> choice.values().contains(text)
                    ? choice.value(choice.values().indexOf(text))
                    : JsonNull.NULL;
            case IntegerRange range -> {
                int value = Integer.parseInt(text);
                yield value >= range.low() && value <= range.high() ? JsonValue.of(value) : JsonNull.NULL;
            }
            case RealRange range -> {
                double value = Double.parseDouble(text);
                yield value >= range.low() && value <= range.high() ? JsonValue.of(value) : JsonNull.NULL;
            }
        };
    }

    private boolean keepsRate(Configuration configuration) {
        return configuration.has(ForecastParameter.OPTIMIZER.label())
                && fixed.contains(ForecastParameter.LEARNING_RATE.label());
    }

    private static ForecastSettings withRateOf(ForecastSettings base, ForecastSettings settings) {
        OptimizationSettings how = settings.optimization();
        double rate = base.optimization().optimizer().learningRate();
        return settings.withOptimization(how.withOptimizer(how.optimizer().withLearningRate(rate)));
    }
}
