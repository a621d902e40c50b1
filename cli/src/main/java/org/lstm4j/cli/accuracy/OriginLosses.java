package org.lstm4j.cli.accuracy;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// The mean loss of the windows that begin at each origin, for the test of Diebold and Mariano: two methods on the same windows
/// differ by the difference of these.
final class OriginLosses {

    private final boolean squares;
    private final int stride;
    private final TreeMap<Integer, double[]> byOrigin = new TreeMap<>();

    /// @param squares whether errors are squared
    /// @param stride steps from an origin to the next
    OriginLosses(boolean squares, int stride) {
        this.squares = squares;
        this.stride = stride;
    }

    /// @param scale errors are divided by it; a window without a usable one is left out
    void add(int origin, double scale, double[] actual, double[] forecast) {
        if (!(scale > 0)) {
            return;
        }
        double[] sums = byOrigin.computeIfAbsent(origin, _ -> new double[2]);
        for (int step = 0; step < actual.length; step++) {
            if (!Double.isNaN(actual[step])) {
                double error = (actual[step] - forecast[step]) / scale;
                sums[0] += squares ? error * error : Math.abs(error);
                sums[1]++;
            }
        }
    }

    /// From the first origin to the last, a stride apart; NaN where there is none.
    double[] values() {
        int first = byOrigin.firstKey();
        double[] values = new double[(byOrigin.lastKey() - first) / stride + 1];
        Arrays.fill(values, Double.NaN);
        for (Map.Entry<Integer, double[]> entry : byOrigin.entrySet()) {
            values[(entry.getKey() - first) / stride] = entry.getValue()[0] / entry.getValue()[1];
        }
        return values;
    }
}
