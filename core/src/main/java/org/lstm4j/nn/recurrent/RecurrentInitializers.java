package org.lstm4j.nn.recurrent;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.init.Initializer;

/// How the weights of a recurrent layer begin: as a preset says, but for those that have an initialiser of their own.
///
/// @param preset for all weights without one
/// @param input draws the input weights [gates·H, features]; null for what the preset says
/// @param recurrent draws the recurrent weights [gates·H, outputs]; null for what the preset says
/// @param bias draws the biases; null for what the preset says
/// @param forgetBias of an LSTM's forget gate, whatever drew the others; null for what was drawn (1 as Keras does, which keeps the
///        cell state alive at first: Jozefowicz et al., An Empirical Exploration of Recurrent Network Architectures, 2015)
public record RecurrentInitializers(
        Initialization preset,
        @Nullable Initializer input,
        @Nullable Initializer recurrent,
        @Nullable Initializer bias,
        @Nullable Float forgetBias) {

    public RecurrentInitializers {
        Objects.requireNonNull(preset, "preset");
        if (forgetBias != null && !Float.isFinite(forgetBias)) {
            throw new IllegalArgumentException("forget bias must be a finite number, but was " + forgetBias);
        }
    }

    /// All as the preset says.
    public static RecurrentInitializers of(Initialization preset) {
        return new RecurrentInitializers(preset, null, null, null, null);
    }

    public RecurrentInitializers withPreset(Initialization other) {
        return new RecurrentInitializers(other, input, recurrent, bias, forgetBias);
    }

    public RecurrentInitializers withInput(Initializer other) {
        return new RecurrentInitializers(preset, other, recurrent, bias, forgetBias);
    }

    public RecurrentInitializers withRecurrent(Initializer other) {
        return new RecurrentInitializers(preset, input, other, bias, forgetBias);
    }

    public RecurrentInitializers withBias(Initializer other) {
        return new RecurrentInitializers(preset, input, recurrent, other, forgetBias);
    }

    public RecurrentInitializers withForgetBias(float value) {
        return new RecurrentInitializers(preset, input, recurrent, bias, value);
    }
}
