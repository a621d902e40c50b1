package org.lstm4j.benchmarks;

import java.util.Locale;

/// One line of the benchmark.
///
/// @param implementation `lstm4j` or `lstm4j-scalar`
/// @param workload W1 … W6 or STREAM
/// @param mode what was measured
/// @param threads how many threads computed
/// @param spread seconds, or MB for [Mode#MEMORY_MB]; NaN where it cannot be measured
/// @param note what else is known; no commas
record Result(String implementation, String workload, Mode mode, int threads, Spread spread, String note) {

    static final String HEADER = "impl,workload,mode,threads,median_s,min_s,max_s,note";

    Result {
        if (note.contains(",")) {
            throw new IllegalArgumentException("a note must not contain a comma: " + note);
        }
    }

    String csv() {
        return String.join(",", implementation, workload, mode.label(), Integer.toString(threads),
                number(spread.median()), number(spread.min()), number(spread.max()), note);
    }

    /// Six significant digits without an exponent's `E+`: any reader of CSV takes it.
    private static String number(double value) {
        return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, "%.6g", value);
    }
}
