package org.lstm4j.forecast.stream;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// What decides a [StreamingForecaster], but for the model. Immutable; begin with [#standard].
///
/// @param zone whose calendar the model's days and calendar features are read in
/// @param mostKeys keys whose history is kept, at least 1
/// @param full what is done with a key beyond them
/// @param oldRows what is done with a row that is not later than the latest
/// @param newKeys what is done with a key whose scale is not known
/// @param intervals what the quantiles of forecasts are; without effect where the forecaster gives none
public record StreamSettings(ZoneId zone, int mostKeys, FullStream full, OldRows oldRows, NewKeys newKeys,
        StreamIntervals intervals) {

    public StreamSettings {
        if (mostKeys < 1) {
            throw new IllegalArgumentException(
                    "a stream must have room for at least 1 key, but was to have " + mostKeys);
        }
    }

    /// UTC, 10,000 keys of which the one used least recently gives way, errors for old rows and for keys without a scale,
    /// intervals as trained.
    public static StreamSettings standard() {
        return new StreamSettings(ZoneOffset.UTC, 10_000, FullStream.EVICT, OldRows.REFUSE, NewKeys.REFUSE,
                StreamIntervals.AS_TRAINED);
    }

    public StreamSettings withZone(ZoneId other) {
        return new StreamSettings(other, mostKeys, full, oldRows, newKeys, intervals);
    }

    public StreamSettings withMostKeys(int other) {
        return new StreamSettings(zone, other, full, oldRows, newKeys, intervals);
    }

    public StreamSettings withFull(FullStream other) {
        return new StreamSettings(zone, mostKeys, other, oldRows, newKeys, intervals);
    }

    public StreamSettings withOldRows(OldRows other) {
        return new StreamSettings(zone, mostKeys, full, other, newKeys, intervals);
    }

    public StreamSettings withNewKeys(NewKeys other) {
        return new StreamSettings(zone, mostKeys, full, oldRows, other, intervals);
    }

    public StreamSettings withIntervals(StreamIntervals other) {
        return new StreamSettings(zone, mostKeys, full, oldRows, newKeys, other);
    }

    JsonObject toJson() {
        return JsonValue.object()
                .put("zone", zone.getId())
                .put("most_keys", mostKeys)
                .put("full", full.label())
                .put("old_rows", oldRows.label())
                .put("new_keys", newKeys.label())
                .put("intervals", intervals.label())
                .build();
    }

    /// What [#toJson] wrote; states from before there were `intervals` have those of the forecaster.
    static StreamSettings fromJson(JsonObject json) {
        JsonValue intervals = json.get("intervals");
        return new StreamSettings(
                ZoneId.of(json.require("zone").asText()),
                json.require("most_keys").asInt(),
                FullStream.of(json.require("full").asText()),
                OldRows.of(json.require("old_rows").asText()),
                NewKeys.of(json.require("new_keys").asText()),
                intervals == null ? StreamIntervals.AS_TRAINED : StreamIntervals.of(intervals.asText()));
    }
}
