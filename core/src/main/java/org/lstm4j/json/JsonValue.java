package org.lstm4j.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A JSON value: object, array, text, number, boolean or null. Objects keep the
/// order in which their members were added.
///
/// Values are immutable. Read them with [Json#parse], write them with
/// [Json#write].
public sealed interface JsonValue {

    /// Members in the order they were added.
    record JsonObject(Map<String, JsonValue> members) implements JsonValue {

        public JsonObject {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /// The member of that name, or null when there is none.
        public @Nullable JsonValue get(String name) {
            return members.get(name);
        }

        /// The member of that name.
        ///
        /// @throws IllegalArgumentException when there is none
        public JsonValue require(String name) {
            JsonValue value = members.get(name);
            if (value == null) {
                throw new IllegalArgumentException("member '" + name + "' is missing; present are " + members.keySet());
            }
            return value;
        }
    }

    record JsonArray(List<JsonValue> items) implements JsonValue {

        public JsonArray {
            items = Collections.unmodifiableList(new ArrayList<>(items));
        }
    }

    record JsonText(String value) implements JsonValue {}

    /// A number as it is written, so that a long stays exact and a double keeps its
    /// shortest form.
    record JsonNumber(String literal) implements JsonValue {

        private static final Pattern GRAMMAR = Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?");

        /// @throws IllegalArgumentException when JSON would not take it for a number
        public JsonNumber {
            if (!GRAMMAR.matcher(literal).matches()) {
                throw new IllegalArgumentException("'" + literal + "' is not a number as JSON writes them");
            }
        }

        public double doubleValue() {
            return Double.parseDouble(literal);
        }

        /// Rounded once, straight to float.
        public float floatValue() {
            return Float.parseFloat(literal);
        }

        /// @throws IllegalArgumentException when the number has a fraction or does not fit
        public long longValue() {
            try {
                return Long.parseLong(literal);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("expected a whole number, but found " + literal, e);
            }
        }

        /// @throws IllegalArgumentException when the number has a fraction or does not fit
        public int intValue() {
            try {
                return Integer.parseInt(literal);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("expected a whole number below 2³¹, but found " + literal, e);
            }
        }
    }

    record JsonBoolean(boolean value) implements JsonValue {}

    /// The one null.
    enum JsonNull implements JsonValue {
        NULL
    }

    static JsonValue of(String value) {
        return new JsonText(value);
    }

    static JsonValue of(boolean value) {
        return new JsonBoolean(value);
    }

    static JsonValue of(long value) {
        return new JsonNumber(Long.toString(value));
    }

    /// A number, or null when the value is NaN or infinite: JSON has no word
    /// for those.
    static JsonValue of(double value) {
        return Double.isFinite(value) ? new JsonNumber(Double.toString(value)) : JsonNull.NULL;
    }

    /// A number in float precision, or null when the value is NaN or infinite.
    static JsonValue of(float value) {
        return Float.isFinite(value) ? new JsonNumber(Float.toString(value)) : JsonNull.NULL;
    }

    /// An array of numbers, NaN and infinity as null.
    static JsonArray of(double[] values) {
        List<JsonValue> items = new ArrayList<>(values.length);
        for (double value : values) {
            items.add(of(value));
        }
        return new JsonArray(items);
    }

    static JsonArray ofTexts(List<String> values) {
        return new JsonArray(values.stream().map(JsonValue::of).toList());
    }

    /// Starts an object.
    static ObjectBuilder object() {
        return new ObjectBuilder();
    }

    default JsonObject asObject() {
        if (this instanceof JsonObject object) {
            return object;
        }
        throw unexpected("an object");
    }

    default List<JsonValue> asList() {
        if (this instanceof JsonArray array) {
            return array.items();
        }
        throw unexpected("an array");
    }

    default String asText() {
        if (this instanceof JsonText text) {
            return text.value();
        }
        throw unexpected("a text");
    }

    default int asInt() {
        return asNumber().intValue();
    }

    default long asLong() {
        return asNumber().longValue();
    }

    /// The number, or NaN for null: the reverse of [#of(double)].
    default double asDouble() {
        return this == JsonNull.NULL ? Double.NaN : asNumber().doubleValue();
    }

    /// The number in float precision, or NaN for null: the reverse of [#of(float)].
    default float asFloat() {
        return this == JsonNull.NULL ? Float.NaN : asNumber().floatValue();
    }

    default boolean asBoolean() {
        if (this instanceof JsonBoolean truth) {
            return truth.value();
        }
        throw unexpected("true or false");
    }

    private JsonNumber asNumber() {
        if (this instanceof JsonNumber number) {
            return number;
        }
        throw unexpected("a number");
    }

    private IllegalArgumentException unexpected(String expected) {
        return new IllegalArgumentException("expected " + expected + ", but found " + Json.excerpt(this));
    }

    /// Collects the members of an object, in order.
    final class ObjectBuilder {

        private final Map<String, JsonValue> members = new LinkedHashMap<>();

        public ObjectBuilder put(String name, JsonValue value) {
            members.put(name, value);
            return this;
        }

        public ObjectBuilder put(String name, String value) {
            return put(name, of(value));
        }

        public ObjectBuilder put(String name, boolean value) {
            return put(name, of(value));
        }

        public ObjectBuilder put(String name, long value) {
            return put(name, of(value));
        }

        public ObjectBuilder put(String name, double value) {
            return put(name, of(value));
        }

        public ObjectBuilder put(String name, float value) {
            return put(name, of(value));
        }

        public ObjectBuilder put(String name, double[] value) {
            return put(name, of(value));
        }

        public JsonObject build() {
            return new JsonObject(members);
        }
    }
}
