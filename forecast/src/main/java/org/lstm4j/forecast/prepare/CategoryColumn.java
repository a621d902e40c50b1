package org.lstm4j.forecast.prepare;

import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// A covariate that holds categories, of which a model learnt a vector each. In a sample a category is a number: 1 for the first of
/// [#names], 2 for the second, and 0 where none is known.
///
/// @param name of the column
/// @param role where it is known
/// @param names of the categories seen in training, sorted, at least one
public record CategoryColumn(String name, Role role, List<String> names) {

    private static final int WIDEST_VECTOR = 50;

    /// Where a covariate is known.
    public enum Role {
        /// Up to now.
        PAST("past"),
        /// Ahead as well.
        FUTURE("future"),
        /// The same at every step of a series.
        STATIC("static");

        private final String label;

        Role(String label) {
            this.label = label;
        }

        static Role of(String label) {
            for (Role role : values()) {
                if (role.label.equals(label)) {
                    return role;
                }
            }
            throw new IllegalArgumentException(
                    "no role of a covariate is called '" + label + "'; there are past, future, static");
        }
    }

    public CategoryColumn {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("column '" + name + "' has no category");
        }
    }

    /// How many different numbers there are in a sample: the categories, and one for none.
    public int vocabulary() {
        return names.size() + 1;
    }

    /// Numbers of a category's vector: half as many as there are categories, at most 50.
    public int units() {
        return Math.min(WIDEST_VECTOR, (names.size() + 1) / 2);
    }

    JsonObject toJson() {
        return JsonValue.object()
                .put("column", name)
                .put("role", role.label)
                .put("names", JsonValue.ofTexts(names))
                .build();
    }

    static CategoryColumn fromJson(JsonObject json) {
        return new CategoryColumn(json.require("column").asText(), Role.of(json.require("role").asText()),
                json.require("names").asList().stream().map(JsonValue::asText).toList());
    }
}
