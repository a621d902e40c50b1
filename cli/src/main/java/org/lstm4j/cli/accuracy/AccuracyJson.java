package org.lstm4j.cli.accuracy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;

/// The JSON of protocols that were run.
///
/// @param errors what stands for something thrown: code, what, expected, received, fix
public record AccuracyJson(Function<RuntimeException, JsonObject> errors) {

    /// One object for all.
    ///
    /// @param skipped protocols whose files are missing, with these files
    /// @param failed protocols whose files could not be read as they say
    public JsonObject of(String folder, long seed, int seeds, List<ProtocolResult> results,
            Map<String, List<String>> skipped, List<Failed> failed) {
        return JsonValue.object()
                .put("dir", folder)
                .put("seed", seed)
                .put("seeds", seeds)
                .put("protocols", array(results.stream().map(this::protocol).toList()))
                .put("skipped", array(skipped.entrySet().stream()
                        .map(entry -> JsonValue.object().put("name", entry.getKey())
                                .put("missing", JsonValue.ofTexts(entry.getValue())).build())
                        .toList()))
                .put("failed", array(failed.stream().map(one -> failed("name", one)).toList()))
                .build();
    }

    private JsonObject failed(String key, Failed one) {
        return JsonValue.object().put(key, one.name()).put("error", errors.apply(one.cause())).build();
    }

    private JsonObject protocol(ProtocolResult result) {
        Protocol protocol = result.protocol();
        Verdict verdict = new Verdict(result);
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
                .put("left_out", array(result.leftOut().stream().map(AccuracyJson::leftOut).toList()))
                .put("failed", array(result.failed().stream().map(one -> failed("method", one)).toList()))
                .put("published", array(result.published().stream().map(AccuracyJson::published).toList()))
                .put("bars", array(result.bars().stream().map(bar -> bar(bar, result)).toList()))
                .put("best_baseline", result.bestBaseline()
                        .map(best -> JsonValue.of(best.method())).orElse(JsonNull.NULL));
        json.put("deciding", result.deciding()
                .map(ours -> JsonValue.of(ours.method())).orElse(JsonNull.NULL));
        putComparison(result, result.deciding(), json);
        return json.put("verdict", verdict.sentence())
                .put("other_verdicts", array(verdict.others().stream()
                        .map(ours -> otherVerdict(result, verdict, ours)).toList()))
                .put("seconds", result.seconds())
                .build();
    }

    private static void putComparison(ProtocolResult result, Optional<MethodResult> ours, ObjectBuilder json) {
        json.put("beats_best_baseline", ours.flatMap(result::beatsBestBaseline)
                .map(beats -> JsonValue.of((boolean) beats)).orElse(JsonNull.NULL))
                .put("comparison", ours.flatMap(result::comparison)
                        .map(comparison -> (JsonValue) comparison.toJson()).orElse(JsonNull.NULL));
    }

    private static JsonObject otherVerdict(ProtocolResult result, Verdict verdict, MethodResult ours) {
        ObjectBuilder json = JsonValue.object().put("method", ours.method());
        putComparison(result, Optional.of(ours), json);
        return json.put("verdict", verdict.sentence(ours)).build();
    }

    private static JsonObject method(MethodResult result) {
        return JsonValue.object()
                .put("method", result.method())
                .put("kind", result.kind().name().toLowerCase(Locale.ROOT))
                .put("measures", measures(result.measures()))
                .put("seconds", result.seconds())
                .put("training_seconds", result.trainingSeconds())
                .put("forecast_seconds", result.forecastSeconds())
                .put("settings", result.settings())
                .build();
    }

    private static JsonObject leftOut(LeftOut one) {
        return JsonValue.object().put("method", one.method()).put("reason", one.reason()).build();
    }

    private static JsonObject published(PublishedRow row) {
        return JsonValue.object()
                .put("method", row.method())
                .put("measures", measures(row.measures()))
                .put("source", row.source())
                .put("status", row.status().name().toLowerCase(Locale.ROOT))
                .build();
    }

    private static JsonObject bar(Bar bar, ProtocolResult result) {
        return JsonValue.object()
                .put("name", bar.name())
                .put("measures", measures(bar.measures()))
                .put("reached",
                        result.deciding().map(ours -> JsonValue.of(bar.isReachedBy(ours))).orElse(JsonNull.NULL))
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
