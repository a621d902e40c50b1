package org.lstm4j.benchmarks.protocol;

import java.util.Locale;

/// One line of the benchmark.
///
/// @param implementation `lstm4j`, another set of kernels of ours, or the name of a peer
/// @param workload W1 … W6 or STREAM
/// @param mode what was measured
/// @param threads how many threads computed
/// @param spread seconds, or MB for [Mode#MEMORY_MB]; NaN where it cannot be measured
/// @param note what else is known; no commas
public record Result(String implementation, String workload, Mode mode, int threads, Spread spread, String note) {

    public static final String HEADER = "impl,workload,mode,threads,median_s,min_s,max_s,note";

    public Result {
        if (note.contains(",")) {
            throw new IllegalArgumentException("a note must not contain a comma: " + note);
        }
    }

    public String csv() {
        return String.join(",", implementation, workload, mode.label(), Integer.toString(threads),
                number(spread.median()), number(spread.min()), number(spread.max()), note);
    }

    /// Six significant digits without an exponent's `E+`: any reader of CSV takes it.
    private static String number(double value) {
        return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, "%.6g", value);
    }
}
