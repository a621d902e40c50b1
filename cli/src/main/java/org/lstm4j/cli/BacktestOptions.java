package org.lstm4j.cli;

import org.jspecify.annotations.Nullable;
import org.lstm4j.forecast.backtest.BacktestSettings;
import org.lstm4j.forecast.backtest.Refit;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Which windows are judged, and when the model is trained.
@CommandLine.Command(optionListHeading = "Backtest:")
final class BacktestOptions {

    /// When the model is trained.
    enum RefitName {
        NEVER, EACH;

        @Override
        public String toString() {
            return Values.label(this);
        }
    }

    @Option(names = "--windows", paramLabel = "K", converter = Values.Count.class, defaultValue = "10",
            description = "Windows that are judged, the last of which ends with the data (default: ${DEFAULT-VALUE}).")
    int windows;

    @Option(names = "--stride", paramLabel = "S", converter = Values.AutoCount.class,
            description = "Steps from a window to the next (default: the horizon).")
    @Nullable
    Integer stride;

    @Option(names = "--refit", paramLabel = "WHEN", defaultValue = "never",
            description = "Train once before the first window, or before each: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    RefitName refit = RefitName.NEVER;

    /// In the library's terms.
    BacktestSettings settings(int horizon) {
        return new BacktestSettings(windows, stride == null ? horizon : stride, Refit.valueOf(refit.name()));
    }
}
