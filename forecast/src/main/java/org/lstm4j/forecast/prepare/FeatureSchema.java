package org.lstm4j.forecast.prepare;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// Which columns a model reads, in what role and in which order: the meaning of its input channels.
///
/// | channels | at input step t |
/// |---|---|
/// | targets, past columns | the value at t |
/// | future columns, calendar | the value at t + horizon, which is known ahead |
///
/// A lookback of at least the horizon thus sees every future step's known values.
///
/// @param targets what is foretold, at least one
/// @param past covariates known up to now
/// @param future covariates known ahead
/// @param calendar what the calendar says of each future step
public record FeatureSchema(
        List<String> targets, List<String> past, List<String> future, List<CalendarFeature> calendar) {

    public FeatureSchema {
        targets = List.copyOf(targets);
        past = List.copyOf(past);
        future = List.copyOf(future);
        calendar = List.copyOf(calendar);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("a model needs at least one target column");
        }
        List<String> all = columns(targets, past, future);
        if (all.stream().distinct().count() != all.size()) {
            throw new IllegalArgumentException("a column can have one role only: targets " + targets + ", past " + past
                    + ", future " + future);
        }
    }

    /// The columns a series must have, in the order of the channels.
    public List<String> columns() {
        return columns(targets, past, future);
    }

    /// Input channels.
    public int channels() {
        return targets.size() + past.size() + future.size() + calendar.size();
    }

    /// Channels read at t; the others are read at t + horizon.
    int presentChannels() {
        return targets.size() + past.size();
    }

    public JsonObject toJson() {
        return JsonValue.object()
                .put("targets", JsonValue.ofTexts(targets))
                .put("past", JsonValue.ofTexts(past))
                .put("future", JsonValue.ofTexts(future))
                .put("calendar", JsonValue.ofTexts(calendar.stream().map(CalendarFeature::label).toList()))
                .build();
    }

    public static FeatureSchema fromJson(JsonObject json) {
        return new FeatureSchema(
                texts(json, "targets"),
                texts(json, "past"),
                texts(json, "future"),
                texts(json, "calendar").stream().map(CalendarFeature::of).toList());
    }

    private static List<String> texts(JsonObject json, String name) {
        return json.require(name).asList().stream().map(JsonValue::asText).toList();
    }

    private static List<String> columns(List<String> targets, List<String> past, List<String> future) {
        List<String> all = new ArrayList<>(targets);
        all.addAll(past);
        all.addAll(future);
        return List.copyOf(all);
    }
}
