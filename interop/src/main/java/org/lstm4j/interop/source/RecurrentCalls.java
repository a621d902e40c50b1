package org.lstm4j.interop.source;

import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.recurrent.Bidirectional;
import org.lstm4j.nn.recurrent.Gru;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.nn.recurrent.LstmWeights;
import org.lstm4j.nn.recurrent.RecurrentLayer;
import org.lstm4j.nn.recurrent.RecurrentSpec;
import org.lstm4j.nn.recurrent.RecurrentWeights;
import org.lstm4j.nn.recurrent.SimpleRnn;

/// Recurrent layers as calls of plain functions.
///
/// @param steps of a sample: a number or a variable
record RecurrentCalls(SourceText text, String steps) {

    /// One direction.
    ///
    /// @throws IllegalArgumentException when there is no function for the layer
    String of(RecurrentLayer recurrent) {
        return call(recurrent, false, recurrent.spec().sequence().goBackwards());
    }

    /// Two directions.
    ///
    /// @throws IllegalArgumentException when there is no function for a layer
    String of(Bidirectional both) {
        text.needs(RuntimePart.MERGE);
        String a = call(both.forward(), true, false);
        String b = call(both.backward(), true, true);
        return switch (both.spec().merge()) {
            case CONCATENATE ->
                "beside(" + a + ", " + both.spec().forward().outputs() + ",\n                " + b + ", "
                        + both.spec().backward().outputs() + ")";
            case SUM -> "sum(" + a + ",\n                " + b + ")";
            case PRODUCT -> "product(" + a + ",\n                " + b + ")";
            case AVERAGE -> "average(" + a + ",\n                " + b + ")";
        };
    }

    /// @param inPlace whether outputs stand at their own steps, also where they are walked from the last to the first
    private String call(RecurrentLayer recurrent, boolean inPlace, boolean backwards) {
        RecurrentSpec spec = recurrent.spec();
        SourceLayers.require(!spec.stateful(), "a state that is kept from batch to batch");
        SourceLayers.require(spec.noise().hiddenZoneout() == 0f && spec.noise().cellZoneout() == 0f, "zoneout");
        String walk = ", " + spec.returnSequences() + ", " + backwards + ", " + inPlace + ")";
        String sizes = "(x, " + steps + ", " + recurrent.inputShape().last() + ", " + spec.units() + ", ";
        return switch (recurrent) {
            case Lstm lstm -> {
                SourceLayers.require(!lstm.spec().cell().layerNormalization(), "layer normalisation within the cell");
                text.needs(RuntimePart.LSTM);
                yield "lstm" + sizes + weights(lstm.weights()) + ", "
                        + text.activation(lstm.spec().cell().activation()) + ", "
                        + text.activation(lstm.spec().cell().recurrentActivation()) + walk;
            }
            case Gru gru -> {
                text.needs(RuntimePart.GRU);
                yield "gru" + sizes + weights(gru.weights()) + ", " + text.activation(gru.spec().activation()) + ", "
                        + text.activation(gru.spec().recurrentActivation()) + walk;
            }
            case SimpleRnn rnn -> {
                text.needs(RuntimePart.SIMPLE_RNN);
                yield "simple_rnn" + sizes + weights(rnn.weights()) + ", " + text.activation(rnn.spec().activation())
                        + walk;
            }
            default -> throw new IllegalArgumentException("an unknown cell");
        };
    }

    private String weights(LstmWeights weights) {
        return text.constant(weights.inputWeights()) + ", " + text.constant(weights.recurrentWeights()) + ", "
                + (weights.hasBias() ? text.constant(weights.bias()) : "null") + ", " + constant(weights.projection())
                + ", " + constant(weights.peephole());
    }

    private String weights(RecurrentWeights weights) {
        return text.constant(weights.inputWeights()) + ", " + text.constant(weights.recurrentWeights()) + ", "
                + (weights.hasBias() ? text.constant(weights.bias()) : "null");
    }

    private String constant(@Nullable Parameter parameter) {
        return parameter == null ? "null" : text.constant(parameter);
    }

}
