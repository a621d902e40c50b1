package org.lstm4j.json;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonBoolean;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonNumber;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.JsonText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads and writes [JsonValue]s with Jackson's streaming parser, whose limits
/// on depth, number length and text length apply.
public final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /// Characters that an error message shows of a value.
    private static final int EXCERPT = 100;

    private Json() {}

    /// Reads one value and nothing after it.
    ///
    /// @throws IllegalArgumentException when the text is not one JSON value, or an object names a member twice
    public static JsonValue parse(String text) {
        return parse(text, Integer.MAX_VALUE);
    }

    /// Reads one value and nothing after it, of a text that is not to be trusted: small values take much more memory than text.
    ///
    /// @param mostValues that there may be, arrays and objects among them
    /// @throws IllegalArgumentException when there are more, the text is not one JSON value, or an object names a member twice
    public static JsonValue parse(String text, int mostValues) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonValue value = new Reading(parser, mostValues).read(parser.nextToken());
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("JSON goes on after its first value at " + parser.currentLocation());
            }
            return value;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    /// Writes a value on one line.
    public static String write(JsonValue value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(generator, value);
        }
        return text.toString();
    }

    /// How a value begins, short enough for a message.
    static String excerpt(JsonValue value) {
        String text = write(value);
        return text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text;
    }

    private static void write(JsonGenerator generator, JsonValue value) {
        switch (value) {
            case JsonObject object -> {
                generator.writeStartObject();
                object.members().forEach((name, member) -> {
                    generator.writeName(name);
                    write(generator, member);
                });
                generator.writeEndObject();
            }
            case JsonArray array -> {
                generator.writeStartArray();
                array.items().forEach(item -> write(generator, item));
                generator.writeEndArray();
            }
            case JsonText text -> generator.writeString(text.value());
            case JsonNumber number -> generator.writeNumber(number.literal());
            case JsonBoolean truth -> generator.writeBoolean(truth.value());
            case JsonNull _ -> generator.writeNull();
        }
    }

    /// Makes values of tokens, at most so many.
    private static final class Reading {

        private final JsonParser parser;
        private final int mostValues;
        private int values;

        private Reading(JsonParser parser, int mostValues) {
            this.parser = parser;
            this.mostValues = mostValues;
        }

        private JsonValue read(@Nullable JsonToken token) {
            if (token == null) {
                throw new IllegalArgumentException("JSON ends where a value was expected");
            }
            if (values++ == mostValues) {
                throw new IllegalArgumentException("JSON has more than " + mostValues + " values");
            }
            return switch (token) {
                case START_OBJECT -> readObject();
                case START_ARRAY -> readArray();
                case VALUE_STRING -> new JsonText(parser.getString());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getString());
                case VALUE_TRUE -> new JsonBoolean(true);
                case VALUE_FALSE -> new JsonBoolean(false);
                case VALUE_NULL -> JsonNull.NULL;
                default -> throw new IllegalArgumentException("JSON has " + token + " where a value was expected");
            };
        }

        private JsonObject readObject() {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                members.put(name, read(parser.nextToken()));
            }
            return new JsonObject(members);
        }

        private JsonArray readArray() {
            List<JsonValue> items = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                items.add(read(token));
            }
            return new JsonArray(items);
        }
    }
}
