package org.lstm4j.tune.space;

import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;

/// A hyperparameter as JSON: `{"name":"hidden","kind":"integers","low":16,"high":128,"scale":"log"}`.
final class HyperparameterJson {

    private static final String INTEGERS = "integers";
    private static final String REALS = "reals";
    private static final String CHOICE = "choice";

    private HyperparameterJson() {}

    static JsonObject write(Hyperparameter hyperparameter) {
        return switch (hyperparameter) {
            case IntegerRange range -> begin(range, INTEGERS)
                    .put("low", range.low())
                    .put("high", range.high())
                    .put("scale", HyperparameterText.scaleName(range.scale()))
                    .build();
            case RealRange range -> begin(range, REALS)
                    .put("low", range.low())
                    .put("high", range.high())
                    .put("scale", HyperparameterText.scaleName(range.scale()))
                    .build();
            case Choice choice -> begin(choice, CHOICE).put("values", JsonValue.ofTexts(choice.values())).build();
        };
    }

    private static ObjectBuilder begin(Hyperparameter hyperparameter, String kind) {
        return JsonValue.object().put("name", hyperparameter.name()).put("kind", kind);
    }

    static Hyperparameter read(JsonValue json) {
        JsonObject object = json.asObject();
        String name = object.require("name").asText();
        String kind = object.require("kind").asText();
        return switch (kind) {
            case INTEGERS ->
                new IntegerRange(name, object.require("low").asInt(), object.require("high").asInt(), scale(object));
            case REALS ->
                new RealRange(name, object.require("low").asDouble(), object.require("high").asDouble(), scale(object));
            case CHOICE -> new Choice(name, texts(object.require("values")));
            default -> throw new IllegalArgumentException(
                    "hyperparameter '" + name + "' is of kind '" + kind + "', but kinds are "
                            + String.join(", ", INTEGERS, REALS, CHOICE));
        };
    }

    private static Scale scale(JsonObject object) {
        return HyperparameterText.scale(object.require("scale").asText());
    }

    private static List<String> texts(JsonValue json) {
        return json.asList().stream().map(JsonValue::asText).toList();
    }
}
