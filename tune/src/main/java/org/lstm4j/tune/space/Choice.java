package org.lstm4j.tune.space;

import java.util.LinkedHashSet;
import java.util.List;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonNumber;
import org.lstm4j.json.JsonValue.JsonText;

/// One of several values that have no order. Each has the same part of the line of points.
///
/// Where all of them are numbers, as of `batch-size=16,32,64`, a [Configuration] holds the chosen one as a number, else as a text.
///
/// @param name what a [Configuration] calls it
/// @param values what can be chosen, at least one
public record Choice(String name, List<String> values) implements Hyperparameter {

    private static final String NUMBER = "-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?";

    /// @throws ConfigurationException when there is no value, one is there twice, or one is blank or holds a comma or two dots
    public Choice {
        RangeCheck.name(name);
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new ConfigurationException(
                    new Problem("'" + name + "' has nothing to choose from", "one value or more", "none",
                            "write " + name + "=first,second"));
        }
        for (String value : values) {
            checkText(name, value);
        }
        if (new LinkedHashSet<>(values).size() < values.size()) {
            throw new ConfigurationException(new Problem("'" + name + "' names a value twice", "different values",
                    String.join(",", values), "name each value once"));
        }
    }

    private static void checkText(String name, String value) {
        if (value.isBlank() || value.contains(",") || value.contains("..") || !value.equals(value.strip())) {
            throw new ConfigurationException(new Problem("'" + name + "' has a value that cannot be chosen",
                    "a text without commas, double dots and spaces around it", "'" + value + "'",
                    "write " + name + "=first,second"));
        }
    }

    /// Whether all values are numbers.
    public boolean isNumeric() {
        return values.stream().allMatch(value -> value.matches(NUMBER));
    }

    /// The value at a place in the list.
    public JsonValue value(int index) {
        String text = values.get(index);
        return isNumeric() ? new JsonNumber(text) : new JsonText(text);
    }

    /// The place of a value in the list.
    ///
    /// @throws ConfigurationException when it is not there
    public int indexOf(JsonValue value) {
        for (int index = 0; index < values.size(); index++) {
            if (value(index).equals(value)) {
                return index;
            }
        }
        throw RangeCheck.outside(name, "one of " + String.join(", ", values), Json.write(value));
    }

    @Override
    public JsonValue valueAt(double point) {
        Points.check(point);
        return value(Math.min((int) (point * values.size()), values.size() - 1));
    }

    @Override
    public double pointOf(JsonValue value) {
        return (indexOf(value) + 0.5) / values.size();
    }

    @Override
    public void check(JsonValue value) {
        indexOf(value);
    }
}
