package org.lstm4j.cli.accuracy;

import java.util.List;
import java.util.Map;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;

/// The JSON of protocols that were run.
public final class AccuracyJson {

    private AccuracyJson() {}

    /// One object for all.
    ///
    /// @param skipped protocols whose files are missing, with these files
    public static JsonObject of(String folder, long seed, List<ProtocolResult> results,
            Map<String, List<String>> skipped) {
        return JsonValue.object()
                .put("dir", folder)
                .put("seed", seed)
                .put("protocols", array(results.stream().map(AccuracyJson::protocol).toList()))
                .put("skipped", array(skipped.entrySet().stream()
                        .map(entry -> JsonValue.object().put("name", entry.getKey())
                                .put("missing", JsonValue.ofTexts(entry.getValue())).build())
                        .toList()))
                .build();
    }

    private static JsonObject protocol(ProtocolResult result) {
        Protocol protocol = result.protocol();
        ObjectBuilder json = JsonValue.object()
                .put("name", protocol.name())
                .put("title", protocol.title())
                .put("horizon", protocol.horizon())
                .put("season", protocol.season())
                .put("series", result.series())
                .put("windows", result.windows())
                .put("unit", protocol.unit().words())
                .put("main_measure", protocol.main().key())
                .put("results", array(result.sorted().stream().map(AccuracyJson::method).toList()))
                .put("left_out", JsonValue.ofTexts(result.leftOut()))
                .put("published", array(result.published().stream().map(AccuracyJson::published).toList()))
                .put("bars", array(result.bars().stream().map(bar -> bar(bar, result)).toList()))
                .put("best_baseline", result.bestBaseline()
                        .map(best -> JsonValue.of(best.method())).orElse(JsonNull.NULL))
                .put("beats_best_baseline", result.beatsBestBaseline()
                        .map(beats -> JsonValue.of((boolean) beats)).orElse(JsonNull.NULL))
                .put("comparison", result.comparison()
                        .map(comparison -> (JsonValue) comparison.toJson()).orElse(JsonNull.NULL))
                .put("verdict", new Verdict(result).sentence())
                .put("seconds", result.seconds());
        return json.build();
    }

    private static JsonObject method(MethodResult result) {
        return JsonValue.object()
                .put("method", result.method())
                .put("measures", measures(result.measures()))
                .put("seconds", result.seconds())
                .put("settings", result.settings())
                .build();
    }

    private static JsonObject published(PublishedRow row) {
        return JsonValue.object()
                .put("method", row.method())
                .put("measures", measures(row.measures()))
                .put("source", row.source())
                .put("status", row.status().name().toLowerCase(java.util.Locale.ROOT))
                .build();
    }

    private static JsonObject bar(Bar bar, ProtocolResult result) {
        return JsonValue.object()
                .put("name", bar.name())
                .put("measures", measures(bar.measures()))
                .put("reached", result.lstm().map(ours -> JsonValue.of(bar.isReachedBy(ours))).orElse(JsonNull.NULL))
                .build();
    }

    private static JsonObject measures(Map<Measure, Double> measures) {
        ObjectBuilder json = JsonValue.object();
        measures.forEach((measure, value) -> json.put(measure.key(), value));
        return json.build();
    }

    private static JsonArray array(List<JsonObject> items) {
        return new JsonArray(items.stream().map(JsonValue.class::cast).toList());
    }
}
