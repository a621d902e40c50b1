package org.lstm4j.model;

import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.segment.SegmentLstmSpec;
import org.lstm4j.nn.segment.SegmentWindow;

/// Members of a segment LSTM, its window among them.
final class SegmentLstmJson {

    private SegmentLstmJson() {}

    static void put(JsonValue.ObjectBuilder json, SegmentLstmSpec spec) {
        SegmentWindow window = spec.window();
        List<JsonValue> categories = window.categories().stream().map(ids -> JsonValue.of(ids.intValue())).toList();
        json.put("lookback", window.lookback())
                .put("horizon", window.horizon())
                .put("segment", window.segment())
                .put("observed", window.observed())
                .put("known", window.known())
                .put("categories", new JsonArray(categories))
                .put("units", spec.units())
                .put("layers", spec.layers())
                .put("dropout", spec.dropout())
                .put("outputs", spec.outputs())
                .put("initialization", PresetJson.write(spec.initialization()))
                .put("zero_head", spec.zeroHead());
    }

    static SegmentLstmSpec read(JsonObject layer) {
        Members.only(SegmentLstmSpec.KIND, layer, "kind", "lookback", "horizon", "segment", "observed", "known",
                "categories", "units", "layers", "dropout", "outputs", "initialization", "zero_head");
        SegmentWindow window = new SegmentWindow(number(layer, "lookback"), number(layer, "horizon"),
                number(layer, "segment"), number(layer, "observed"), number(layer, "known"),
                layer.require("categories").asList().stream().map(JsonValue::asInt).toList());
        return new SegmentLstmSpec(window, number(layer, "units"), number(layer, "layers"),
                layer.require("dropout").asFloat(), number(layer, "outputs"),
                PresetJson.read(layer.require("initialization")), layer.require("zero_head").asBoolean());
    }

    private static int number(JsonObject layer, String member) {
        return layer.require(member).asInt();
    }
}
