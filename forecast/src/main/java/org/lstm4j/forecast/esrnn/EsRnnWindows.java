package org.lstm4j.forecast.esrnn;

import java.util.Arrays;
import java.util.List;

/// What an ES-RNN reads of a series and what it says of its future.
///
/// @param inputSize values in a window, at least 1
/// @param horizon steps ahead, at least 1
/// @param levels quantile levels that are given out, in (0, 1), each above the one before
/// @param seasons lengths of seasons that are smoothed, in steps, at least 2, each longer than the one before; empty for none
/// @param maximalWindows of how many windows at most, the last ones of a series, the network sees the sequence; smoothing sees all steps
public record EsRnnWindows(
        int inputSize, int horizon, List<Double> levels, List<Integer> seasons, int maximalWindows) {

    public EsRnnWindows {
        require(inputSize >= 1, "the window needs at least 1 value, but has " + inputSize);
        require(horizon >= 1, "the horizon must be at least 1 step, but was " + horizon);
        require(maximalWindows >= 1, "there must be at least 1 window, but the most is " + maximalWindows);
        levels = List.copyOf(levels);
        seasons = new SmoothingLayout(seasons).seasons();
        requireLevels(levels);
    }

    private static void requireLevels(List<Double> levels) {
        require(!levels.isEmpty(), "at least one quantile level is needed; give 0.5 for the median alone");
        double before = 0;
        for (double level : levels) {
            require(level > before && level < 1,
                    "quantile levels must be above 0, below 1 and each above the one before, but were " + levels);
            before = level;
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    public EsRnnWindows withInputSize(int other) {
        return new EsRnnWindows(other, horizon, levels, seasons, maximalWindows);
    }

    public EsRnnWindows withLevels(double... other) {
        List<Double> all = Arrays.stream(other).boxed().toList();
        return new EsRnnWindows(inputSize, horizon, all, seasons, maximalWindows);
    }

    public EsRnnWindows withMaximalWindows(int other) {
        return new EsRnnWindows(inputSize, horizon, levels, seasons, other);
    }
}
