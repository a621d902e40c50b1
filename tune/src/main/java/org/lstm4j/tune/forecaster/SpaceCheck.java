package org.lstm4j.tune.forecaster;

import java.util.Arrays;
import java.util.List;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.Suggestion;
import org.lstm4j.tune.space.Choice;
import org.lstm4j.tune.space.Hyperparameter;
import org.lstm4j.tune.space.IntegerRange;
import org.lstm4j.tune.space.RealRange;

/// Makes sure that a hyperparameter is a setting of forecasters, and all its values are possible.
final class SpaceCheck {

    private SpaceCheck() {}

    static List<String> names() {
        return Arrays.stream(ForecastParameter.values()).map(ForecastParameter::label).toList();
    }

    /// @throws ConfigurationException when there is no setting of that name
    static ForecastParameter parameter(String name) {
        return Arrays.stream(ForecastParameter.values())
                .filter(parameter -> parameter.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(new Problem(
                        "forecasters have no hyperparameter '" + name + "'", "one of " + String.join(", ", names()), "",
                        Suggestion.text(name, names()) + "search one of these")));
    }

    /// @throws ConfigurationException when there is no setting of that name, or it does not take all these values
    static void require(Hyperparameter hyperparameter) {
        ForecastParameter parameter = parameter(hyperparameter.name());
        switch (hyperparameter) {
            case IntegerRange range -> {
                requireOrdered(parameter, range.low() + ".." + range.high());
                requireValues(parameter, List.of(Integer.toString(range.low()), Integer.toString(range.high())));
            }
            case RealRange range -> {
                String text = range.low() + ".." + range.high();
                requireOrdered(parameter, text);
                requireNotWhole(parameter, text);
                requireValues(parameter, List.of(Double.toString(range.low()), Double.toString(range.high())));
            }
            case Choice choice -> requireValues(parameter, choice.values());
        }
    }

    private static void requireOrdered(ForecastParameter parameter, String range) {
        Domain domain = parameter.domain();
        if (!domain.isOrdered()) {
            String two = String.join(",", domain.names().subList(0, 2));
            throw new ConfigurationException(new Problem(
                    "'" + parameter.label() + "' is chosen by name and has no range", domain.expected(), range,
                    "name the values, as in " + parameter.label() + "=" + two));
        }
    }

    private static void requireNotWhole(ForecastParameter parameter, String text) {
        if (parameter.domain() instanceof Domain.Counts counts) {
            throw new ConfigurationException(new Problem(
                    "'" + parameter.label() + "' is searched in fractions", counts.expected(), text,
                    "write whole numbers, without a point"));
        }
    }

    private static void requireValues(ForecastParameter parameter, List<String> values) {
        for (String value : values) {
            Domain domain = parameter.domain();
            if (!domain.has(value)) {
                throw new ConfigurationException(new Problem(
                        "'" + parameter.label() + "' is to be searched over a value it cannot have", domain.expected(),
                        "'" + value + "'",
                        Suggestion.text(value, domain.names()) + "leave it out, or replace it by a possible one"));
            }
        }
    }
}
