package org.lstm4j.reference;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One sequence through a [TextbookCell], a step at a time, with dropout and zoneout.
final class TextbookSequence {

    private final TextbookCell cell;
    private final TextbookFault fault;
    /// What every input and every number of the hidden state is multiplied with when it is read; null for nothing.
    double @Nullable [] inputScale;
    double @Nullable [] hiddenScale;
    /// What share of the states stays, [steps][outputs] and [steps][units]; null for nothing.
    double @Nullable [][] hiddenKept;
    double @Nullable [][] cellKept;

    /// Before which steps of the walk others were passed over; null for none.
    boolean @Nullable [] followsGap;

    Scalar[] hidden;
    Scalar[] state;

    TextbookSequence(TextbookCell cell, TextbookFault fault, Scalar[] hidden, Scalar[] state) {
        this.cell = cell;
        this.fault = fault;
        this.hidden = hidden;
        this.state = state;
    }

    /// Goes through the steps given, which are those that count, in the order of the walk.
    ///
    /// @return the hidden state after each, as it is shown
    Scalar[][] run(Scalar[][] inputs) {
        Scalar[][] shown = new Scalar[inputs.length][];
        for (int step = 0; step < inputs.length; step++) {
            shown[step] = step(inputs[step], step);
        }
        return shown;
    }

    private Scalar[] step(Scalar[] x, int step) {
        if (fault == TextbookFault.GRADIENT_STOPS_AT_MASKED_STEPS && followsGap != null && followsGap[step]) {
            hidden = Scalar.constants(hidden);
            state = Scalar.constants(state);
        }
        Scalar[] input = fault == TextbookFault.NO_INPUT_DROPOUT
                ? x
                : scaled(x, inputScale, TextbookFault.INPUT_GRADIENT_IS_NOT_DROPPED);
        Scalar[] read = fault == TextbookFault.NO_RECURRENT_DROPOUT
                ? hidden
                : scaled(hidden, hiddenScale, TextbookFault.HIDDEN_GRADIENT_IS_NOT_DROPPED);
        Scalar[] gates = cell.preActivations(input, read);
        Scalar[] newState = cell.newCell(gates, state);
        Scalar[] mixedState = fault == TextbookFault.NO_ZONEOUT_OF_CELL_STATE
                ? newState
                : mixed(fault.cutIf(TextbookFault.NO_GRADIENT_OF_KEPT_CELL_STATE, state), newState,
                        row(cellKept, step), TextbookFault.WHOLE_GRADIENT_OF_NEW_CELL_STATE);
        Scalar[] seen = fault == TextbookFault.ZONEOUT_BEFORE_OUTPUT ? mixedState : newState;
        Scalar[] newHidden = cell.hidden(gates, hidden, state, seen);
        hidden = fault == TextbookFault.NO_ZONEOUT_OF_HIDDEN_STATE
                ? newHidden
                : mixed(fault.cutIf(TextbookFault.NO_GRADIENT_OF_KEPT_HIDDEN_STATE, hidden), newHidden,
                        row(hiddenKept, step), TextbookFault.WHOLE_GRADIENT_OF_NEW_HIDDEN_STATE);
        state = mixedState;
        return fault == TextbookFault.DROPPED_STATE_IS_SHOWN ? scaled(hidden, hiddenScale, TextbookFault.NONE) : hidden;
    }

    private static double @Nullable [] row(double @Nullable [][] rows, int step) {
        return rows == null ? null : rows[step];
    }

    /// @param unscaled the fault whose gradient is not scaled
    private Scalar[] scaled(Scalar[] values, double @Nullable [] scale, TextbookFault unscaled) {
        Scalar[] result = values.clone();
        if (scale != null) {
            Arrays.setAll(result, index -> values[index].times(scale[index]));
            return blamingIf(unscaled, result, values);
        }
        return result;
    }

    /// @param whole the fault whose gradient of what is new is not scaled
    private Scalar[] mixed(Scalar[] before, Scalar[] now, double @Nullable [] kept, TextbookFault whole) {
        Scalar[] result = now.clone();
        if (kept != null) {
            Arrays.setAll(result, index -> before[index].times(kept[index]).plus(now[index].times(1 - kept[index])));
            Scalar[] unscaled = now.clone();
            Arrays.setAll(unscaled, index -> before[index].times(kept[index]).plus(now[index]));
            return blamingIf(whole, result, unscaled);
        }
        return result;
    }

    private Scalar[] blamingIf(TextbookFault planted, Scalar[] values, Scalar[] blamed) {
        return fault == planted && fault != TextbookFault.NONE ? Scalar.blaming(values, blamed) : values;
    }
}
