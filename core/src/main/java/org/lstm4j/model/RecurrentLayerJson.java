package org.lstm4j.model;

import java.util.List;
import java.util.stream.Stream;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmCell;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.RecurrentInitializers;
import org.lstm4j.nn.recurrent.RecurrentNoise;
import org.lstm4j.nn.recurrent.RecurrentSpec;
import org.lstm4j.nn.recurrent.SequenceOptions;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;

/// Members of recurrent layers. What most layers do without is written only where it is not as usual: `go_backwards` is false,
/// `dropout` is 0, `use_bias` is true unless said.
final class RecurrentLayerJson {

    private static final List<String> ALWAYS = List.of("kind", "units", "return_sequences", "initialization");
    private static final List<String> OPTIONS = List.of("go_backwards", "stateful", "dropout", "recurrent_dropout",
            "hidden_zoneout", "use_bias", "activation", "weight_initializer", "recurrent_initializer",
            "bias_initializer");
    private static final List<String> GATED = List.of("recurrent_activation");
    private static final List<String> LSTM = List.of("cell_zoneout", "projection", "peephole", "layer_normalization",
            "forget_bias");

    private RecurrentLayerJson() {}

    static void put(JsonValue.ObjectBuilder json, LstmSpec lstm) {
        putAlways(json, lstm, lstm.initialization());
        WeightRulesJson.put(json, lstm.weightRules());
        LstmCell cell = lstm.cell();
        putOption(json, "use_bias", cell.bias(), true);
        putOption(json, "activation", cell.activation(), Activation.TANH);
        putOption(json, "recurrent_activation", cell.recurrentActivation(), Activation.SIGMOID);
        putOption(json, "cell_zoneout", lstm.noise().cellZoneout());
        putOption(json, "peephole", cell.peephole(), false);
        putOption(json, "layer_normalization", cell.layerNormalization(), false);
        if (cell.projection() > 0) {
            json.put("projection", cell.projection());
        }
    }

    static void put(JsonValue.ObjectBuilder json, GruSpec gru) {
        putAlways(json, gru, gru.initialization());
        WeightRulesJson.put(json, gru.weightRules());
        putOption(json, "use_bias", gru.bias(), true);
        putOption(json, "activation", gru.activation(), Activation.TANH);
        putOption(json, "recurrent_activation", gru.recurrentActivation(), Activation.SIGMOID);
    }

    static void put(JsonValue.ObjectBuilder json, SimpleRnnSpec rnn) {
        putAlways(json, rnn, rnn.initialization());
        WeightRulesJson.put(json, rnn.weightRules());
        putOption(json, "use_bias", rnn.bias(), true);
        putOption(json, "activation", rnn.activation(), Activation.TANH);
    }

    static LstmSpec lstm(JsonObject layer) {
        only(LstmSpec.KIND, layer, GATED, LSTM);
        JsonValue projection = layer.get("projection");
        LstmCell cell = new LstmCell(
                projection == null ? 0 : projection.asInt(),
                flag(layer, "use_bias", true),
                flag(layer, "peephole", false),
                flag(layer, "layer_normalization", false),
                activation(layer, "activation", Activation.TANH),
                activation(layer, "recurrent_activation", Activation.SIGMOID));
        return new LstmSpec(units(layer), cell, sequence(layer), noise(layer),
                initialization(layer), WeightRulesJson.read(layer));
    }

    static GruSpec gru(JsonObject layer) {
        only(GruSpec.KIND, layer, GATED, List.of());
        return new GruSpec(units(layer), flag(layer, "use_bias", true),
                activation(layer, "activation", Activation.TANH),
                activation(layer, "recurrent_activation", Activation.SIGMOID), sequence(layer), noise(layer),
                initialization(layer), WeightRulesJson.read(layer));
    }

    static SimpleRnnSpec simpleRnn(JsonObject layer) {
        only(SimpleRnnSpec.KIND, layer, List.of(), List.of());
        return new SimpleRnnSpec(units(layer), flag(layer, "use_bias", true),
                activation(layer, "activation", Activation.TANH), sequence(layer), noise(layer),
                initialization(layer), WeightRulesJson.read(layer));
    }

    private static void putAlways(JsonValue.ObjectBuilder json, RecurrentSpec layer, RecurrentInitializers begin) {
        json.put("units", layer.units())
                .put("return_sequences", layer.returnSequences())
                .put("initialization", PresetJson.write(begin.preset()));
        InitializerJson.put(json, "weight_initializer", begin.input());
        InitializerJson.put(json, "recurrent_initializer", begin.recurrent());
        InitializerJson.put(json, "bias_initializer", begin.bias());
        if (begin.forgetBias() != null) {
            json.put("forget_bias", begin.forgetBias());
        }
        putOption(json, "go_backwards", layer.sequence().goBackwards(), false);
        putOption(json, "stateful", layer.sequence().stateful(), false);
        putOption(json, "dropout", layer.noise().inputDropout());
        putOption(json, "recurrent_dropout", layer.noise().recurrentDropout());
        putOption(json, "hidden_zoneout", layer.noise().hiddenZoneout());
    }

    private static void putOption(JsonValue.ObjectBuilder json, String name, boolean value, boolean usual) {
        if (value != usual) {
            json.put(name, value);
        }
    }

    private static void putOption(JsonValue.ObjectBuilder json, String name, float rate) {
        if (rate != 0f) {
            json.put(name, rate);
        }
    }

    private static void putOption(
            JsonValue.ObjectBuilder json, String name, Activation activation, Activation usual) {
        if (activation != usual) {
            json.put(name, activation.label());
        }
    }

    private static void only(String kind, JsonObject layer, List<String> gated, List<String> more) {
        String[] known = Stream.of(ALWAYS, OPTIONS, gated, more).flatMap(List::stream).toArray(String[]::new);
        Members.only(kind, layer, WeightRulesJson.with(known));
    }

    private static int units(JsonObject layer) {
        return layer.require("units").asInt();
    }

    private static SequenceOptions sequence(JsonObject layer) {
        return new SequenceOptions(layer.require("return_sequences").asBoolean(), flag(layer, "go_backwards", false),
                flag(layer, "stateful", false));
    }

    private static RecurrentNoise noise(JsonObject layer) {
        return new RecurrentNoise(rate(layer, "dropout"), rate(layer, "recurrent_dropout"),
                rate(layer, "hidden_zoneout"), rate(layer, "cell_zoneout"));
    }

    private static boolean flag(JsonObject layer, String name, boolean usual) {
        JsonValue json = layer.get(name);
        return json == null ? usual : json.asBoolean();
    }

    private static float rate(JsonObject layer, String name) {
        JsonValue json = layer.get(name);
        return json == null ? 0f : json.asFloat();
    }

    private static Activation activation(JsonObject layer, String name, Activation usual) {
        JsonValue json = layer.get(name);
        return json == null ? usual : Members.named(json, Activation.values(), Activation::label);
    }

    private static RecurrentInitializers initialization(JsonObject layer) {
        JsonValue forget = layer.get("forget_bias");
        return new RecurrentInitializers(
                PresetJson.read(layer.require("initialization")),
                InitializerJson.optional(layer, "weight_initializer"),
                InitializerJson.optional(layer, "recurrent_initializer"),
                InitializerJson.optional(layer, "bias_initializer"),
                forget == null ? null : forget.asFloat());
    }
}
