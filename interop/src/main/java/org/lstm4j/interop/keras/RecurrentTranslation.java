package org.lstm4j.interop.keras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ForeignWeight;
import org.lstm4j.interop.network.WeightArrays;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.Quoted;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.RecurrentNoise;
import org.lstm4j.nn.recurrent.RecurrentSpec;
import org.lstm4j.nn.recurrent.SequenceOptions;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;

/// A layer of LSTM, GRU or simple recurrent cells.
///
/// | | Keras | here |
/// |---|---|---|
/// | kernel | [features, G·H] | its transpose |
/// | recurrent kernel | [H, G·H] | its transpose |
/// | gates of an LSTM | i, f, c, o | i, f, g, o: the same |
/// | gates of a GRU | z, r, h | r, z, n |
/// | biases of a GRU, `reset_after` | [2, 3H]: of the inputs, of the state | [4H]: sums of r, of z; n's of the inputs, n's of the state |
///
/// Sources: keras/src/layers/rnn of Keras 3; [org.lstm4j.nn.recurrent.Gru].
///
/// @param layer of Keras
/// @param spec ours, going forwards
/// @param backwards whether it begins at the last step
/// @param bias whether it has biases
/// @param zeroWhereMasked whether steps that do not count give 0, as ours do
record RecurrentTranslation(KerasLayer layer, RecurrentSpec spec, boolean backwards, boolean bias,
        boolean zeroWhereMasked) {

    /// @throws IllegalArgumentException when it has a setting that ours cannot have
    static RecurrentTranslation of(KerasLayer given) {
        KerasLayer layer = given.className().equals("RNN") ? ofCell(given) : given;
        KerasSettings settings = layer.settings();
        settings.require("stateful", JsonValue.of(false));
        settings.take("return_state"); // of what a layer gives, its first output alone is read by others
        settings.require("time_major", JsonValue.of(false));
        boolean backwards = settings.flag("go_backwards", false);
        boolean zero = settings.flag("zero_output_for_mask", false);
        boolean bias = settings.flag("use_bias", true);
        SequenceOptions sequence = SequenceOptions.LAST_STEP
                .withReturnSequences(settings.flag("return_sequences", false));
        RecurrentNoise noise = RecurrentNoise.NONE.withInputDropout(settings.number("dropout", 0f))
                .withRecurrentDropout(settings.number("recurrent_dropout", 0f));
        int units = settings.count("units");
        RecurrentSpec spec = switch (layer.className()) {
            case "LSTM" -> new LstmSpec(units).withBias(bias).withNoise(noise).withSequence(sequence)
                    .withActivation(settings.elementwise("activation", "tanh"))
                    .withRecurrentActivation(settings.elementwise("recurrent_activation", "sigmoid"));
            case "GRU" -> gru(settings, units).withBias(bias).withNoise(noise).withSequence(sequence)
                    .withActivation(settings.elementwise("activation", "tanh"))
                    .withRecurrentActivation(settings.elementwise("recurrent_activation", "sigmoid"));
            case "SimpleRNN" -> new SimpleRnnSpec(units).withBias(bias).withNoise(noise).withSequence(sequence)
                    .withActivation(settings.elementwise("activation", "tanh"));
            default -> throw new IllegalArgumentException(
                    layer.title() + " is no LSTM, GRU or SimpleRNN; only these can go over steps here");
        };
        settings.requireAllTaken();
        return new RecurrentTranslation(layer, spec, backwards, bias, zero);
    }

    /// The layer that `RNN(LSTMCell(…))` is.
    private static KerasLayer ofCell(KerasLayer rnn) {
        KerasLayer cell = rnn.inner(rnn.settings().object("cell"));
        cell.settings();
        String kind = switch (cell.className()) {
            case "LSTMCell" -> "LSTM";
            case "GRUCell" -> "GRU";
            case "SimpleRNNCell" -> "SimpleRNN";
            default -> throw new IllegalArgumentException(rnn.title() + " has a cell that is not read, "
                    + Quoted.of(cell.className())
                    + "; it can be LSTMCell, GRUCell or SimpleRNNCell, and several are to be"
                    + " layers one upon the other");
        };
        Map<String, JsonValue> config = new LinkedHashMap<>(cell.config().members());
        config.putAll(rnn.config().members());
        config.remove("cell");
        return new KerasLayer(kind, rnn.name(), new JsonObject(config), rnn.older());
    }

    private static GruSpec gru(KerasSettings settings, int units) {
        if (!settings.flag("reset_after", false)) { // as Keras had it before there was such a setting
            throw settings.unsupported("reset_after", JsonValue.of(false), "true");
        }
        return new GruSpec(units);
    }

    Translated translate(Sample in, LayerWeights weights) {
        if (in.masked() && backwards && spec.returnSequences()) {
            throw new IllegalArgumentException(
                    layer.title() + " returns masked sequences backwards, which Keras gives the"
                            + " mask of forward ones; put it into a Bidirectional layer, or leave out the mask");
        }
        if (in.masked() && zeroWhereMasked && !spec.returnSequences()) {
            throw new IllegalArgumentException(layer.title()
                    + ": the setting 'zero_output_for_mask' is true, so that Keras"
                    + " says 0 for sequences that are padded at their end; it can be false alone where only the last step is"
                    + " returned");
        }
        RecurrentSpec whole = spec.withSequence(spec.sequence().withGoBackwards(backwards));
        return new Translated(List.of(new ForeignLayer(layer.name(), whole, weights(weights, "cell", ""))),
                out(in, spec.outputs()));
    }

    /// What comes out of so many outputs a step.
    Sample out(Sample in, int outputs) {
        return spec.returnSequences() ? in.withLast(outputs) : Sample.of(outputs);
    }

    /// By our names.
    ///
    /// @param part where the cell is in the layer
    /// @param suffix ends our names
    Map<String, ForeignWeight> weights(LayerWeights weights, String part, String suffix) {
        List<StoredTensor> tensors = weights.take(part, bias ? 3 : 2);
        Map<String, ForeignWeight> byName = new LinkedHashMap<>();
        byName.put("weight_ih_l0" + suffix, matrix(tensors.get(0)));
        byName.put("weight_hh_l0" + suffix, matrix(tensors.get(1)));
        if (bias) {
            byName.put("bias_l0" + suffix, bias(tensors.get(2)));
        }
        return byName;
    }

    private ForeignWeight matrix(StoredTensor tensor) {
        ForeignWeight transposed = ForeignWeight.transposed(tensor);
        if (!(spec instanceof GruSpec)) {
            return transposed;
        }
        return new ForeignWeight(transposed.origin(), transposed.shape(), target -> {
            float[] zrh = new float[target.length];
            transposed.filling().fill(zrh);
            WeightArrays.copyBlocks(zrh, target, 1, 0, 2);
        });
    }

    private ForeignWeight bias(StoredTensor tensor) {
        if (!(spec instanceof GruSpec)) {
            return ForeignWeight.of(tensor);
        }
        int units = spec.units();
        if (!tensor.shape().equals(List.of(2L, 3L * units))) {
            throw new IllegalArgumentException("'" + tensor.name() + "' should be the biases [2, " + 3 * units
                    + "] of a GRU with reset_after, but has the shape " + tensor.shape());
        }
        return new ForeignWeight(tensor.name(), List.of(4L * units), target -> {
            float[] both = tensor.floats(); // z, r, h of the inputs, z, r, h of the state
            for (int unit = 0; unit < units; unit++) {
                target[unit] = both[units + unit] + both[4 * units + unit];
                target[units + unit] = both[unit] + both[3 * units + unit];
                target[2 * units + unit] = both[2 * units + unit];
                target[3 * units + unit] = both[5 * units + unit];
            }
        });
    }
}
