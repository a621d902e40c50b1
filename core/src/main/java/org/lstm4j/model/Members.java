package org.lstm4j.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// Reading of settings that passes nothing over.
final class Members {

    private Members() {}

    /// The object, which has no other members than those.
    ///
    /// @param what it is, for messages
    /// @throws IllegalArgumentException when it is no object, or has another member
    static JsonObject only(String what, JsonValue json, String... known) {
        JsonObject object = json.asObject();
        for (String name : object.members().keySet()) {
            if (!List.of(known).contains(name)) {
                throw new IllegalArgumentException(what + " has the member " + Quoted.of(name)
                        + ", which this version does not know");
            }
        }
        return object;
    }

    /// The constant of that name.
    ///
    /// @param name of a constant in files; must not change when the constant is renamed
    /// @throws IllegalArgumentException when there is none; the message lists all
    static <E> E named(JsonValue json, E[] known, Function<E, String> name) {
        String text = json.asText();
        for (E value : known) {
            if (name.apply(value).equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException("unknown setting " + Quoted.of(text) + "; known are "
                + Arrays.stream(known).map(name).toList());
    }
}
