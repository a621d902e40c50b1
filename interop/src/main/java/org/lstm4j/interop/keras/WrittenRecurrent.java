package org.lstm4j.interop.keras;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.nn.recurrent.Bidirectional;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmCell;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.RecurrentLayer;
import org.lstm4j.nn.recurrent.RecurrentNoise;
import org.lstm4j.nn.recurrent.RecurrentSpec;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;

/// Recurrent layers as Keras describes them.
///
/// @param masked whether some steps of what goes in may not count
/// @param lastOnly whether what follows reads the last step alone, so that the layer may give that
record WrittenRecurrent(boolean masked, boolean lastOnly) {

    /// @throws IllegalArgumentException when Keras has no such layer
    WrittenLayer layer(RecurrentLayer layer) {
        RecurrentSpec spec = layer.spec();
        boolean backwards = spec.sequence().goBackwards();
        if (masked && backwards && spec.returnSequences()) {
            throw new IllegalArgumentException("gives masked sequences backwards, whose mask Keras leaves forwards");
        }
        return new WrittenLayer(className(spec), config(spec, backwards), WrittenWeights.ofCell(layer));
    }

    /// @throws IllegalArgumentException when Keras has no such layer
    WrittenLayer both(Bidirectional layer) {
        JsonObject config = JsonValue.object()
                .put("merge_mode", switch (layer.spec().merge()) {
                    case CONCATENATE -> "concat";
                    case SUM -> "sum";
                    case PRODUCT -> "mul";
                    case AVERAGE -> "ave";
                })
                .put("layer", inner("forward", layer.spec().forward(), false))
                .put("backward_layer", inner("backward", layer.spec().backward(), true)).build();
        return new WrittenLayer("Bidirectional", config, WrittenWeights.ofCell(layer.forward()).within("forward_layer")
                .and(WrittenWeights.ofCell(layer.backward()).within("backward_layer")));
    }

    private JsonObject inner(String direction, RecurrentSpec spec, boolean backwards) {
        String className = className(spec);
        return new WrittenLayer(className, config(spec, backwards), WrittenWeights.NONE)
                .json(direction + "_" + TreeWeights.snakeCase(className));
    }

    private static String className(RecurrentSpec spec) {
        return switch (spec) {
            case LstmSpec _ -> "LSTM";
            case GruSpec _ -> "GRU";
            case SimpleRnnSpec _ -> "SimpleRNN";
        };
    }

    private JsonObject config(RecurrentSpec spec, boolean backwards) {
        requireKnown(spec);
        boolean everyStep = spec.returnSequences() && !lastOnly;
        ObjectBuilder config = JsonValue.object().put("units", spec.units())
                .put("return_sequences", everyStep).put("go_backwards", backwards)
                .put("dropout", spec.noise().inputDropout()).put("recurrent_dropout", spec.noise().recurrentDropout());
        if (masked && everyStep) { // the last step would be 0 too where it does not count
            config.put("zero_output_for_mask", true);
        }
        switch (spec) {
            case LstmSpec lstm -> config.put("use_bias", lstm.cell().bias())
                    .put("activation", lstm.cell().activation().label())
                    .put("recurrent_activation", lstm.cell().recurrentActivation().label());
            case GruSpec gru -> config.put("use_bias", gru.bias()).put("activation", gru.activation().label())
                    .put("recurrent_activation", gru.recurrentActivation().label()).put("reset_after", true);
            case SimpleRnnSpec simple -> config.put("use_bias", simple.bias())
                    .put("activation", simple.activation().label());
        }
        return config.build();
    }

    private static void requireKnown(RecurrentSpec spec) {
        requireNot(spec.stateful(), "keeps its state between batches, for which Keras needs a fixed batch");
        RecurrentNoise noise = spec.noise();
        requireNot(noise.hiddenZoneout() > 0 || noise.cellZoneout() > 0, "has zoneout, which Keras has not");
        if (spec instanceof LstmSpec lstm) {
            LstmCell cell = lstm.cell();
            requireNot(cell.projection() > 0, "has a projection, which Keras has not");
            requireNot(cell.peephole(), "has peepholes, which Keras has not");
            requireNot(cell.layerNormalization(), "normalizes its cells, which Keras' LSTM does not");
        }
    }

    private static void requireNot(boolean unknown, String what) {
        if (unknown) {
            throw new IllegalArgumentException(what);
        }
    }
}
