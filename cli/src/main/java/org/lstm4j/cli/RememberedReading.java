package org.lstm4j.cli;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;

/// The flags that said how a model's training data is read, kept in its file so that `evaluate` and `forecast` need not be told
/// again: the zone, for one, decides calendar inputs, and a forecast made in another would be silently wrong.
///
/// Only what was typed is kept; what was found in the data is found again in other data. Names are those of the flags. Targets,
/// columns known up to now or ahead, frequency and season are the forecaster's own. `--db` and `--sql` are not kept: they may
/// hold a password, and name the data rather than the way it is read.
final class RememberedReading {

    /// The section of the model file.
    static final String SECTION = "reading";

    private RememberedReading() {}

    /// What was typed.
    static JsonObject of(DataOptions options) {
        ReadingOptions reading = options.reading;
        RoleOptions roles = options.roles;
        CleaningOptions cleaning = options.cleaning;
        ObjectBuilder json = JsonValue.object();
        put(json, "time", reading.time);
        put(json, "time-format", reading.timeFormat);
        put(json, "no-time", reading.noTime);
        put(json, "zone", reading.zone);
        put(json, "no-header", reading.noHeader);
        put(json, "delimiter", reading.delimiter);
        put(json, "decimal", reading.decimal);
        put(json, "encoding", reading.encoding);
        put(json, "missing", reading.missing);
        put(json, "series", roles.series);
        put(json, "wide", roles.wide);
        put(json, "static", roles.constant);
        put(json, "categorical", roles.categorical);
        put(json, "series-embedding", roles.seriesEmbedding);
        put(json, "fill", cleaning.fill);
        put(json, "aggregate", cleaning.aggregate);
        put(json, "resample", cleaning.resample);
        return json.build();
    }

    /// Sets the flags that were not typed this time. Flags that exclude each other are one: who types `--no-time` does not get
    /// the remembered `--time`.
    ///
    /// @throws IllegalArgumentException when a value is none of its flag's
    static void fill(JsonObject json, DataOptions options) {
        ReadingOptions reading = options.reading;
        RoleOptions roles = options.roles;
        CleaningOptions cleaning = options.cleaning;
        if (reading.time.isEmpty() && !reading.noTime) {
            reading.time.addAll(texts(json, "time"));
            reading.noTime = isSet(json, "no-time");
            reading.timeFormat = or(reading.timeFormat, json, "time-format", Function.identity());
        }
        if (roles.series == null && !roles.wide) {
            roles.series = or(null, json, "series", Function.identity());
            roles.wide = isSet(json, "wide");
        }
        reading.zone = or(reading.zone, json, "zone", RememberedReading::zone);
        reading.noHeader |= isSet(json, "no-header");
        reading.delimiter = or(reading.delimiter, json, "delimiter", RememberedReading::character);
        reading.decimal = or(reading.decimal, json, "decimal", RememberedReading::character);
        reading.encoding = or(reading.encoding, json, "encoding", Charset::forName);
        if (reading.missing.isEmpty()) {
            reading.missing.addAll(texts(json, "missing"));
        }
        if (roles.constant.isEmpty()) {
            roles.constant.addAll(texts(json, "static"));
        }
        if (roles.categorical.isEmpty()) {
            roles.categorical.addAll(texts(json, "categorical"));
        }
        roles.seriesEmbedding |= isSet(json, "series-embedding");
        cleaning.fill = or(cleaning.fill, json, "fill", label -> choice(CleaningOptions.Fill.values(), label));
        cleaning.aggregate = or(
                cleaning.aggregate, json, "aggregate", label -> choice(CleaningOptions.Aggregate.values(), label));
        cleaning.resample = or(
                cleaning.resample, json, "resample", label -> choice(CleaningOptions.Aggregate.values(), label));
    }

    private static void put(ObjectBuilder json, String name, List<String> values) {
        if (!values.isEmpty()) {
            json.put(name, new JsonArray(values.stream().map(JsonValue::of).toList()));
        }
    }

    private static void put(ObjectBuilder json, String name, boolean value) {
        if (value) {
            json.put(name, true);
        }
    }

    private static void put(ObjectBuilder json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    private static List<String> texts(JsonObject json, String name) {
        JsonValue value = json.get(name);
        return value == null ? List.of() : value.asList().stream().map(JsonValue::asText).toList();
    }

    private static boolean isSet(JsonObject json, String name) {
        JsonValue value = json.get(name);
        return value != null && value.asBoolean();
    }

    private static <T> @Nullable T or(
            @Nullable T typed, JsonObject json, String name, Function<String, T> parser) {
        JsonValue value = json.get(name);
        return typed != null || value == null ? typed : parser.apply(value.asText());
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("there is no time zone " + text, e);
        }
    }

    private static Character character(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException("expected one character, but got '" + text + "'");
        }
        return text.charAt(0);
    }

    private static <C extends Enum<C>> C choice(C[] choices, String label) {
        for (C choice : choices) {
            if (choice.toString().equals(label)) {
                return choice;
            }
        }
        throw new IllegalArgumentException("expected one of " + List.of(choices) + ", but got '" + label + "'");
    }
}
