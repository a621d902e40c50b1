package org.lstm4j.tune.space;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.ObjectBuilder;

/// What is searched: one hyperparameter or more. Immutable.
///
/// @param hyperparameters in the order in which configurations list them
public record SearchSpace(List<Hyperparameter> hyperparameters) {

    /// @throws ConfigurationException when there is none, or two have one name
    public SearchSpace {
        hyperparameters = List.copyOf(hyperparameters);
        if (hyperparameters.isEmpty()) {
            throw new ConfigurationException(
                    new Problem("the search space is empty", "one hyperparameter or more", "none",
                            "name what to search, as in learning-rate=0.0001..0.01:log"));
        }
        List<String> seen = new ArrayList<>();
        for (Hyperparameter hyperparameter : hyperparameters) {
            if (seen.contains(hyperparameter.name())) {
                throw new ConfigurationException(
                        new Problem("the search space names '" + hyperparameter.name() + "' twice",
                                "each hyperparameter once", "", "keep one of the two"));
            }
            seen.add(hyperparameter.name());
        }
    }

    /// Of texts such as `hidden=16..128:log`.
    ///
    /// @throws ConfigurationException when one of them is no hyperparameter
    public static SearchSpace parse(List<String> texts) {
        return new SearchSpace(texts.stream().map(HyperparameterText::parse).toList());
    }

    /// How many hyperparameters there are.
    public int size() {
        return hyperparameters.size();
    }

    public List<String> names() {
        return hyperparameters.stream().map(Hyperparameter::name).toList();
    }

    /// The configuration at a point of the unit cube.
    ///
    /// @param points from 0 to 1, one per hyperparameter in order
    public Configuration configurationAt(double[] points) {
        if (points.length != size()) {
            throw new IllegalArgumentException(
                    "a point of this search space has " + size() + " coordinates, but this one has " + points.length);
        }
        ObjectBuilder values = JsonValue.object();
        for (int index = 0; index < points.length; index++) {
            Hyperparameter hyperparameter = hyperparameters.get(index);
            values.put(hyperparameter.name(), hyperparameter.valueAt(points[index]));
        }
        return new Configuration(values.build());
    }

    /// The point of a configuration, the reverse of [#configurationAt].
    ///
    /// @throws ConfigurationException when the configuration is not one of this space
    public double[] pointOf(Configuration configuration) {
        check(configuration);
        double[] points = new double[size()];
        for (int index = 0; index < points.length; index++) {
            Hyperparameter hyperparameter = hyperparameters.get(index);
            points[index] = hyperparameter.pointOf(configuration.values().require(hyperparameter.name()));
        }
        return points;
    }

    /// Makes sure that a configuration has a value for every hyperparameter, and no other value.
    ///
    /// @throws ConfigurationException when it does not
    public void check(Configuration configuration) {
        if (!configuration.names().equals(names())) {
            throw new ConfigurationException(
                    new Problem("the configuration is not one of this search space", String.join(", ", names()),
                            configuration.names().isEmpty() ? "no values" : String.join(", ", configuration.names()),
                            "search with the space it was chosen from"));
        }
        for (Hyperparameter hyperparameter : hyperparameters) {
            hyperparameter.check(configuration.values().require(hyperparameter.name()));
        }
    }

    /// An array of hyperparameters, as study files keep it.
    public JsonArray toJson() {
        return new JsonArray(hyperparameters.stream().<JsonValue>map(HyperparameterJson::write).toList());
    }

    /// Reverse of [#toJson].
    ///
    /// @throws IllegalArgumentException when the JSON is not of that form
    /// @throws ConfigurationException when a hyperparameter is not possible
    public static SearchSpace fromJson(JsonValue json) {
        return new SearchSpace(json.asList().stream().map(HyperparameterJson::read).toList());
    }
}
