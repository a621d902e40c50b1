package org.lstm4j.benchmarks;

import java.util.List;
import java.util.Locale;
import org.lstm4j.benchmarks.protocol.Mode;
import org.lstm4j.benchmarks.protocol.Result;

/// The results for people: milliseconds (MB for memory), and how many times faster than the plain loops.
final class ResultTable {

    private ResultTable() {}

    static String of(List<Result> results) {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%-14s %-8s %-12s %7s %12s %12s %8s  %s%n",
                "impl", "workload", "mode", "threads", "median ms", "least ms", "ratio", "note"));
        for (Result result : results) {
            double unit = result.mode() == Mode.MEMORY_MB ? 1 : 1000;
            table.append(String.format(Locale.ROOT, "%-14s %-8s %-12s %7d %12s %12s %8s  %s%n", result.implementation(),
                    result.workload(), result.mode().label(), result.threads(),
                    number("%.4f", result.spread().median() * unit), number("%.4f", result.spread().min() * unit),
                    number("%.2f", ratio(results, result)), result.note()));
        }
        return table.append("ratio: plain loops' median / this median; memory_mb in MB").toString();
    }

    private static double ratio(List<Result> results, Result result) {
        return results.stream()
                .filter(other -> other.implementation().equals(Implementation.SCALAR)
                        && other.workload().equals(result.workload()) && other.mode() == result.mode()
                        && other.threads() == result.threads())
                .mapToDouble(other -> other.spread().median() / result.spread().median())
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, format, value);
    }
}
