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
        Scalar[] input = fault == TextbookFault.NO_INPUT_DROPOUT ? x : scaled(x, inputScale);
        Scalar[] read = fault == TextbookFault.NO_RECURRENT_DROPOUT ? hidden : scaled(hidden, hiddenScale);
        Scalar[] gates = cell.preActivations(input, read);
        Scalar[] newState = cell.newCell(gates, state);
        Scalar[] mixedState = fault == TextbookFault.NO_ZONEOUT_OF_CELL_STATE
                ? newState
                : mixed(state, newState, row(cellKept, step));
        Scalar[] seen = fault == TextbookFault.ZONEOUT_BEFORE_OUTPUT ? mixedState : newState;
        Scalar[] newHidden = cell.hidden(gates, hidden, state, seen);
        hidden = fault == TextbookFault.NO_ZONEOUT_OF_HIDDEN_STATE
                ? newHidden
                : mixed(hidden, newHidden, row(hiddenKept, step));
        state = mixedState;
        return fault == TextbookFault.DROPPED_STATE_IS_SHOWN ? scaled(hidden, hiddenScale) : hidden;
    }

    private static double @Nullable [] row(double @Nullable [][] rows, int step) {
        return rows == null ? null : rows[step];
    }

    private static Scalar[] scaled(Scalar[] values, double @Nullable [] scale) {
        Scalar[] result = values.clone();
        if (scale != null) {
            Arrays.setAll(result, index -> values[index].times(scale[index]));
        }
        return result;
    }

    private static Scalar[] mixed(Scalar[] before, Scalar[] now, double @Nullable [] kept) {
        Scalar[] result = now.clone();
        if (kept != null) {
            Arrays.setAll(result, index -> before[index].times(kept[index]).plus(now[index].times(1 - kept[index])));
        }
        return result;
    }
}
