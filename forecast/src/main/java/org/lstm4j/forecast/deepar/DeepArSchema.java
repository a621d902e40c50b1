package org.lstm4j.forecast.deepar;

import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;

/// What the network reads at a step, and how it is scaled. Columns stand in this order:
///
/// | columns | what |
/// |---|---|
/// | lags | earlier values, scaled as the window; 0 where there is none |
/// | lags | 1 where that value was observed, else 0 |
/// | 1 | the logarithm of the scale |
/// | 1 or none | the age |
/// | known | what is known ahead |
/// | statics | numbers of the series |
/// | categories | places of the series' categories in their lists |
///
/// @param context steps read before the first one foretold
/// @param scaling of windows
/// @param lags ascending, the first at least 1
/// @param readsAge whether there is a column of age
/// @param logScale of the scales of the training series; its mean is also the scale where a series has none of its own
/// @param known of each known covariate
/// @param statics of each static number
/// @param categories of each kind of category: those seen in training, ascending
record DeepArSchema(
        int context,
        ContextScaling scaling,
        List<Integer> lags,
        boolean readsAge,
        Standardization logScale,
        List<Standardization> known,
        List<Standardization> statics,
        List<List<Integer>> categories) {

    DeepArSchema {
        lags = List.copyOf(lags);
        known = List.copyOf(known);
        statics = List.copyOf(statics);
        categories = categories.stream().map(List::copyOf).toList();
        DeepArSettings.requireAscending(lags);
        if (context < 1) {
            throw new IllegalArgumentException("context must be at least 1, but was " + context);
        }
    }

    int columns() {
        return 2 * lags.size() + 1 + (readsAge ? 1 : 0) + known.size() + statics.size() + categories.size();
    }

    /// The scale of a window with that origin; a series that has only zeros so far has that of a typical one.
    WindowScale scale(double[] target, int origin) {
        return scaling.of(target, origin - context, origin, StrictMath.exp(logScale.mean()));
    }

    JsonObject toJson() {
        return JsonValue.object()
                .put("context", context)
                .put("scaling", scaling.label())
                .put("lags", numbers(lags))
                .put("reads_age", readsAge)
                .put("log_scale", logScale.toJson())
                .put("known", new JsonArray(known.stream().map(one -> (JsonValue) one.toJson()).toList()))
                .put("statics", new JsonArray(statics.stream().map(one -> (JsonValue) one.toJson()).toList()))
                .put("categories",
                        new JsonArray(categories.stream().map(one -> (JsonValue) numbers(one)).toList()))
                .build();
    }

    static DeepArSchema fromJson(JsonObject json) {
        return new DeepArSchema(json.require("context").asInt(),
                ContextScaling.fromJson(json.require("scaling")),
                numbers(json.require("lags")),
                json.require("reads_age").asBoolean(),
                Standardization.fromJson(json.require("log_scale")),
                json.require("known").asList().stream().map(Standardization::fromJson).toList(),
                json.require("statics").asList().stream().map(Standardization::fromJson).toList(),
                json.require("categories").asList().stream().map(DeepArSchema::numbers).toList());
    }

    private static JsonArray numbers(List<Integer> values) {
        return new JsonArray(values.stream().map(value -> JsonValue.of(value.longValue())).toList());
    }

    private static List<Integer> numbers(JsonValue json) {
        return json.asList().stream().map(JsonValue::asInt).toList();
    }
}
