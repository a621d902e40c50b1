package org.lstm4j.reference;

import org.jspecify.annotations.Nullable;

/// Mistakes that people make with the options of recurrent layers; the textbook makes them on purpose. A comparison with the
/// shipped layers has to find each; central differences have to find those of backward, which leave every value as it is.
enum TextbookFault {
    NONE(null),
    /// p_o·c_{t−1} for p_o·c_t.
    OUTPUT_PEEPHOLE_SEES_CELL_BEFORE(RecurrentOption.PEEPHOLE),
    /// a_f without p_f·c_{t−1}.
    NO_FORGET_PEEPHOLE(RecurrentOption.PEEPHOLE),
    /// p_f for p_i, and the other way.
    SWAPPED_INPUT_AND_FORGET_PEEPHOLES(RecurrentOption.PEEPHOLE),
    /// ψ(a_g) for φ(a_g).
    ACTIVATION_OF_GATES_FOR_CANDIDATE(RecurrentOption.RECURRENT_ACTIVATION),
    /// o·c for o·φ(c).
    NO_ACTIVATION_OF_CELL_STATE(RecurrentOption.ACTIVATION),
    /// r is 1.
    NO_RESET_GATE(RecurrentOption.GRU),
    /// z says what is new.
    UPDATE_GATE_TURNED(RecurrentOption.GRU),
    /// tanh of the mixed cell state for that of the new one.
    ZONEOUT_BEFORE_OUTPUT(RecurrentOption.CELL_ZONEOUT),
    /// c̃ for c.
    NO_ZONEOUT_OF_CELL_STATE(RecurrentOption.CELL_ZONEOUT),
    /// h̃ for h.
    NO_ZONEOUT_OF_HIDDEN_STATE(RecurrentOption.HIDDEN_ZONEOUT),
    /// The output shows what the next step reads.
    DROPPED_STATE_IS_SHOWN(RecurrentOption.RECURRENT_DROPOUT),
    /// x is read whole.
    NO_INPUT_DROPOUT(RecurrentOption.INPUT_DROPOUT),
    /// h is read whole.
    NO_RECURRENT_DROPOUT(RecurrentOption.RECURRENT_DROPOUT),
    /// A row goes backwards from the end of its padding.
    PADDING_COUNTS(RecurrentOption.MASK),
    /// Sequences cut into pieces where every so-many-th step belongs together.
    PHASES_ARE_BLOCKS(RecurrentOption.DILATION),
    /// b is not 0 in a layer without.
    BIAS_THOUGH_OFF(RecurrentOption.BIAS),
    /// Each gate by the mean and variance of its own numbers.
    GATES_NORMALIZED_APART(RecurrentOption.LAYER_NORMALIZATION),
    /// LN(W·x + R·h′) for LN(W·x) + LN(R·h′).
    PRODUCTS_NORMALIZED_TOGETHER(RecurrentOption.LAYER_NORMALIZATION),
    /// LN(b + W·x) for b + LN(W·x).
    BIAS_IS_NORMALIZED(RecurrentOption.LAYER_NORMALIZATION),
    /// γ_h for γ_x, and the other way.
    SWAPPED_GAINS_OF_PRODUCTS(RecurrentOption.LAYER_NORMALIZATION),
    /// o·φ(c) for o·φ(LN(c)).
    NO_NORMALIZATION_OF_CELL_STATE(RecurrentOption.LAYER_NORMALIZATION),
    /// The next step begins with LN(c).
    NORMALIZED_CELL_STATE_GOES_ON(RecurrentOption.LAYER_NORMALIZATION),
    /// The mean of a layer normalisation is taken for a constant backwards.
    MEAN_IS_CONSTANT(RecurrentOption.LAYER_NORMALIZATION, true),
    /// Its deviation is taken for a constant backwards.
    DEVIATION_IS_CONSTANT(RecurrentOption.LAYER_NORMALIZATION, true),
    /// ∂L/∂P is 0.
    NO_GRADIENT_OF_PROJECTION(RecurrentOption.PROJECTION, true),
    /// ∂L/∂(what the cell gave) is 0.
    NO_GRADIENT_THROUGH_PROJECTION(RecurrentOption.PROJECTION, true),
    /// ∂L/∂b is 0.
    NO_GRADIENT_OF_BIAS(RecurrentOption.BIAS, true),
    /// ∂L/∂p is 0.
    NO_GRADIENT_OF_PEEPHOLES(RecurrentOption.PEEPHOLE, true),
    /// c reaches the loss through p_o·c too; this fault forgets it.
    NO_GRADIENT_THROUGH_OUTPUT_PEEPHOLE(RecurrentOption.PEEPHOLE, true),
    /// c_{t−1} reaches the loss through p_i and p_f too; this fault forgets it.
    NO_GRADIENT_THROUGH_PEEPHOLES_OF_CELL_BEFORE(RecurrentOption.PEEPHOLE, true),
    /// The slope that the plain cell has.
    SLOPE_OF_TANH_FOR_ACTIVATION(RecurrentOption.ACTIVATION, true),
    /// The slope that the plain cell has.
    SLOPE_OF_SIGMOID_FOR_GATES(RecurrentOption.RECURRENT_ACTIVATION, true),
    /// ∂L/∂x is that of what was read.
    INPUT_GRADIENT_IS_NOT_DROPPED(RecurrentOption.INPUT_DROPOUT, true),
    /// ∂L/∂h_{t−1} is that of what was read.
    HIDDEN_GRADIENT_IS_NOT_DROPPED(RecurrentOption.RECURRENT_DROPOUT, true),
    /// h_{t−1} reaches h_t past the cell; this fault forgets it.
    NO_GRADIENT_OF_KEPT_HIDDEN_STATE(RecurrentOption.HIDDEN_ZONEOUT, true),
    /// The whole gradient of h_t goes through the cell, as if nothing had stayed.
    WHOLE_GRADIENT_OF_NEW_HIDDEN_STATE(RecurrentOption.HIDDEN_ZONEOUT, true),
    /// c_{t−1} reaches c_t past the cell; this fault forgets it.
    NO_GRADIENT_OF_KEPT_CELL_STATE(RecurrentOption.CELL_ZONEOUT, true),
    /// The whole gradient of c_t goes through the cell, as if nothing had stayed.
    WHOLE_GRADIENT_OF_NEW_CELL_STATE(RecurrentOption.CELL_ZONEOUT, true),
    /// All but the last step's output gradient is lost.
    GRADIENT_OF_LAST_OUTPUT_ONLY(RecurrentOption.RETURN_SEQUENCES, true),
    /// Output gradients are taken in the order of the data.
    OUTPUT_GRADIENTS_ARE_NOT_TURNED(RecurrentOption.GO_BACKWARDS, true),
    /// The state stays over masked steps, but its gradient does not.
    GRADIENT_STOPS_AT_MASKED_STEPS(RecurrentOption.MASK, true),
    /// ∂L/∂h_0 and ∂L/∂c_0 are 0.
    NO_GRADIENT_OF_INITIAL_STATE(RecurrentOption.INITIAL_STATE, true),
    /// What follows on the final state is forgotten.
    NO_GRADIENT_OF_FINAL_STATE(RecurrentOption.FINAL_STATE, true),
    /// h_{t−1} and x_t reach h_t through r too; this fault forgets it.
    NO_GRADIENT_THROUGH_RESET_GATE(RecurrentOption.GRU, true),
    /// h_{t−1} reaches h_t through z·h_{t−1}; this fault forgets it.
    NO_GRADIENT_OF_KEPT_STATE_OF_GRU(RecurrentOption.GRU, true),
    /// ∂L/∂h_{t−1} is what the output alone asks for.
    NO_GRADIENT_THROUGH_TIME(RecurrentOption.SIMPLE_RNN, true),
    /// The output gradient of the step beside it, which is in another phase.
    OUTPUT_GRADIENT_OF_ANOTHER_PHASE(RecurrentOption.DILATION, true);

    private final @Nullable RecurrentOption option;
    private final boolean ofBackward;

    TextbookFault(@Nullable RecurrentOption option) {
        this(option, false);
    }

    TextbookFault(@Nullable RecurrentOption option, boolean ofBackward) {
        this.option = option;
        this.ofBackward = ofBackward;
    }

    /// The option that it is a mistake with; null for none.
    @Nullable
    RecurrentOption option() {
        return option;
    }

    /// Whether all values are right and only gradients are wrong.
    boolean isOfBackward() {
        return ofBackward;
    }

    /// What a gradient goes back through only where this fault is not the one given.
    Scalar cutIf(TextbookFault fault, Scalar value) {
        return this == fault ? value.constant() : value;
    }

    Scalar[] cutIf(TextbookFault fault, Scalar[] values) {
        return this == fault ? Scalar.constants(values) : values;
    }
}
