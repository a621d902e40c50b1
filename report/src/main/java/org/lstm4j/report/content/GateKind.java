package org.lstm4j.report.content;

import java.util.List;
import org.lstm4j.report.content.HeatMapContent.Range;

/// The gates and states of recurrent layers, with what a learner sees in their pictures.
public enum GateKind {
    FORGET("forget gate", "1 keeps the cell state, 0 forgets it.", Range.FRACTION), INPUT("input gate",
            "1 lets the candidate into the cell state, 0 keeps it out.", Range.FRACTION), OUTPUT("output gate",
                    "1 shows the cell state to the next layer, 0 hides it.", Range.FRACTION), CANDIDATE("candidate",
                            "What the step offers to the state: up (orange) or down (blue).", Range.SIGNED), CELL(
                                    "cell state", "What the unit remembers; it changes only as far as the gates allow.",
                                    Range.SIGNED), HIDDEN("hidden state",
                                            "What the unit tells the next layer, and itself at the next step.",
                                            Range.SIGNED), UPDATE("update gate",
                                                    "1 keeps the hidden state, 0 replaces it by the candidate.",
                                                    Range.FRACTION), RESET("reset gate",
                                                            "1 lets the candidate see the hidden state, 0 hides it.",
                                                            Range.FRACTION);

    private final String title;
    private final String meaning;
    private final Range range;

    GateKind(String title, String meaning, Range range) {
        this.title = title;
        this.meaning = meaning;
        this.range = range;
    }

    public String title() {
        return title;
    }

    /// A heat map of it.
    ///
    /// @param axis steps of the window
    /// @param axisTitle what they are
    /// @param values `[units, steps]`
    public HeatMapContent map(Axis axis, String axisTitle, Grid values) {
        return new HeatMapContent(title, meaning, "", range, "unit", List.of(), axis, axisTitle, values);
    }
}
