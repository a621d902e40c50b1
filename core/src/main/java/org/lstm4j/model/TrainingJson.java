package org.lstm4j.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.optim.SavedState;
import org.lstm4j.optim.SavedState.SavedArray;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.NetworkState;
import org.lstm4j.train.NetworkState.StreamPosition;
import org.lstm4j.train.TrainingState;

/// What a file of training says in JSON: everything but the elements of tensors, which it names in the order they are written in.
///
/// Doubles are written in their shortest form, which gives the same double again.
final class TrainingJson {

    static final String OPTIMIZER = "optimizer";
    static final String AVERAGE = "average";

    private TrainingJson() {}

    /// The tensor that has the weights of a parameter.
    static String weights(String parameter) {
        return "weights." + parameter;
    }

    /// The tensor that has a saved array.
    static String tensor(String owner, String name, String parameter) {
        return owner + "." + name + "." + parameter;
    }

    static JsonObject write(TrainingState state) {
        SavedState average = state.average();
        return JsonValue.object()
                .put("epochs", state.epochs())
                .put("optimizer", state.optimizer())
                .put("weights", JsonValue.ofTexts(List.copyOf(state.network().weights().keySet())))
                .put("streams", new JsonArray(state.network().streams().stream().map(TrainingJson::write).toList()))
                .put("optimizer_state", write(OPTIMIZER, state.optimizerState()))
                .put("average", average == null ? JsonNull.NULL : write(AVERAGE, average))
                .build();
    }

    private static JsonValue write(StreamPosition stream) {
        return JsonValue.object().put("layer", stream.layer()).put("key", stream.key())
                .put("position", stream.position()).build();
    }

    private static JsonValue write(String owner, SavedState saved) {
        JsonValue.ObjectBuilder numbers = JsonValue.object();
        saved.numbers().forEach((name, number) -> numbers.put(name, finite(owner, name, number)));
        List<JsonValue> arrays = new ArrayList<>();
        for (SavedArray array : saved.arrays()) {
            arrays.add(JsonValue.object().put("name", array.name()).put("parameter", array.parameter()).build());
        }
        return JsonValue.object().put("numbers", numbers.build()).put("arrays", new JsonArray(arrays)).build();
    }

    /// @param tensors taken in the order of [#write]
    /// @throws IllegalArgumentException when the JSON or the tensors are not those of a state
    static TrainingState read(JsonValue json, TensorsInOrder tensors) {
        JsonObject object = Members.only("the state of training", json,
                "epochs", "optimizer", "weights", "streams", "optimizer_state", "average");
        SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
        for (JsonValue name : object.require("weights").asList()) {
            weights.put(name.asText(), tensors.take(weights(name.asText())));
        }
        List<StreamPosition> streams = object.require("streams").asList().stream().map(TrainingJson::stream).toList();
        SavedState optimizerState = saved(OPTIMIZER, object.require("optimizer_state"), tensors);
        return new TrainingState(object.require("epochs").asInt(), new NetworkState(weights, streams),
                object.require("optimizer").asText(), optimizerState, average(object.require("average"), tensors));
    }

    private static StreamPosition stream(JsonValue json) {
        JsonObject stream = Members.only("a stream", json, "layer", "key", "position");
        return new StreamPosition(stream.require("layer").asText(), stream.require("key").asLong(),
                stream.require("position").asLong());
    }

    private static @Nullable SavedState average(JsonValue json, TensorsInOrder tensors) {
        return json == JsonNull.NULL ? null : saved(AVERAGE, json, tensors);
    }

    private static SavedState saved(String owner, JsonValue json, TensorsInOrder tensors) {
        JsonObject object = Members.only("the state of the " + owner, json, "numbers", "arrays");
        SequencedMap<String, Double> numbers = new LinkedHashMap<>();
        object.require("numbers").asObject().members()
                .forEach((name, number) -> numbers.put(name, finite(owner, name, number.asDouble())));
        List<SavedArray> arrays = new ArrayList<>();
        for (JsonValue item : object.require("arrays").asList()) {
            JsonObject array = Members.only("an array", item, "name", "parameter");
            String name = array.require("name").asText();
            String parameter = array.require("parameter").asText();
            arrays.add(new SavedArray(name, parameter, tensors.take(tensor(owner, name, parameter))));
        }
        return new SavedState(numbers, arrays);
    }

    private static double finite(String owner, String name, double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("the number " + Quoted.of(name) + " of the " + owner + " is " + number
                    + ", but a checkpoint keeps finite numbers only");
        }
        return number;
    }
}
