package org.lstm4j.forecast.prepare;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// Which columns a model reads, in what role and in which order: the meaning of its input channels.
///
/// In this order: targets, past columns, a mask for each of them where there are masks, future columns, calendar. The first ones are
/// **observed**, up to the origin of a window; the last ones are **known**, over its horizon as well. See [WindowLayout].
///
/// @param targets what is foretold, at least one
/// @param past covariates known up to now
/// @param future covariates known ahead
/// @param calendar what the calendar says of each future step
/// @param masks whether targets and past columns come with a channel that says where they were observed: 1, or 0 where a gap was filled
public record FeatureSchema(
        List<String> targets, List<String> past, List<String> future, List<CalendarFeature> calendar, boolean masks) {

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

    /// Without masks.
    public FeatureSchema(
            List<String> targets, List<String> past, List<String> future, List<CalendarFeature> calendar) {
        this(targets, past, future, calendar, false);
    }

    /// The columns a series must have, in the order of the channels.
    public List<String> columns() {
        return columns(targets, past, future);
    }

    /// Columns known up to now: targets and past columns, the first of [#columns].
    int observedColumns() {
        return targets.size() + past.size();
    }

    /// Channels known ahead.
    int knownChannels() {
        return future.size() + calendar.size();
    }

    public JsonObject toJson() {
        return JsonValue.object()
                .put("targets", JsonValue.ofTexts(targets))
                .put("past", JsonValue.ofTexts(past))
                .put("future", JsonValue.ofTexts(future))
                .put("calendar", JsonValue.ofTexts(calendar.stream().map(CalendarFeature::label).toList()))
                .put("masks", masks)
                .build();
    }

    public static FeatureSchema fromJson(JsonObject json) {
        return new FeatureSchema(
                texts(json, "targets"),
                texts(json, "past"),
                texts(json, "future"),
                texts(json, "calendar").stream().map(CalendarFeature::of).toList(),
                json.require("masks").asBoolean());
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
