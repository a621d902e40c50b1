package org.lstm4j.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// The settings of a network as JSON:
///
/// ```json
/// {"input":[{"axis":"steps","size":10},{"axis":"features","size":1}],
///  "layers":[{"kind":"lstm","units":50,"return_sequences":false,"initialization":"keras"},
///            {"kind":"dropout","rate":0.2},
///            {"kind":"dense","units":1,"activation":"linear","initialization":"keras"}]}
/// ```
///
/// A layer is made by a switch over the kinds known here, never by a class name. Unknown kinds and unknown members are errors:
/// a setting that is passed over would give other forecasts without a word.
final class NetworkJson {

    private NetworkJson() {}

    /// @throws IllegalArgumentException when a layer is of a kind that files do not know
    static JsonObject write(NetworkSpec network) {
        List<JsonValue> axes = network.input().axes().stream().map(NetworkJson::write).toList();
        List<JsonValue> layers = network.layers().stream().map(NetworkJson::write).toList();
        return JsonValue.object().put("input", new JsonArray(axes)).put("layers", new JsonArray(layers)).build();
    }

    /// @throws IllegalArgumentException when a member is missing, unknown or impossible; the message says where
    static NetworkSpec read(JsonValue json) {
        JsonObject network = members("network", json, "input", "layers");
        List<Axis> axes = network.require("input").asList().stream().map(NetworkJson::readAxis).toList();
        List<JsonValue> layers = network.require("layers").asList();
        LayerSpec[] specs = new LayerSpec[layers.size()];
        Arrays.setAll(specs, place -> readLayer(place, layers.get(place)));
        return new NetworkSpec(new Shape(axes), List.of(specs));
    }

    private static JsonValue write(Axis axis) {
        return JsonValue.object().put("axis", axis.name()).put("size", axis.size()).build();
    }

    private static Axis readAxis(JsonValue json) {
        JsonObject axis = members("axis of the input", json, "axis", "size");
        int size = axis.require("size").asInt();
        if (size < 1) {
            throw new IllegalArgumentException("an axis of the input must have size 1 or more, but has " + size);
        }
        return new Axis(axis.require("axis").asText(), size);
    }

    private static JsonValue write(LayerSpec layer) {
        JsonValue.ObjectBuilder json = JsonValue.object().put("kind", layer.kind());
        return switch (layer) {
            case LstmSpec lstm -> json.put("units", lstm.units())
                    .put("return_sequences", lstm.returnSequences())
                    .put("initialization", name(lstm.initialization()))
                    .build();
            case DenseSpec dense -> json.put("units", dense.units())
                    .put("activation", dense.activation().label())
                    .put("initialization", name(dense.initialization()))
                    .build();
            case DropoutSpec dropout -> json.put("rate", dropout.rate()).build();
            default -> throw new IllegalArgumentException("model files do not know layers of kind '" + layer.kind()
                    + "'; they know lstm, dense and dropout");
        };
    }

    private static LayerSpec readLayer(int place, JsonValue json) {
        try {
            return readLayer(json.asObject());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("layer " + place + ": " + e.getMessage(), e);
        }
    }

    private static LayerSpec readLayer(JsonObject layer) {
        String kind = layer.require("kind").asText();
        return switch (kind) {
            case LstmSpec.KIND -> readLstm(members(kind, layer, "kind", "units", "return_sequences", "initialization"));
            case DenseSpec.KIND -> readDense(members(kind, layer, "kind", "units", "activation", "initialization"));
            case DropoutSpec.KIND -> new DropoutSpec(members(kind, layer, "kind", "rate").require("rate").asFloat());
            default -> throw new IllegalArgumentException("this version does not know layers of kind "
                    + Quoted.of(kind) + "; it knows lstm, dense and dropout");
        };
    }

    private static LstmSpec readLstm(JsonObject layer) {
        return new LstmSpec(layer.require("units").asInt(), layer.require("return_sequences").asBoolean(),
                named(layer.require("initialization"), Initialization.values(), NetworkJson::name));
    }

    private static DenseSpec readDense(JsonObject layer) {
        return new DenseSpec(layer.require("units").asInt(),
                named(layer.require("activation"), Activation.values(), Activation::label),
                named(layer.require("initialization"), Initialization.values(), NetworkJson::name));
    }

    private static JsonObject members(String what, JsonValue json, String... known) {
        JsonObject object = json.asObject();
        for (String name : object.members().keySet()) {
            if (!List.of(known).contains(name)) {
                throw new IllegalArgumentException(what + " has the member " + Quoted.of(name)
                        + ", which this version does not know");
            }
        }
        return object;
    }

    private static <E> E named(JsonValue json, E[] known, Function<E, String> name) {
        String text = json.asText();
        for (E value : known) {
            if (name.apply(value).equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException("unknown setting " + Quoted.of(text) + "; known are "
                + Arrays.stream(known).map(name).toList());
    }

    /// Written out, so that renaming a constant cannot change the format.
    private static String name(Initialization initialization) {
        return switch (initialization) {
            case KERAS -> "keras";
            case PYTORCH -> "pytorch";
        };
    }
}
