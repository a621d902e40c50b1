package org.lstm4j.forecast;

import java.util.Locale;

/// What becomes of the validation windows once they have chosen the epoch.
public enum Finish {
    /// They have had their use: the weights of the best epoch are kept.
    KEEP,
    /// They train too: networks begin anew and go through training and validation windows for as many epochs as were best. The latest steps
    /// tell most of what comes next, and early stopping alone would never learn from them.
    REFIT;

    /// Its name on the command line.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What is to be said where validation windows trained too.
    ///
    /// @param best the epoch that was best on them, 0 for the start
    static Choice choiceOfRefit(int best) {
        String which = switch (best) {
            case 0 -> "no epoch was better than the start";
            case 1 -> "1 epoch was best";
            default -> best + " epochs were best";
        };
        return new Choice("finish", REFIT.label(), which + " on validation windows, which then trained too");
    }
}
