package org.lstm4j.tune.space;

import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// One choice of values for hyperparameters. Immutable; equal where names, order and values are.
///
/// @param values numbers and texts by the hyperparameter's name, in the order of the search space
public record Configuration(JsonObject values) {

    /// No value chosen: everything as it would be without tuning.
    public static Configuration empty() {
        return new Configuration(JsonValue.object().build());
    }

    /// The names of the hyperparameters, in order.
    public List<String> names() {
        return List.copyOf(values.members().keySet());
    }

    public boolean has(String name) {
        return values.get(name) != null;
    }

    /// @throws IllegalArgumentException when there is no such value, or it is no whole number
    public int whole(String name) {
        return Math.toIntExact(values.require(name).asLong());
    }

    /// @throws IllegalArgumentException when there is no such value, or it is no number
    public double real(String name) {
        return values.require(name).asDouble();
    }

    /// @throws IllegalArgumentException when there is no such value, or it is no text
    public String category(String name) {
        return values.require(name).asText();
    }
}
